// The two handles that features get: queries read, only commands write. Knex builds the SQL; the driver
// runs it synchronously; prepared statements are kept by their SQL text.
import { createRequire } from 'node:module'
import type knexFactory from 'knex'
import type { Knex } from 'knex'
import type { Driver, DriverStatement } from './driver.ts'

const require = createRequire(import.meta.url)
let builder: Knex | undefined

/** Builds SQL only: it has no connection. Knex loads at the first use, because every start would wait for it. */
export const sql = (table: string): Knex.QueryBuilder => {
  builder ??= (require('knex') as typeof knexFactory)({ client: 'better-sqlite3', useNullAsDefault: true })
  return builder(table)
}

export type SqlValue = string | number | bigint | null | Uint8Array
/** A query built by knex, or fixed SQL text with its bindings for hot paths. */
export type Sql = Knex.QueryBuilder | Readonly<{ text: string; bindings: readonly SqlValue[] }>

/** Fixed SQL with positional bindings. */
export const text = (sqlText: string, ...bindings: SqlValue[]): Sql => ({ text: sqlText, bindings })

declare const readBrand: unique symbol
declare const writeBrand: unique symbol

export type ReadDb = {
  readonly [readBrand]?: true
  all<T>(query: Sql): T[]
  get<T>(query: Sql): T | undefined
  /** The first column of the first row. */
  value<T>(query: Sql): T | undefined
  iterate<T>(query: Sql): IterableIterator<T>
}

export type WriteDb = ReadDb & {
  readonly [writeBrand]?: true
  /** Runs a change; answers how many rows it touched and the last rowid. */
  run(query: Sql): { changes: number; lastRowid: number }
}

const STATEMENTS_KEPT = 400

/**
 * A question as it is compiled. SQLite notes that the plan of a join or of a sorted list might be another one for
 * another value of `column = ?`, and as the driver clears the values after every run, it would compile such a statement
 * anew every time, which takes longer than most of them run. At a value behind a plus the planner does not look.
 */
const compiledOnce = (sqlText: string): string =>
  /^\s*(select|with)\b/i.test(sqlText) ? sqlText.replaceAll('= ?', '= +?') : sqlText

/** A handle over one connection. Only command code is given it as `WriteDb`. */
export const createHandle = (db: Driver): WriteDb => {
  const kept = new Map<string, DriverStatement>()

  const statement = (sqlText: string): DriverStatement => {
    const found = kept.get(sqlText)
    if (found) {
      if (kept.size > STATEMENTS_KEPT / 2) {
        kept.delete(sqlText)
        kept.set(sqlText, found)
      }
      return found
    }
    const made = db.prepare(compiledOnce(sqlText))
    kept.set(sqlText, made)
    if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string)
    return made
  }

  const parts = (query: Sql): { statement: DriverStatement; bindings: readonly SqlValue[] } => {
    if ('text' in query && typeof query.text === 'string') {
      return { statement: statement(query.text), bindings: query.bindings }
    }
    const native = (query as Knex.QueryBuilder).toSQL().toNative()
    return { statement: statement(native.sql), bindings: native.bindings as readonly SqlValue[] }
  }

  return {
    all: <T>(query: Sql) => {
      const p = parts(query)
      return p.statement.all(...p.bindings) as T[]
    },
    get: <T>(query: Sql) => {
      const p = parts(query)
      return p.statement.get(...p.bindings) as T | undefined
    },
    value: <T>(query: Sql) => {
      const p = parts(query)
      const row = p.statement.get(...p.bindings) as Record<string, T> | undefined
      return row === undefined ? undefined : Object.values(row)[0]
    },
    iterate: <T>(query: Sql) => {
      const p = parts(query)
      return p.statement.iterate(...p.bindings) as IterableIterator<T>
    },
    run: (query: Sql) => {
      const p = parts(query)
      const result = p.statement.run(...p.bindings)
      return { changes: result.changes, lastRowid: Number(result.lastInsertRowid) }
    },
  }
}
