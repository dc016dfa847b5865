// The things of an order as a pick-up shows and counts them: machine, accessories, loaners, each with its place.
import type { HeldItem } from '#shared/contract/custody.ts'
import { kindOfItem, loanerKey } from '#shared/domain/custody/index.ts'
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import type { QueryContext } from '#core/command/context.ts'
import type { Held } from '#core/custody/index.ts'
import { itemsAway, itemsOf, loansOut } from '#core/custody/index.ts'
import { readDevice } from '#core/customers/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { labelDigits } from '#core/orders/index.ts'

type Asking = Pick<QueryContext, 'db' | 'services'>

export const deviceText = ({ db }: Pick<Asking, 'db'>, row: OrderRow): string => {
  const device = readDevice(db, row.device_id)
  return device ? [device.category, device.brand, device.model].filter((word) => word !== '').join(' ') : ''
}

const placeRef = ({ services }: Asking, kind: PlaceKind, id: string | null) => ({
  kind,
  id,
  name: id !== null && kind === 'technician' ? services.staffName(id) : '',
})

const codeOf = (row: OrderRow, item: string): string =>
  item === 'machine'
    ? labelDigits(row, 'device')
    : labelDigits(row, 'accessory', Number(item.slice('accessory:'.length)))

const held = (asking: Asking, row: OrderRow, one: Held): HeldItem => ({
  orderId: row.id,
  number: row.number,
  state: row.state,
  item: one.item,
  kind: kindOfItem(one.item),
  code: codeOf(row, one.item),
  name: one.item === 'machine' ? deviceText(asking, row) : one.name,
  place: placeRef(asking, one.kind, one.placeId),
  since: one.since,
  who: asking.services.staffName(one.staffId),
})

export const thingsOf = (asking: Asking, row: OrderRow): HeldItem[] =>
  itemsOf(asking.db, row).map((one) => held(asking, row, one))

/** Machines lent for the time of the repair that are still with the customer. */
export const loanersOf = (asking: Asking, row: OrderRow): HeldItem[] =>
  loansOut(asking.db, row.id).map((loan) => ({
    orderId: row.id,
    number: row.number,
    state: row.state,
    item: loanerKey(loan.loaner_id),
    kind: 'loaner',
    code: loan.loaner_code,
    name: loan.loaner_name,
    place: { kind: 'customer', id: null, name: '' },
    since: loan.lent_at,
    who: asking.services.staffName(loan.lent_by),
  }))

/**
 * Names of what nobody has accounted for: not in the customer's hands and not declared lost, out of the house
 * according to the books, or a loaner that is not back (rule CLS-7).
 */
export const unaccounted = (asking: Asking, row: OrderRow, inHand: readonly string[]): string[] => {
  const away = new Set(itemsAway(asking.db, row))
  const things = thingsOf(asking, row).filter(
    ({ item, place }) => place.kind !== 'lost' && (away.has(item) || !inHand.includes(item)),
  )
  return [...things, ...loanersOf(asking, row)].map(({ name }) => name)
}
