// Where the things of an order are (rule CLS-7). Only what was moved has a row; everything else is where the
// life of the order says: at the counter while it is with us, with the customer otherwise.
import { itemsToAccountFor, loanerKey } from '#shared/domain/custody/index.ts'
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { custodyOf, loansOut } from './repository.ts'

export type Held = Readonly<{
  item: string
  name: string
  kind: PlaceKind
  placeId: string | null
  since: number
  staffId: string
}>

/** Where an unmoved thing is, by the place of the machine. */
const unmoved = (row: OrderRow): PlaceKind => {
  switch (row.machine_place) {
    case 'expected':
    case 'withCustomer':
      return 'customer'
    case 'atBranch':
      return 'branch'
    case 'disposed':
    case 'none':
      return 'lost'
    case 'here':
    case 'atVendor':
      return 'counter'
  }
}

/** The machine and its accessories, each with its place. */
export const itemsOf = (db: ReadDb, row: OrderRow): Held[] => {
  const moved = new Map(custodyOf(db, row.id).map((one) => [one.item, one]))
  const accessories = JSON.parse(row.accessories) as { name: string; count: number }[]
  return itemsToAccountFor(accessories, row.machine_place !== 'none').map(({ item, name }) => {
    const one = moved.get(item)
    return one
      ? {
          item,
          name,
          kind: one.place_kind,
          placeId: one.place_id,
          since: one.since,
          staffId: one.staff_id,
        }
      : { item, name, kind: unmoved(row), placeId: null, since: row.created_at, staffId: row.created_by }
  })
}

const OUTSIDE: readonly PlaceKind[] = ['technician', 'vendor', 'branch']
const ACCOUNTED: readonly PlaceKind[] = ['customer', 'lost']

/**
 * Keys of what stands in the way of giving the order back or closing it: loaners that are out, and things that
 * are somewhere else than the house while the machine is here, or not with the customer once it is gone.
 */
export const itemsAway = (db: ReadDb, row: OrderRow): string[] => {
  const gone = row.machine_place === 'withCustomer' || row.machine_place === 'disposed'
  const away = itemsOf(db, row).filter(({ kind }) =>
    gone ? !ACCOUNTED.includes(kind) : OUTSIDE.includes(kind),
  )
  return [...away.map(({ item }) => item), ...loansOut(db, row.id).map((loan) => loanerKey(loan.loaner_id))]
}
