// A shop with a million customers, for measuring search: the same schema and the same tokens as the core writes,
// but in bulk. It has no history beside its rows (outbox, logs): search reads none of it. Kept between runs
// under the checksum of schema and generator.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { machineKind } from '#core/demo/machines.ts'
import { mobile, personName } from '#core/demo/names.ts'
import { createChance } from '#core/demo/random.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { createRandomPool } from '#core/command/random-pool.ts'
import { customerTokens, loadPinyin } from '#core/search/tokens.ts'
import { formatNumber, nextNumber } from '#shared/kernel/document-number.ts'
import { createIdSource } from '#shared/kernel/ids.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { fold, serialKey } from '#shared/kernel/text.ts'
import { addDays } from '#shared/kernel/time.ts'
import { openBare } from './driver.ts'
import { cacheFolder } from './cache.ts'

export type BigShop = Readonly<{ dataDir: string; customers: number; orders: number }>

const SEED = 11
const YEARS = 5
const DAY_MS = 86_400_000
const FIRST_DAY = '2021-11-22'
const FIRST_MORNING = Date.UTC(2021, 10, 22, 1)
/** The newest orders are still open. */
const OPEN = 3000
const ROWS_PER_TRANSACTION = 50_000
/** Customers whose document was moved to the front after the index was made, as orders do it day by day. */
const MOVED = 0.02

const checksum = (): string =>
  createHash('sha256')
    .update(JSON.stringify(MIGRATIONS))
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 12)

/** Half as many customers as orders. Takes minutes the first time, nothing afterwards. */
export const bigShop = async (orders: number): Promise<BigShop> => {
  const dataDir = join(cacheFolder(), `shop-${orders}-${checksum()}`)
  const shop = { dataDir, customers: orders / 2, orders }
  if (existsSync(dataDir)) return shop
  process.stderr.write(`making a shop with ${orders} orders, once …\n`)
  const building = `${dataDir}.building-${process.pid}`
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { recursive: true })
  const now = FIRST_MORNING + YEARS * 365 * DAY_MS
  await fillDemo({ dataDir: building, orders: 20, years: 1, seed: SEED, version: 'bench', now })
  await loadPinyin()
  const db = openBare(join(building, 'counter.db'))
  // Should it break, the folder is made anew.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma('secure_delete = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -1000000')
  fill(db, orders)
  db.pragma('journal_mode = WAL')
  db.close()
  renameSync(building, dataDir)
  return shop
}

const fill = (db: Database, orders: number): void => {
  const big = ['customer', 'customer_phone', 'device', 'visit', 'work_order', 'search_document']
  const indexes = db
    .prepare<[string]>(
      `select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name in (select value from json_each(?))`,
    )
    .all(JSON.stringify(big)) as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  const { names, phones, latest, firstRowid } = insertOrders(db, orders)
  process.stderr.write('indexes …\n')
  for (const { sql } of indexes) db.exec(sql)
  process.stderr.write('search …\n')
  insertDocuments(db, { names, phones, latest, firstRowid })
}

const insertOrders = (db: Database, orders: number) => {
  const chance = createChance(SEED)
  let now = FIRST_MORNING
  const newId = createIdSource({ now: () => now, random: createRandomPool() })
  const staff = db.prepare('select id from staff limit 1').pluck().get() as string
  const firstRowid = (db.prepare('select max(rowid) from customer').pluck().get() as number) + 1
  const statements = {
    customer: db.prepare(
      'insert into customer (rowid, id, name, name_key, last_order_at, created_at) values (?, ?, ?, ?, 0, ?)',
    ),
    phone: db.prepare(
      `insert into customer_phone (id, customer_id, phone_key, tail4, display, kind, position, active) values (?, ?, ?, ?, ?, 'mobile', 0, 1)`,
    ),
    device: db.prepare(
      `insert into device (id, customer_id, category, brand, model, serial, serial_key, no_serial_reason, created_at) values (?, ?, ?, ?, ?, ?, ?, '', ?)`,
    ),
    visit: db.prepare(
      'insert into visit (id, number, digits, short_code, customer_id, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?)',
    ),
    order: db.prepare(
      `insert into work_order (id, number, digits, short_code, visit_id, position, customer_id, device_id, state, state_stack, state_since, service,
       origin, machine_place, purpose, return_by, priority, important, reported_fault, condition, accessories, configuration,
       charge_kind, charge_basis, t1, created_at, created_by, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, 'dropOff',
       'here', ?, 'repair', 'pickUp', 3, 0, ?, '外壳有划痕', '[{"name":"电源适配器","count":1}]', '[]',
       'undecided', '{"because":"purchaseDateUnknown"}', ?, ?, ?, ?)`,
    ),
  }
  const customers: string[] = []
  const names: string[] = []
  const phones: string[] = []
  const devices: string[][] = []
  const latest = new Float64Array(orders / 2)
  const perDay = Math.ceil(orders / (YEARS * 365))
  let sequence = 1
  const number = (date: string) => {
    const parts = nextNumber({ branch: 'SZ01', date, pc: 2, generation: 0, sequence })
    if (isRefused(parts)) throw new Error('numbers are used up')
    sequence = parts.sequence + 1
    return parts
  }
  db.exec('begin')
  for (let i = 0; i < orders; i += 1) {
    if (i % ROWS_PER_TRANSACTION === 0 && i > 0) db.exec('commit; begin')
    const day = Math.floor(i / perDay)
    if (i % perDay === 0) sequence = 1
    const date = addDays(FIRST_DAY, day)
    now = FIRST_MORNING + day * DAY_MS + Math.floor(((i % perDay) / perDay) * 10 * 3_600_000)
    const isNew = i % 2 === 0
    const who = isNew ? customers.length : Math.floor(chance.next() * customers.length)
    if (isNew) {
      const [id, name, phone] = [newId(), personName(chance), mobile(chance)]
      customers.push(id)
      names.push(name)
      phones.push(phone)
      devices.push([])
      statements.customer.run(firstRowid + who, id, name, fold(name), now)
      const display = phone.replace(/(...)(....)(....)/, '$1 $2 $3')
      statements.phone.run(newId(), id, phone, phone.slice(-4), display)
    }
    const customer = customers[who] as string
    const known = devices[who] as string[]
    if (isNew || chance.happens(0.5)) {
      const kind = machineKind(chance, false)
      const { brand, models, serial } = chance.pick(kind.brands)
      const id = newId()
      const made = serial(chance)
      statements.device.run(
        id,
        customer,
        kind.category,
        brand,
        chance.pick(models),
        made,
        serialKey(made),
        now,
      )
      known.push(id)
    }
    const visit = newId()
    const of = formatNumber(number(date), 'visit')
    statements.visit.run(visit, of.number, of.digits, of.shortCode, customer, now, staff)
    const order = formatNumber(number(date))
    const open = i >= orders - OPEN
    statements.order.run(
      newId(),
      order.number,
      order.digits,
      order.shortCode,
      visit,
      1,
      customer,
      known.at(-1) as string,
      open ? 'inService' : 'closed',
      now,
      open ? 'here' : 'withCustomer',
      '开机后蓝屏',
      now,
      now,
      staff,
      now,
    )
    latest[who] = now + (i % 1000) / 1000
  }
  db.exec('commit')
  return { names, phones, latest, firstRowid }
}

type Documents = { names: string[]; phones: string[]; latest: Float64Array; firstRowid: number }

const insertDocuments = (db: Database, { names, phones, latest, firstRowid }: Documents): void => {
  const touch = db.prepare('update customer set last_order_at = ? where rowid = ?')
  const document = db.prepare('insert into search_document (customer_rowid, tokens) values (?, ?)')
  const index = db.prepare('insert into search_index (rowid, tokens) values (?, ?)')
  const ranked = Array.from(names.keys()).sort((a, b) => (latest[a] as number) - (latest[b] as number))
  const add = (who: number, tokens: string): void => {
    const { lastInsertRowid } = document.run(firstRowid + who, tokens)
    index.run(lastInsertRowid, tokens)
  }
  db.exec('begin')
  for (const [i, who] of ranked.entries()) {
    if (i % ROWS_PER_TRANSACTION === 0 && i > 0) db.exec('commit; begin')
    touch.run(Math.floor(latest[who] as number), firstRowid + who)
    add(who, customerTokens({ names: [names[who] as string], phones: [phones[who] as string] }))
  }
  db.exec('commit')

  const old = db.prepare('select rowid, tokens from search_document where customer_rowid = ?')
  const forget = db.prepare('delete from search_document where rowid = ?')
  const unindex = db.prepare('delete from search_index where rowid = ?')
  const chance = createChance(SEED)
  const last = Math.ceil(Math.max(...latest.subarray(latest.length - 1000)))
  for (let i = 0; i < names.length * MOVED; i += 1) {
    if (i % 100 === 0) db.exec(i === 0 ? 'begin' : 'commit; begin')
    const who = Math.floor(chance.next() * names.length)
    const was = old.get(firstRowid + who) as { rowid: number; tokens: string }
    unindex.run(was.rowid)
    forget.run(was.rowid)
    touch.run(last + i, firstRowid + who)
    add(who, was.tokens)
  }
  db.exec('commit')
}
