// What a handler is given. Queries get a reading handle; only commands get the writing one.
import type { Method, Params, Value } from '#shared/contract/index.ts'
import type { Shop } from '#shared/contract/shop.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import type { Refused } from '#shared/kernel/result.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'
import type { DataDir } from '#core/db/data-dir.ts'
import type { Recorder } from './recorder.ts'
import type { Services } from './services.ts'

/** The person a connection acts for (rule STF-5: each command carries its person). */
export type Actor = Readonly<{
  staffId: string
  staffNo: string
  name: string
  roles: readonly Role[]
  mustChangePassword: boolean
}>

/** One window or script. Signing in and out changes `actor`; the core keeps the rest. */
export type Connection = {
  readonly id: string
  readonly terminal: string
  actor: Actor | null
  /** The session's token, known to the host only; lets a window come back after a restart of the core. */
  token: string | null
}

type Common = Readonly<{
  now: number
  connection: Connection
  /** The signed-in person. Throws in a procedure that is open to everybody: check `connection.actor` there. */
  actor: Actor
  /** Undefined until the shop is set up. */
  shop: Shop | undefined
  dir: DataDir
  services: Services
}>

export type QueryContext = Common & Readonly<{ db: ReadDb }>
export type PrepareContext = QueryContext

export type CommandContext = Common &
  Recorder &
  Readonly<{
    db: WriteDb
    newId: () => string
    /** Names what other windows must read again (`workOrder`, `workOrder:ID`). Sent after the commit. */
    changed: (...tags: readonly string[]) => void
    /**
     * Another command of the contract as a part of this one: the same person with his rights, the same transaction.
     * Only for commands that prepare nothing. A refusal is handed back and has to be.
     */
    also: <M extends Method>(method: M, params: Params<M>) => Value<M> | Refused
    /** Runs after the commit, before the answer; must not throw. */
    afterCommit: (work: () => void) => void
  }>

/** What writing into the books takes and no more: functions that are satisfied with it serve the demo shop too. */
export type Writing = Pick<CommandContext, 'now' | 'newId' | 'db' | 'shop' | 'changed'> &
  Pick<Recorder, 'insert' | 'update' | 'log' | 'audit'> &
  Readonly<{
    actor: Pick<Actor, 'staffId'>
    services: Pick<Services, 'numbering' | 'tokens'>
  }>

export type Answer<T> = T | Refused
