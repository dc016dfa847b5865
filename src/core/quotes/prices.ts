// An item as a quote or a record asks for it: name, price for this customer, term, what is in stock, what it costs.
import type { Part, ServiceItem } from '#shared/contract/catalogue.ts'
import { priceFor } from '#shared/domain/catalogue/index.ts'
import type { Commission, PriceGroup } from '#shared/domain/catalogue/index.ts'
import { worthOf } from '#shared/domain/stock/index.ts'
import { fractionOf } from '#shared/kernel/money.ts'
import { findParts, findServiceItems, readPart as partOf, readServiceItem } from '#core/catalogue/index.ts'
import { readCustomer } from '#core/customers/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { costOf as heldOf, sellableOf } from '#core/stock/index.ts'

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

type Group = PriceGroup | null

const partItem = (db: ReadDb, part: Part, group: Group): Item => ({
  kind: 'part',
  id: part.id,
  code: part.code,
  name: part.name,
  spec: part.spec,
  unit: part.unit,
  decimals: part.decimals,
  priceFen: priceFor(part, group),
  warrantyDays: part.warrantyDays,
  inStock: sellableOf(db, part.id),
})

const workItem = (item: ServiceItem, group: Group): Item => ({
  kind: 'labour',
  id: item.id,
  code: item.code,
  name: item.name,
  spec: '',
  unit: '',
  decimals: 3,
  priceFen: priceFor(item, group),
  warrantyDays: item.warrantyDays,
  inStock: null,
})

export const priceGroupOf = (db: ReadDb, customerId: string): Group =>
  readCustomer(db, customerId)?.priceGroup ?? null

export const readPart = (db: ReadDb, id: string, group: Group): Item | undefined => {
  const part = partOf(db, id)
  return part && partItem(db, part, group)
}

export type WorkItem = Item & Readonly<{ commission: Commission }>

export const readWork = (db: ReadDb, id: string, group: Group): WorkItem | undefined => {
  const item = readServiceItem(db, id)
  return item && { ...workItem(item, group), commission: item }
}

/** Work first, then parts; an exact code before everything else. */
export const findItems = (db: ReadDb, typed: string, group: Group, limit: number): Item[] => {
  const work = findServiceItems(db, typed, limit).map((item) => workItem(item, group))
  const parts = findParts(db, { text: typed, limit, inactive: false }).map((part) =>
    partItem(db, part, group),
  )
  const exact = (item: Item) => (item.code.toLowerCase() === typed.toLowerCase() ? 0 : 1)
  return [...work, ...parts].toSorted((a, b) => exact(a) - exact(b)).slice(0, limit)
}

/** What this much of a part costs us by the moving average; nothing where none was ever bought. */
export const costOf = (db: ReadDb, partId: string, quantity: number): number => {
  const held = heldOf(db, partId)
  if (held === undefined || held.quantity === 0) return 0
  return quantity <= held.quantity
    ? worthOf(held, quantity)
    : fractionOf(held.valueFen, quantity, held.quantity)
}
