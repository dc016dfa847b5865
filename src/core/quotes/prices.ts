// What quotes and service records read of the catalogue and the stock: an item's name, price, term, rule of commission
// and cost. The only place outside those features that reads their tables.
import type { CommissionRule } from '#shared/domain/service/index.ts'
import { fractionOf } from '#shared/kernel/money.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

type PartRow = {
  id: string
  code: string
  name: string
  spec: string
  unit: string
  decimals: number
  price_fen: number
  prices: string
  warranty_days: number | null
  in_stock: number | null
}

type WorkRow = {
  id: string
  code: string
  name: string
  price_fen: number
  prices: string
  warranty_days: number | null
  commission: CommissionRule['rule']
  commission_value: number
}

export type Item = Readonly<{
  kind: 'part' | 'labour'
  id: string
  code: string
  name: string
  spec: string
  unit: string
  decimals: number
  priceFen: number
  warrantyDays: number | null
  inStock: number | null
}>

type Group = 'company' | 'peer' | null

/** The price for the customer's group, the ordinary one where there is none of its own. */
const priceFor = (row: Readonly<{ price_fen: number; prices: string }>, group: Group): number => {
  const prices = JSON.parse(row.prices) as Partial<Record<'company' | 'peer', number | null>>
  return (group === null ? undefined : prices[group]) ?? row.price_fen
}

const partItem = (row: PartRow, group: Group): Item => ({
  kind: 'part',
  id: row.id,
  code: row.code,
  name: row.name,
  spec: row.spec,
  unit: row.unit,
  decimals: row.decimals,
  priceFen: priceFor(row, group),
  warrantyDays: row.warranty_days,
  inStock: row.in_stock ?? 0,
})

const workItem = (row: WorkRow, group: Group): Item => ({
  kind: 'labour',
  id: row.id,
  code: row.code,
  name: row.name,
  spec: '',
  unit: '',
  decimals: 3,
  priceFen: priceFor(row, group),
  warrantyDays: row.warranty_days,
  inStock: null,
})

export const priceGroupOf = (db: ReadDb, customerId: string): Group =>
  db.value<Group>(text('select price_group from customer where id = ?', customerId)) ?? null

// Sellable is what lies in a bin (PRT-5).
const PARTS = `select p.id, p.code, p.name, p.spec, p.unit, p.decimals, p.price_fen, p.prices, p.warranty_days,
    (select sum(b.quantity) from stock_balance b join stock_place s on s.id = b.place_id
     where b.part_id = p.id and s.kind = 'bin') as in_stock
  from part p`

export const readPart = (db: ReadDb, id: string, group: Group): Item | undefined => {
  const row = db.get<PartRow>(text(`${PARTS} where p.id = ?`, id))
  return row && partItem(row, group)
}

export type WorkItem = Item & Readonly<{ commission: CommissionRule }>

export const readWork = (db: ReadDb, id: string, group: Group): WorkItem | undefined => {
  const row = db.get<WorkRow>(text('select * from service_item where id = ?', id))
  return (
    row && {
      ...workItem(row, group),
      commission: { rule: row.commission, value: row.commission_value },
    }
  )
}

const like = (typed: string): string => `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
/** Shorter than this the trigram index has nothing to look up. */
const TRIGRAM = 3

const partsFound = (db: ReadDb, typed: string, limit: number): PartRow[] => {
  const key = typed.toLowerCase()
  const exact = db.all<PartRow>(
    text(
      `${PARTS} where p.active = 1 and (p.code = ? collate nocase or p.barcode = ?) limit ?`,
      typed,
      typed,
      limit,
    ),
  )
  const rest =
    [...key].length < TRIGRAM
      ? db.all<PartRow>(
          text(
            `${PARTS} where p.active = 1 and (p.search_key like ? escape '\\' or p.name like ? escape '\\')
             order by p.code limit ?`,
            like(key),
            like(typed),
            limit,
          ),
        )
      : db.all<PartRow>(
          text(
            `${PARTS} where p.active = 1 and p.rowid in
               (select rowid from part_search where part_search match ?) order by p.code limit ?`,
            `"${key.replaceAll('"', '""')}"`,
            limit,
          ),
        )
  return [...exact, ...rest.filter(({ id }) => exact.every((one) => one.id !== id))].slice(0, limit)
}

/** Work first, then parts; an exact code or barcode before everything else. */
export const findItems = (db: ReadDb, typed: string, group: Group, limit: number): Item[] => {
  if (typed === '') return []
  const work = db
    .all<WorkRow>(
      text(
        `select * from service_item where active = 1
           and (code = ? collate nocase or search_key like ? escape '\\' or name like ? escape '\\')
         order by code = ? collate nocase desc, code limit ?`,
        typed,
        like(typed.toLowerCase()),
        like(typed),
        typed,
        limit,
      ),
    )
    .map((row) => workItem(row, group))
  const parts = partsFound(db, typed, limit).map((row) => partItem(row, group))
  const exact = (item: Item) => (item.code.toLowerCase() === typed.toLowerCase() ? 0 : 1)
  return [...work, ...parts].toSorted((a, b) => exact(a) - exact(b)).slice(0, limit)
}

/** What this much of a part costs us by the moving average; nothing where none was ever bought. */
export const costOf = (db: ReadDb, partId: string, quantity: number): number => {
  const row = db.get<{ quantity: number; value_fen: number }>(
    text('select quantity, value_fen from stock_cost where part_id = ?', partId),
  )
  return row === undefined || row.quantity === 0 ? 0 : fractionOf(row.value_fen, quantity, row.quantity)
}
