// Parts and service items in a shop of a test, written past the core: who tests quotes needs them to be there, not how
// they came.
import { openDriver } from '#core/db/driver.ts'
import { loadPinyin, partTokens } from '#core/search/index.ts'
import type { SearchablePart } from '#core/search/index.ts'
import { START } from './core.ts'

/** Ids that no shop makes. */
export const SCREEN = '0190f5fe-7c00-7a00-8000-000000000101'
export const WIRE = '0190f5fe-7c00-7a00-8000-000000000102'
export const REPLACING = '0190f5fe-7c00-7a00-8000-000000000201'
export const CLEANING = '0190f5fe-7c00-7a00-8000-000000000202'
export const FINDING = '0190f5fe-7c00-7a00-8000-000000000203'

type Row = Readonly<Record<string, string | number | null>>

const PART: Row = {
  spec: '',
  kind: 'part',
  unit: '块',
  decimals: 0,
  serial_tracked: 0,
  old_returnable: 0,
  models: '[]',
  barcode: null,
  prices: '{}',
  minimum: 0,
  warranty_days: null,
  repair_fee_fen: null,
  fee_apart: 0,
  yield_count: null,
  active: 1,
  created_at: START,
}
const WORK: Row = {
  prices: '{}',
  minutes: null,
  commission: 'none',
  commission_value: 0,
  warranty_days: null,
  active: 1,
  created_at: START,
}

export const ROWS: readonly (readonly [table: string, row: Row])[] = [
  [
    'part',
    {
      ...PART,
      id: SCREEN,
      code: 'LCD-14',
      name: '液晶屏 14 寸',
      price_fen: 68_000,
      prices: '{"peer":60000}',
      barcode: '6901234567892',
      warranty_days: 180,
      code_key: 'LCD-14',
    },
  ],
  [
    'part',
    {
      ...PART,
      id: WIRE,
      code: 'WIRE',
      name: '导线',
      unit: '米',
      decimals: 1,
      price_fen: 333,
      code_key: 'WIRE',
    },
  ],
  ['stock_cost', { part_id: SCREEN, quantity: 3000, value_fen: 126_000 }],
  [
    'service_item',
    {
      ...WORK,
      id: REPLACING,
      code: 'W01',
      name: '更换屏幕',
      price_fen: 10_000,
      commission: 'percent',
      commission_value: 3333,
      code_key: 'W01',
      search_key: 'w01 更换屏幕 ghpm',
    },
  ],
  [
    'service_item',
    {
      ...WORK,
      id: CLEANING,
      code: 'W02',
      name: '清灰保养',
      price_fen: 5000,
      commission: 'amount',
      commission_value: 1000,
      warranty_days: 7,
      code_key: 'W02',
      search_key: 'w02 清灰保养 qhby',
    },
  ],
  [
    'service_item',
    {
      ...WORK,
      id: FINDING,
      code: 'W03',
      name: '检测费',
      price_fen: 3000,
      code_key: 'W03',
      search_key: 'w03 检测费 jcf',
    },
  ],
]

/** A screen (bought at 420.00 each), a wire by the metre, and three kinds of work. */
export const fillCatalogue = async (dir: string): Promise<void> => {
  await loadPinyin()
  const db = openDriver(`${dir}/counter.db`)
  const tokens = db.prepare('insert into part_search (rowid, tokens) values (?, ?)')
  for (const [table, row] of ROWS) {
    const { lastInsertRowid } = db
      .prepare(
        `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
          .map(() => '?')
          .join()})`,
      )
      .run(...Object.values(row))
    if (table === 'part')
      tokens.run(lastInsertRowid, partTokens({ ...row, models: [] } as unknown as SearchablePart))
  }
  db.close()
}

/** The catalogue changes after the fact. */
export const changeWork = (dir: string, id: string, values: Row): void => {
  const db = openDriver(`${dir}/counter.db`)
  const columns = Object.keys(values)
  db.prepare(`update service_item set ${columns.map((column) => `${column} = ?`).join()} where id = ?`).run(
    ...Object.values(values),
    id,
  )
  db.close()
}
