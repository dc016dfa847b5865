// The things of an order as a pick-up counts them: machine, accessories, loaners (rules CLS-3, CLS-7).
import type { HeldItem } from '#shared/contract/custody.ts'
import { heldItems, itemsAway } from '#core/custody/index.ts'
import { readDevice } from '#core/customers/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { OrderRow } from '#core/orders/index.ts'

export const deviceText = (db: ReadDb, row: OrderRow): string => {
  const device = readDevice(db, row.device_id)
  return device ? [device.category, device.brand, device.model].filter((word) => word !== '').join(' ') : ''
}

/** What the customer left, and what we lent him meanwhile. */
export const thingsOf = (db: ReadDb, row: OrderRow): { items: HeldItem[]; loaners: HeldItem[] } => {
  const all = heldItems(db, row)
  return {
    items: all.filter(({ kind }) => kind !== 'loaner'),
    loaners: all.filter(({ kind }) => kind === 'loaner'),
  }
}

/**
 * Names of what nobody has accounted for: not in the customer's hands and not declared lost, out of the house
 * according to the books, or a loaner that is not back (rule CLS-7).
 */
export const unaccounted = (db: ReadDb, row: OrderRow, inHand: readonly string[]): string[] => {
  const away = new Set(itemsAway(db, row))
  const { items, loaners } = thingsOf(db, row)
  const missing = items.filter(
    ({ item, place }) => place.kind !== 'lost' && (away.has(item) || !inHand.includes(item)),
  )
  return [...missing, ...loaners].map(({ name }) => name)
}
