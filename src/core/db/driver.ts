// The seam to SQLite: the only file that loads the native driver, so that an encrypted driver with the
// same interface can be put in here. It refuses runtimes in which the driver would crash the process.
import type DatabaseConstructor from 'better-sqlite3'
import { createRequire } from 'node:module'

export type Driver = DatabaseConstructor.Database
export type DriverStatement = DatabaseConstructor.Statement

/** Before 3.51.3 two connections that write and checkpoint at once can corrupt the file (the WAL-reset bug). */
export const SQLITE_FLOOR = [3, 51, 3] as const
/** The driver's prebuilt binaries need this Node-API; below it they crash the process. */
const NODE_API_FLOOR = 10

const require = createRequire(import.meta.url)
let constructor: typeof DatabaseConstructor | undefined

/** Loads the driver once. Throws a plain sentence on a runtime that is too old. */
const loadDriver = (): typeof DatabaseConstructor => {
  if (constructor) return constructor
  if (Number(process.versions.napi) < NODE_API_FLOOR) {
    throw new Error(
      `this Node (${process.version}, Node-API ${process.versions.napi}) is too old for the database driver: Node 22.14 or Electron 35 is the least`,
    )
  }
  const loaded = require('better-sqlite3') as typeof DatabaseConstructor
  // Asked of a database in memory: in a file that another program holds even this question has to wait.
  const memory = new loaded(':memory:')
  const version = memory.prepare('select sqlite_version()').pluck().get() as string
  memory.close()
  if (!atLeast(version, SQLITE_FLOOR)) {
    throw new Error(
      `SQLite ${version} is older than ${SQLITE_FLOOR.join('.')}, which is the least that is safe`,
    )
  }
  constructor = loaded
  return loaded
}

/** Opens the file; `busyMs` is how long a statement waits for another connection's lock. */
export const openDriver = (
  file: string,
  options: { readonly?: boolean; mustExist?: boolean; busyMs?: number } = {},
): Driver => {
  const Database = loadDriver()
  return new Database(file, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? options.readonly ?? false,
    timeout: options.busyMs ?? 5000,
  })
}

const atLeast = (version: string, floor: readonly number[]): boolean => {
  const parts = version.split('.').map(Number)
  for (const [i, least] of floor.entries()) {
    const part = parts[i] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** The SQLite result code of an error (`SQLITE_FULL`, `SQLITE_IOERR_FSYNC` …), if it came from SQLite. */
export const sqliteCode = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined
}
