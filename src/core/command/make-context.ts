// Makes the contexts that handlers get, and runs the changes that no connection asked for.
import type { WriteDb } from '#core/db/handle.ts'
import { actorOf } from '#core/sessions/index.ts'
import { findPerson } from '#core/staff/index.ts'
import { accessProblem } from './access.ts'
import type { Actor, CommandContext, Connection, QueryContext } from './context.ts'
import type { Core } from './dispatch.ts'
import { createRecorder } from './recorder.ts'

const common = (core: Core, connection: Connection) => ({
  now: core.now(),
  connection,
  shop: core.shop(),
  dir: core.dir,
  services: core.services,
})

/** Asking for the person where nobody is signed in is a bug, found at once. */
const actorOn = (connection: Connection): Actor => {
  if (!connection.actor) throw new Error('nobody is signed in on this connection')
  return connection.actor
}

export const queryContext = (core: Core, connection: Connection): QueryContext => ({
  ...common(core, connection),
  db: core.store.read,
  get actor() {
    return actorOn(connection)
  },
})

/** What a command leaves to be done once it is durable. */
export const outcome = (core: Core) => {
  const tags: string[] = []
  const works: (() => void)[] = []
  return {
    changed: (...more: readonly string[]) => void tags.push(...more),
    afterCommit: (work: () => void) => void works.push(work),
    settle: () => {
      for (const work of works) work()
      if (tags.length > 0) core.publish([...new Set(tags)])
    },
  }
}

export const commandContext = (
  core: Core,
  connection: Connection,
  db: WriteDb,
  after: ReturnType<typeof outcome>,
): CommandContext => {
  const shared = common(core, connection)
  const recorder = createRecorder(db, {
    now: shared.now,
    staffId: connection.actor?.staffId ?? null,
    terminal: shared.shop?.terminal ?? connection.terminal,
    newId: core.newId,
  })
  const { changed, afterCommit } = after
  const also: CommandContext['also'] = (method, params) => {
    const entry = core.entries.get(method)
    if (!entry || entry.procedure.kind !== 'command' || typeof entry.handler !== 'function')
      throw new Error(`${method} cannot be part of another command`)
    const denied = accessProblem(entry.procedure, connection.actor, core.shop() !== undefined)
    if (denied) return denied
    return (entry.handler as (part: CommandContext, input: unknown) => never)(
      ctx,
      entry.procedure.input.parse(params),
    )
  }
  const ctx: CommandContext = {
    ...shared,
    ...recorder,
    db,
    newId: core.newId,
    changed,
    afterCommit,
    also,
    get actor() {
      return actorOn(connection)
    },
  }
  return ctx
}

/** A durable change that no connection asked for: the end of a print job, a backup. For a person, or nobody (''). */
export const systemCommand = (core: Core, staffId: string, work: (ctx: CommandContext) => void): void => {
  const person = staffId === '' ? undefined : findPerson(core.store.read, { id: staffId })
  const connection: Connection = {
    id: 'system',
    terminal: core.shop()?.terminal ?? '',
    actor: person ? actorOf(person) : null,
    token: null,
  }
  const after = outcome(core)
  core.store.transact((db) => {
    const ctx = commandContext(core, connection, db, after)
    work(ctx)
    ctx.finish()
  })
  after.settle()
}
