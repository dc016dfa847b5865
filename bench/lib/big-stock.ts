// A demo shop with fifty thousand parts in ten places and five million movements, for measuring the stock: the same
// rows as the ledger leaves them, but in bulk and without logs and outbox, which reading the stock never touches. Kept
// between runs under the checksum of schema and generator.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { loadPinyin } from '#core/search/tokens.ts'
import { partTokens } from '#core/search/part-tokens.ts'
import { openBare } from './driver.ts'
import { cacheFolder } from './cache.ts'

export type BigStock = Readonly<{ dataDir: string; parts: number; movements: number; places: number }>

const NOW = Date.UTC(2026, 10, 22, 2)
const PLACES = 10
/** Movements of one document, and of one part: each place gets and gives in turn, and keeps ten pieces. */
const LINES = 10
const PER_PART = 100

const checksum = (): string =>
  createHash('sha256')
    .update(JSON.stringify(MIGRATIONS))
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 12)

const numbers = (count: number): string =>
  `with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < ${count})`
const id = (family: string, i: string): string => `printf('0190f5fe-7c0${family}-7a00-8000-%012x', ${i})`

export const codeOf = (i: number): string => `P-${String(i).padStart(6, '0')}`

/** Takes minutes the first time, nothing afterwards. */
export const bigStock = async (parts: number): Promise<BigStock> => {
  const dataDir = join(cacheFolder(), `stock-${parts}-${checksum()}`)
  const shop = { dataDir, parts, movements: parts * PER_PART, places: PLACES }
  if (existsSync(dataDir)) return shop
  process.stderr.write(`making a stock with ${parts} parts, once …\n`)
  const building = `${dataDir}.building-${process.pid}`
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { recursive: true })
  await fillDemo({ dataDir: building, orders: 20, years: 1, seed: 11, version: 'bench', now: NOW })
  const db = openBare(join(building, 'counter.db'))
  // Should it break, the folder is made anew.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma('secure_delete = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -1000000')
  await loadPinyin()
  fill(db, parts)
  db.pragma('journal_mode = WAL')
  db.close()
  renameSync(building, dataDir)
  return shop
}

const withoutIndexes = (db: Database, table: string, work: () => void): void => {
  const indexes = db
    .prepare<[string]>(
      `select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name = ?`,
    )
    .all(table) as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  work()
  for (const { sql } of indexes) db.exec(sql)
}

const NAMES = `json_extract('["电源板","硒鼓","液晶屏","主板","风扇","键盘","墨盒","压缩机","遥控器","内存条"]', '$[' || (i % 10) || ']')`

const partColumns = {
  id: id('1', 'i'),
  code: `printf('P-%06d', i)`,
  code_key: `printf('P-%06d', i)`,
  name: `${NAMES} || ' ' || (i % 977)`,
  spec: `'规格 ' || (i % 31)`,
  kind: `'part'`,
  unit: `'个'`,
  decimals: '0',
  serial_tracked: '0',
  old_returnable: '0',
  models: `'["联想 ThinkPad T' || (i % 90) || '"]'`,
  barcode: `printf('69%011d', i)`,
  price_fen: '12000',
  prices: `'{}'`,
  minimum: 'iif(i % 20 = 0, 200000, 0)',
  fee_apart: '0',
  active: '1',
  created_at: String(NOW),
}

const insertTokens = (db: Database): void => {
  const insert = db.prepare('insert into part_search (rowid, tokens) values (?, ?)')
  const parts = db
    .prepare(
      'select rowid, code, name, spec, models from part where rowid not in (select rowid from part_search)',
    )
    .all() as {
    rowid: number
    code: string
    name: string
    spec: string
    models: string
  }[]
  for (const { rowid, models, ...part } of parts)
    insert.run(rowid, partTokens({ ...part, models: JSON.parse(models) as string[] }))
}

const fill = (db: Database, parts: number): void => {
  const staff = db.prepare('select id from staff limit 1').pluck().get() as string
  db.exec('begin')
  db.exec(
    `insert into part (${Object.keys(partColumns).join()}) ${numbers(parts)}
     select ${Object.values(partColumns).join()} from n`,
  )
  insertTokens(db)
  db.exec(
    `insert into warehouse (id, code, name, active, created_at) values (${id('2', '0')}, 'B1', '大库', 1, ${NOW})`,
  )
  db.exec(
    `insert into stock_place (id, warehouse_id, kind, code, name, active, created_at) ${numbers(PLACES)}
     select ${id('3', 'i')}, ${id('2', '0')}, iif(i = 9, 'defective', 'bin'), 'B1-' || i, '货位 ' || i, 1, ${NOW} + i from n`,
  )
  const total = parts * PER_PART
  process.stderr.write('movements …\n')
  withoutIndexes(db, 'stock_document', () =>
    db.exec(
      `insert into stock_document (id, number, kind, reason, at, staff_id) ${numbers(total / LINES)}
       select ${id('4', 'i')}, printf('ST01-%09d', i), iif((i * ${LINES} / ${parts * PLACES}) % 2, 'supplierReturn', 'receipt'),
         '', ${NOW} - ${total} + i * ${LINES}, '${staff}' from n`,
    ),
  )
  withoutIndexes(db, 'stock_movement', () =>
    db.exec(
      `insert into stock_movement (id, document_id, position, part_id, place_id, quantity, value_fen, serials, at)
       ${numbers(total)}
       select ${id('5', 'i')}, ${id('4', `i / ${LINES}`)}, i % ${LINES} + 1, ${id('1', `i % ${parts}`)},
         ${id('3', `(i / ${parts}) % ${PLACES}`)}, iif((i / ${parts * PLACES}) % 2, -3000, 5000),
         iif((i / ${parts * PLACES}) % 2, -300, 500), '[]', ${NOW} - ${total} + i / ${LINES} * ${LINES} from n`,
    ),
  )
  process.stderr.write('balances …\n')
  db.exec(
    // The demo beside it has some already.
    `insert or replace into stock_balance (part_id, place_id, quantity)
     select part_id, place_id, sum(quantity) from stock_movement group by part_id, place_id`,
  )
  db.exec(
    `insert or replace into stock_cost (part_id, quantity, value_fen)
     select part_id, sum(quantity), sum(value_fen) from stock_movement group by part_id`,
  )
  db.exec('commit')
}
