// The core's database: the one writer, a reader beside it, and what happens when the disk fails. A failed
// write is never taken for "not done": the connection is dropped, the file reopened, the caller may repeat.
import type { StorageState } from '#shared/contract/reply.ts'
import { openReader, openWriter } from './connection.ts'
import type { Driver, DriverStatement } from './driver.ts'
import { createHandle } from './handle.ts'
import type { ReadDb, WriteDb } from './handle.ts'

/** The disk would not take the change: nothing was acknowledged; `repeat` the command when the state is ok again. */
export class StorageRefused extends Error {
  readonly state: StorageState
  constructor(state: StorageState, cause: unknown) {
    super(`storage is ${state}: ${(cause as Error | undefined)?.message ?? ''}`, { cause })
    this.state = state
  }
}

export type Store = Readonly<{
  read: ReadDb
  /** One immediate transaction; what it throws rolls everything back. */
  transact<T>(work: (db: WriteDb) => T): T
  state(): StorageState
  /** Tries to become writable again; answers the state it reached. */
  recover(): StorageState
  onState(listener: (state: StorageState) => void): void
  /** Checkpoints and closes. Afterwards nothing but `reopen` may be called. */
  close(): void
  /** After `close`: the file that stands there now, perhaps another one, brought to this program's schema. */
  reopen(): Promise<void>
}>

/** Thrown inside `transact` to roll back without it being an error. */
export class Rollback<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('rolled back on purpose')
    this.value = value
  }
}

// A full disk shows as the first, or as no room for the file that connections share, or in a plain file.
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']
const READ_ONLY = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH', 'EROFS']
const BROKEN = ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB']

/** What an error of SQLite or of the file system says about the disk; undefined if nothing. */
export const stateAfter = (error: unknown): StorageState | undefined => {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return undefined
  if (FULL.some((known) => code.startsWith(known))) return 'full'
  if (READ_ONLY.some((known) => code.startsWith(known))) return 'readOnly'
  if (BROKEN.some((known) => code.startsWith(known))) return 'reopening'
  return undefined
}

/** Opens the store. A disk that takes no writes still opens for reading, if the database exists. */
export const openStore = (file: string, bringUpToDate: () => Promise<void>): Store => {
  const listeners: ((state: StorageState) => void)[] = []
  let state: StorageState = 'ok'
  let driver: Driver
  let handle: WriteDb
  let begin: DriverStatement
  let commit: DriverStatement

  const become = (next: StorageState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener(next)
  }

  const open = (): void => {
    let reached: StorageState = 'ok'
    try {
      driver = openWriter(file)
    } catch (error) {
      const after = stateAfter(error)
      if (after === undefined) throw error
      driver = openReader(file)
      reached = after === 'reopening' ? 'readOnly' : after
    }
    handle = createHandle(driver)
    begin = driver.prepare('begin immediate')
    commit = driver.prepare('commit')
    become(reached)
  }
  open()

  const reopen = (): void => {
    try {
      driver.close()
    } catch {
      // A connection that broke may not close cleanly; the file is opened anew either way.
    }
    open()
  }

  const read: ReadDb = {
    all: (query) => handle.all(query),
    get: (query) => handle.get(query),
    value: (query) => handle.value(query),
    iterate: (query) => handle.iterate(query),
  }

  return {
    read,
    state: () => state,
    onState: (listener) => listeners.push(listener),
    recover: () => {
      if (state !== 'ok') reopen()
      return state
    },
    transact: (work) => {
      if (state !== 'ok') reopen()
      if ((state as StorageState) !== 'ok') throw new StorageRefused(state, undefined)
      try {
        begin.run()
        const result = work(handle)
        commit.run()
        return result
      } catch (error) {
        const reached = stateAfter(error)
        if (reached === undefined) {
          if (driver.inTransaction) driver.exec('rollback')
          throw error
        }
        try {
          if (driver.inTransaction) driver.exec('rollback')
        } catch {
          // The reopening below decides what stands.
        }
        if (reached === 'reopening') {
          become('reopening')
          reopen()
        } else become(reached)
        throw new StorageRefused(reached, error)
      }
    },
    close: () => {
      try {
        if (state === 'ok') driver.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // What the log holds is taken in at the next opening.
      }
      driver.close()
    },
    reopen: async () => {
      await bringUpToDate()
      open()
    },
  }
}
