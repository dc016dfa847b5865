// A demo shop whose books hold five million postings over three years: settlements with labour, parts and their cost,
// paid by one method each or left on account, a shift a day. The same rows as the ledger leaves them, in bulk and
// without logs and outbox, which reading the books never touches. Kept between runs under the checksum of schema and
// generator.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { openBare } from './driver.ts'
import { cacheFolder } from './cache.ts'

export type BigBooks = Readonly<{ dataDir: string; deals: number; postings: number; days: number }>

const NOW = Date.UTC(2026, 10, 22, 2)
const DAY_MS = 86_400_000
export const DAYS = 1095
/** A settlement with three postings and a receipt with one. */
const POSTINGS_PER_DEAL = 4
/** One in so many is left on account. */
const ON_ACCOUNT = 40

const checksum = (): string =>
  createHash('sha256')
    .update(JSON.stringify(MIGRATIONS))
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 12)

const numbers = (count: number): string =>
  `with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < ${count})`
const id = (family: string, i: string): string => `printf('0190f5fe-7d0${family}-7a00-8000-%012x', ${i})`

export const shiftId = (day: number): string =>
  `0190f5fe-7d01-7a00-8000-${day.toString(16).padStart(12, '0')}`

/** The calendar day with this number, the last one is yesterday. */
export const dayText = (day: number): string =>
  new Date(NOW - (DAYS - day) * DAY_MS).toISOString().slice(0, 10)

/** Takes minutes the first time, nothing afterwards. */
export const bigBooks = async (deals: number): Promise<BigBooks> => {
  const dataDir = join(cacheFolder(), `books-${deals}-${checksum()}`)
  const books = { dataDir, deals, postings: deals * POSTINGS_PER_DEAL, days: DAYS }
  if (existsSync(dataDir)) return books
  process.stderr.write(`making books with ${books.postings} postings, once …\n`)
  const building = `${dataDir}.building-${process.pid}`
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { recursive: true })
  const history = { orders: 20_000, years: 3, seed: 12, toldInFull: 0 }
  await fillDemo({ dataDir: building, ...history, version: 'bench', now: NOW })
  const db = openBare(join(building, 'counter.db'))
  // Should it break, the folder is made anew.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma('secure_delete = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -1000000')
  db.exec('begin')
  fill(db, deals)
  db.exec('commit')
  db.pragma('journal_mode = WAL')
  db.close()
  renameSync(building, dataDir)
  return books
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

const fill = (db: Database, deals: number): void => {
  const staff = db.prepare('select id from staff limit 1').pluck().get() as string
  // Two orders of nobody else's money, by number: deal i belongs to order i modulo their count.
  db.exec(
    `create temp table o as select row_number() over (order by id) - 1 as n, id, customer_id from work_order`,
  )
  db.exec('create unique index temp.o_n on o (n)')
  const orders = db.prepare('select count(*) from o').pluck().get() as number
  db.exec(
    `insert into cash_drawer (id, name, active, created_at) values (${id('0', '0')}, '收银台 B', 1, ${NOW})`,
  )
  // The day of a deal, as text; deals spread evenly over the days.
  const perDay = Math.ceil(deals / DAYS)
  const day = `date(${NOW / 1000} - (${DAYS} - i / ${perDay}) * 86400, 'unixepoch')`
  const at = `${NOW} - (${DAYS} - i / ${perDay}) * ${DAY_MS} + (i % ${perDay}) * 1000`
  db.exec(
    `insert into shift (id, number, drawer_id, position, day, float_fen, at, staff_id) ${numbers(DAYS)}
     select ${id('1', 'i')}, printf('SH-%06d', i), ${id('0', '0')}, i + 1,
       date(${NOW / 1000} - (${DAYS} - i) * 86400, 'unixepoch'), 0, ${NOW} - (${DAYS} - i) * ${DAY_MS}, '${staff}' from n`,
  )
  const paid = `i % ${ON_ACCOUNT} <> 0`
  process.stderr.write('entries …\n')
  withoutIndexes(db, 'money_entry', () => {
    db.exec(
      `insert into money_entry (id, kind, day, order_id, customer_id, shift_id, reason, at, staff_id)
       ${numbers(deals)} select ${id('2', 'i')}, 'settlement', ${day}, o.id, o.customer_id, null, '', ${at}, '${staff}'
       from n join o on o.n = i % ${orders}`,
    )
    db.exec(
      `insert into money_entry (id, kind, day, order_id, customer_id, shift_id, reason, at, staff_id)
       ${numbers(deals)} select ${id('3', 'i')}, 'receipt', ${day}, o.id, o.customer_id, ${id('1', `i / ${perDay}`)}, '',
         ${at}, '${staff}' from n join o on o.n = i % ${orders} where ${paid}`,
    )
  })
  process.stderr.write('postings …\n')
  const method = `case i % 5 when 0 then 'Cash' when 1 then 'Alipay' else 'Wechat' end`
  const posting = (family: string, entry: string, at_: number, debit: string, credit: string, fen: string) =>
    `insert into money_posting (id, entry_id, position, debit, credit, amount_fen, order_id, customer_id, drawer_id)
     ${numbers(deals)} select ${id(family, 'i')}, ${id(entry, 'i')}, ${at_}, ${debit}, ${credit}, ${fen}, o.id, o.customer_id,
       ${entry === '3' ? `iif(i % 5 = 0, ${id('0', '0')}, null)` : 'null'} from n join o on o.n = i % ${orders}
       ${entry === '3' ? `where ${paid}` : ''}`
  withoutIndexes(db, 'money_posting', () => {
    db.exec(posting('4', '2', 1, `'receivableCustomer'`, `'incomeLabour'`, '20000 + i % 9000'))
    db.exec(posting('5', '2', 2, `'receivableCustomer'`, `'incomePart'`, '10000'))
    db.exec(posting('6', '2', 3, `'costParts'`, `'stock'`, '6000'))
    db.exec(posting('7', '3', 1, `'collected' || ${method}`, `'receivableCustomer'`, '30000 + i % 9000'))
  })
  process.stderr.write('receipts …\n')
  withoutIndexes(db, 'receipt', () =>
    db.exec(
      `insert into receipt (id, number, kind, customer_id, entry_id, amount_fen, note, at, day, staff_id) ${numbers(deals)}
       select ${id('8', 'i')}, printf('RC-%09d', i), 'settlement', o.customer_id, ${id('3', 'i')}, 30000 + i % 9000, '', ${at},
         ${day}, '${staff}' from n join o on o.n = i % ${orders} where ${paid}`,
    ),
  )
  withoutIndexes(db, 'payment', () =>
    db.exec(
      `insert into payment (id, receipt_id, position, method, amount_fen, drawer_id, reference) ${numbers(deals)}
       select ${id('9', 'i')}, ${id('8', 'i')}, 1, lower(${method}), 30000 + i % 9000,
         iif(i % 5 = 0, ${id('0', '0')}, null), '' from n where ${paid}`,
    ),
  )
  db.exec(
    `insert into payment_waiting (id, day, method, at)
     select y.id, r.day, y.method, r.at from payment y join receipt r on r.id = y.receipt_id where y.id like '0190f5fe-7d09%'`,
  )
  process.stderr.write('sums …\n')
  // The demo beside it has some already.
  db.exec('delete from money_day')
  db.exec('delete from money_open')
  db.exec(
    `insert into money_day (day, account, debit_fen, credit_fen)
     select day, account, sum(debit), sum(credit) from (
       select e.day, p.debit as account, p.amount_fen as debit, 0 as credit
         from money_posting p join money_entry e on e.id = p.entry_id
       union all select e.day, p.credit, 0, p.amount_fen
         from money_posting p join money_entry e on e.id = p.entry_id) group by day, account`,
  )
  db.exec(
    `insert into money_open (account, party_id, order_id, balance_fen, since)
     select account, party, order_id, sum(fen), max(day) from (
       select e.day, p.debit as account, p.customer_id as party, p.order_id, p.amount_fen as fen
         from money_posting p join money_entry e on e.id = p.entry_id where p.debit = 'receivableCustomer'
       union all select e.day, p.credit, p.customer_id, p.order_id, -p.amount_fen
         from money_posting p join money_entry e on e.id = p.entry_id where p.credit = 'receivableCustomer')
     group by account, party, order_id`,
  )
}
