// A shop's database as it was after a certain migration. Each migration gets a test file of its own, which calls
// `keepsRows` with rows as a shop would have had them before it.
import { expect } from 'vitest'
import { MIGRATIONS } from '#db/migrations/index.ts'
import type { DataDir } from '#core/db/data-dir.ts'
import { makeDataDir } from '#core/db/data-dir.ts'
import { openDriver } from '#core/db/driver.ts'
import type { Driver } from '#core/db/driver.ts'
import { migrate } from '#core/db/migrate.ts'
import { tempDir } from '#test/support/temp-dir.ts'

export type Rows = Record<string, Record<string, unknown>[]>

const MIGRATION_TABLES = ['knex_migrations', 'knex_migrations_lock', 'migration_checksum']

/** A data folder whose database has the first `count` migrations; 0 for none at all. */
export const folderAt = async (count: number): Promise<DataDir> => {
  const dir = makeDataDir(tempDir())
  if (count > 0) await migrate(dir.database, { migrations: MIGRATIONS.slice(0, count) })
  return dir
}

export const withDatabase = <T>(file: string, work: (db: Driver) => T): T => {
  const db = openDriver(file, { mustExist: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

export const tablesOf = (db: Driver): string[] =>
  (
    db
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[]
  ).filter((name) => !MIGRATION_TABLES.includes(name))

/** Every row of every table that has any, in a fixed order. */
export const rowsOf = (db: Driver): Rows =>
  Object.fromEntries(
    tablesOf(db)
      .map((name): [string, Record<string, unknown>[]] => [
        name,
        (db.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).toSorted((a, b) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
        ),
      ])
      .filter(([, rows]) => rows.length > 0),
  )

/** The schema as one text a thing; what knex and the writer's opening keep for themselves left out. */
export const schemaOf = (db: Driver): string[] =>
  (
    db
      .prepare(
        `select coalesce(sql, name) from sqlite_schema
           where name not like 'sqlite_%' and name not like 'knex_%' and name <> 'opened'`,
      )
      .pluck()
      .all() as string[]
  ).toSorted()

export type Insert = (insert: (table: string, row: Record<string, unknown>) => void) => void

export const insertInto = (db: Driver, rows: Insert): void => {
  db.pragma('foreign_keys = ON')
  rows((table, row) => {
    const columns = Object.keys(row)
    db.prepare(
      `insert into "${table}" (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})`,
    ).run(row)
  })
}

/** Why the database refuses a statement; `done` if it does not. */
export const refusalOf = (db: Driver, statement: string, ...values: (string | number)[]): string => {
  try {
    db.prepare(statement).run(...values)
    return 'done'
  } catch (error) {
    return (error as Error).message
  }
}

/** Rows written before migration number `n` (1 for the first) are there after it, column by column, and fit. */
export const keepsRows = async (n: number, rows: Insert): Promise<void> => {
  const dir = await folderAt(n - 1)
  withDatabase(dir.database, (db) => insertInto(db, rows))
  const before = withDatabase(dir.database, rowsOf)
  await migrate(dir.database, { migrations: MIGRATIONS.slice(0, n) })
  withDatabase(dir.database, (db) => {
    expect(rowsOf(db)).toMatchObject(before)
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
}
