// From a parsed message to its reply: shape, person, right, then a query or one durable command.
import type { z } from 'zod'
import type { Reply, Request } from '#shared/contract/reply.ts'
import type { Shop } from '#shared/contract/shop.ts'
import type { JsonValue, Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { DataDir } from '#core/db/data-dir.ts'
import { text } from '#core/db/handle.ts'
import { Rollback, StorageRefused, stateAfter } from '#core/db/store.ts'
import type { Store } from '#core/db/store.ts'
import { accessProblem } from './access.ts'
import type { CommandContext, Connection, QueryContext } from './context.ts'
import type { Entry, Prepared } from './registry.ts'
import type { Services } from './services.ts'
import { commandContext, outcome, queryContext } from './make-context.ts'
import { MOST_ISSUES, badInput, requestMisfit } from './request-fit.ts'

export type Core = Readonly<{
  store: Store
  dir: DataDir
  services: Services
  now: () => number
  newId: () => string
  entries: ReadonlyMap<string, Entry>
  shop: () => Shop | undefined
  publish: (tags: readonly string[]) => void
  fault: (method: string, error: unknown) => string
  /** Checks outputs against the contract too: on in tests, off at the counter. */
  checkOutputs: boolean
}>

type AnyCommand = ((ctx: CommandContext, input: unknown) => unknown) | Prepared<never, unknown>

/** Answers one request. Never throws. */
export const dispatch = async (core: Core, connection: Connection, request: Request): Promise<Reply> => {
  const entry = core.entries.get(request.method)
  if (!entry) return badInput('method', `unknown method ${request.method}`)
  const { procedure } = entry

  const misfit = requestMisfit(request, procedure)
  if (misfit) return misfit
  const parsed = procedure.input.safeParse(request.params ?? {})
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, MOST_ISSUES).map(issueOf)
    return { ok: false, kind: 'badInput', issues }
  }

  const denied = accessProblem(procedure, connection.actor, core.shop() !== undefined)
  if (denied) return refusal(denied)

  try {
    const answer =
      procedure.kind === 'query'
        ? await (entry.handler as (ctx: QueryContext, input: unknown) => unknown)(
            queryContext(core, connection),
            parsed.data,
          )
        : await runCommand(core, connection, entry, request, parsed.data)
    if (isRefused(answer)) return refusal(answer)
    if (core.checkOutputs) checkOutput(entry, answer)
    return { ok: true, value: answer as JsonValue }
  } catch (error) {
    const storage = error instanceof StorageRefused ? error.state : stateAfter(error)
    if (storage === 'full' || storage === 'readOnly') return refusal(refuse('storage', { state: storage }))
    return { ok: false, kind: 'fault', faultId: core.fault(request.method, error) }
  }
}

const runCommand = async (
  core: Core,
  connection: Connection,
  entry: Entry,
  request: Request,
  input: unknown,
): Promise<unknown> => {
  const commandId = request.commandId ?? core.newId()
  // Who asks is part of the question: another person repeating the id is another command.
  // Keyed, because a plain hash of a short passcode could be guessed from the database file.
  const inputHash = core.services.secrets.fingerprint(
    JSON.stringify([entry.method, connection.actor?.staffId ?? null, request.params ?? {}]),
  )
  const handler = entry.handler as AnyCommand
  let made: unknown
  if (typeof handler === 'object') {
    const first = replayed(core, entry, commandId, inputHash)
    if (first !== undefined) return first
    made = await handler.prepare(queryContext(core, connection), input as never)
    if (isRefused(made)) return made
  }

  const after = outcome(core)
  const inTransaction = (): unknown =>
    core.store.transact((db) => {
      const first = replayed(core, entry, commandId, inputHash)
      if (first !== undefined) return first
      const ctx = commandContext(core, connection, db, after)
      const answer =
        typeof handler === 'function' ? handler(ctx, input) : handler.run(ctx, input as never, made as never)
      if (isRefused(answer)) throw new Rollback(answer)
      ctx.finish()
      db.run(
        text(
          'insert into command_record (command_id, method, input_hash, reply, at) values (?, ?, ?, ?, ?)',
          commandId,
          entry.method,
          inputHash,
          entry.procedure.secretAnswer ? null : JSON.stringify(answer),
          ctx.now,
        ),
      )
      return answer
    })

  let answer: unknown
  try {
    answer = inTransaction()
  } catch (error) {
    if (error instanceof Rollback) return error.value
    throw error
  }
  after.settle()
  return answer
}

/** The first answer of a command that was already done; a refusal if the id was used for something else. */
const replayed = (core: Core, entry: Entry, commandId: string, inputHash: Uint8Array): unknown => {
  const record = core.store.read.get<{ method: string; input_hash: Buffer; reply: string | null }>(
    text('select method, input_hash, reply from command_record where command_id = ?', commandId),
  )
  if (!record) return undefined
  if (record.method !== entry.method || !record.input_hash.equals(inputHash)) {
    return refuse('commandIdReused', { commandId })
  }
  // Replies are erased after 30 days; by then nobody waits for one.
  return record.reply === null ? refuse('alreadyDone', { commandId }) : JSON.parse(record.reply)
}

const refusal = (refused: Refused): Reply => ({ ok: false, kind: 'refusal', refusal: refused.refused })

const issueOf = (issue: z.core.$ZodIssue) => ({
  path: issue.path.map(String).join('.'),
  message: issue.message,
})

const checkOutput = (entry: Entry, answer: unknown): void => {
  const parsed = entry.procedure.output.safeParse(answer)
  if (!parsed.success) {
    throw new Error(`${entry.method} answered another shape than its contract: ${parsed.error.message}`)
  }
}
