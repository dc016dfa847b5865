// The demo shop: always the same, and as true to the books as a real one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/index.ts'
import { openCore } from '#core/core.ts'
import { openReader } from '#core/db/connection.ts'
import { dataDir } from '#core/db/data-dir.ts'
import { ENTITIES } from '#core/db/entities.ts'
import { createHandle, text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { DemoMade } from './fill-demo.ts'
import { fillDemo } from './fill-demo.ts'

const NOW = Date.UTC(2026, 10, 18, 7, 30)
const ORDERS = 150
const folders: string[] = []
let root = ''
let made: DemoMade

const fill = async (seed: number, toldInFull?: number): Promise<[string, DemoMade]> => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  folders.push(folder)
  return [
    folder,
    await fillDemo({
      dataDir: folder,
      orders: ORDERS,
      years: 1,
      seed,
      version: 'test',
      now: NOW,
      ...(toldInFull === undefined ? {} : { toldInFull }),
    }),
  ]
}

const reading = <T>(folder: string, work: (db: ReadDb) => T): T => {
  const driver = openReader(dataDir(folder).database)
  try {
    return work(createHandle(driver))
  } finally {
    driver.close()
  }
}

const TABLES = [
  ...Object.values(ENTITIES).map(({ table }) => table),
  'outbox',
  'audit',
  'sync_self',
  'number_series',
]
const allRows = (folder: string) =>
  reading(folder, (db) => TABLES.map((table) => [table, db.all(text(`select * from ${table} order by 1`))]))

beforeAll(async () => {
  ;[root, made] = await fill(7)
})
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const failedOrEmpty = (folder: string) =>
  checkFolder(folder, NOW).filter(({ ok, count }) => !ok || count === 0)

describe('the demo shop', () => {
  it('is the same to the last byte for the same seed and the same day', async () => {
    const [again] = await fill(7)
    expect(allRows(again)).toEqual(allRows(root))
  })

  it('is another one for another seed', async () => {
    const [other] = await fill(8)
    const names = (folder: string) =>
      reading(folder, (db) => db.all(text('select name from customer order by id')))
    expect(names(other)).not.toEqual(names(root))
  })

  it('passes every check that a real shop passes', () => {
    expect(failedOrEmpty(root)).toEqual([])
  })

  it('passes them too where the old orders are told shortly', async () => {
    const [short] = await fill(9, 30)
    const logged = (folder: string) =>
      reading(folder, (db) => db.value<number>(text('select count(*) from service_log')) ?? 0)
    expect(failedOrEmpty(short)).toEqual([])
    expect(logged(short)).toBeLessThan(logged(root) / 2)
  })

  it('WO-6 has exactly as many orders as asked for, each with a number of its own', () => {
    const counted = reading(root, (db) =>
      db.get(
        text(
          `select (select count(*) from work_order) as orders, (select count(distinct number) from work_order) as numbers,
           (select count(*) from visit) as visits, (select count(*) from customer) as customers, (select count(*) from device) as devices`,
        ),
      ),
    )
    const { visits, customers, devices } = made
    expect(counted).toEqual({ orders: ORDERS, numbers: ORDERS, visits, customers, devices })
  })

  it('has old orders closed, some open, and nothing later than now', () => {
    const facts = reading(root, (db) =>
      db.get<{ finished: number; open: number; latest: number }>(
        text(
          `select sum(state in ('closed', 'cancelled')) as finished, sum(state not in ('closed', 'cancelled')) as open,
           (select max(at) from service_log) as latest from work_order`,
        ),
      ),
    )
    expect(facts).toEqual({
      finished: expect.any(Number),
      open: expect.any(Number),
      latest: expect.any(Number),
    })
    expect(facts?.finished).toBeGreaterThan(ORDERS / 2)
    expect(facts?.open).toBeGreaterThan(3)
    expect(facts?.latest).toBeLessThanOrEqual(NOW)
  })

  it('lets the people it names sign in and find a customer by telephone', async () => {
    const core = await openCore({
      dataDir: root,
      version: 'test',
      now: () => NOW,
      upkeep: false,
      checkOutputs: true,
    })
    try {
      const connection = core.connect('test', () => undefined)
      const { staffNo, password } = made.staff[0] as DemoMade['staff'][number]
      const signedIn = await connection.call({ method: 'session.login', params: { staffNo, password } })
      const { name, display } = reading(root, (db) =>
        db.get<{ name: string; display: string }>(
          text(
            'select c.name, p.display from customer c join customer_phone p on p.customer_id = c.id limit 1',
          ),
        ),
      ) as { name: string; display: string }
      const found = await connection.call({ method: 'search.find', params: { text: display } })
      expect([signedIn, found]).toMatchObject([
        { ok: true, value: { staffNo, mustChangePassword: false } },
        { ok: true, value: { hits: [{ kind: 'customer', name }] } },
      ])
    } finally {
      await core.drain()
    }
  })

  it('keeps parts: sold and used, waited for and late, defective and old ones with tags, some in a bag, some short', () => {
    const many = (query: string) => reading(root, (db) => db.value<number>(text(query)) ?? 0)
    const found = {
      used: many('select count(*) from order_part where used > 0'),
      asked: many('select count(*) from part_request where order_part_id is not null'),
      quoted: many('select count(*) from quote_line where part_id is not null'),
      late: many(`select count(*) from part_request where state = 'open' and expected_at < ${NOW}`),
      defective: many(`select count(*) from fault_tag where what = 'defective'`),
      old: many(`select count(*) from fault_tag where what = 'old'`),
      inBags: many(
        `select count(*) from stock_balance b join stock_place l on l.id = b.place_id where l.kind = 'bag' and b.quantity > 0`,
      ),
      short: many(
        `select count(*) from part p where p.minimum > (select coalesce(sum(b.quantity), 0) from stock_balance b
         join stock_place l on l.id = b.place_id and l.kind = 'bin' where b.part_id = p.id)`,
      ),
      packages: many('select count(*) from package'),
      commissions: many(`select count(*) from service_item where commission <> 'none'`),
    }
    expect(Object.entries(found).filter(([, count]) => count === 0)).toEqual([])
  })

  it('is never written into a folder that has data', async () => {
    await expect(
      fillDemo({ dataDir: root, orders: 1, years: 1, seed: 1, version: 'test', now: NOW }),
    ).rejects.toThrow('演示数据只写入空目录')
  })
})
