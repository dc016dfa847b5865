// How a connection to the shop's database is opened: durable, strict, and proven to be so.
import { openDriver, sqliteCode } from './driver.ts'
import type { Driver } from './driver.ts'

/** What every connection must answer after its first write; see `assertDurable`. */
export const REQUIRED_PRAGMAS = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
} as const

// The file is not mapped into memory: a disk error would end the process instead of being an error, and every
// page once read would count as ours.
const WRITER_CACHE_KIB = 16 * 1024
const READER_CACHE_KIB = 2 * 1024

/** The single writer connection of a core. WAL with FULL: an answered command survives a power cut. */
export const openWriter = (file: string): Driver => {
  const db = openDriver(file)
  try {
    db.pragma('journal_mode = WAL')
    applySession(db)
    // The driver is built with a weaker default that comes back at the first write in WAL mode, so the
    // setting is repeated after one and then asserted.
    db.exec(
      'begin immediate; create table if not exists opened (id integer primary key check (id = 1), at integer) strict; commit',
    )
    db.exec(
      'begin immediate; insert into opened (id, at) values (1, unixepoch()) on conflict (id) do update set at = excluded.at; commit',
    )
    db.pragma('synchronous = FULL')
    assertDurable(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const UNFINISHED: readonly string[] = ['SQLITE_READONLY_ROLLBACK', 'SQLITE_READONLY_RECOVERY']

const takeBackUnfinished = (file: string): void => {
  const db = openDriver(file, { mustExist: true })
  try {
    db.prepare('select count(*) from sqlite_schema').get()
  } finally {
    db.close()
  }
}

/** A read-only connection for one long look: a backup, a check. */
export const openReader = (file: string): Driver => {
  try {
    return reader(file, 'beside others')
  } catch (error) {
    // A write that was cut off has to be taken back first, and only a writing connection can do that.
    if (UNFINISHED.includes(sqliteCode(error) ?? '')) {
      takeBackUnfinished(file)
      return reader(file, 'beside others')
    }
    // No room for the small file that connections share: without it the only connection can still read.
    if (sqliteCode(error) !== 'SQLITE_IOERR_SHMSIZE') throw error
    return reader(file, 'alone')
  }
}

const reader = (file: string, company: 'beside others' | 'alone'): Driver => {
  const db = openDriver(file, { readonly: company !== 'alone', mustExist: true })
  try {
    db.pragma('query_only = ON')
    if (company === 'alone') db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('temp_store = MEMORY')
    db.pragma(`cache_size = ${-READER_CACHE_KIB}`)
    db.prepare('select count(*) from sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const applySession = (db: Driver): void => {
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma(`cache_size = ${-WRITER_CACHE_KIB}`)
  db.pragma('journal_size_limit = 67108864')
}

/** Throws if any required setting does not stand, whatever was asked for. */
export const assertDurable = (db: Driver): void => {
  for (const [name, wanted] of Object.entries(REQUIRED_PRAGMAS)) {
    const actual = db.pragma(name, { simple: true })
    if (actual !== wanted)
      throw new Error(`database setting ${name} is ${String(actual)} instead of ${String(wanted)}`)
  }
}
