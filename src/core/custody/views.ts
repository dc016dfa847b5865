// Things, places and loaners as the contract shows them.
import type { HeldItem, Loaner, Place } from '#shared/contract/custody.ts'
import { kindOfItem, loanerKey } from '#shared/domain/custody/index.ts'
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import { businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readBranch, readPartner } from '#core/directory/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { labelDigits } from '#core/orders/index.ts'
import { findPerson } from '#core/staff/index.ts'
import { itemsOf } from './places-of-items.ts'
import type { LoanerRow, PlaceRow } from './repository.ts'
import { loansOut, placeById } from './repository.ts'

export type PlaceRef = HeldItem['place']

const customerName = (db: ReadDb, row: OrderRow): string => readCustomer(db, row.customer_id)?.name ?? ''
const personName = (db: ReadDb, id: string): string => findPerson(db, { id })?.name ?? ''

/** A place with its name: of the shelf, the person, the partner; the counter has none. */
export const placeRefOf = (db: ReadDb, kind: PlaceKind, id: string | null, row: OrderRow): PlaceRef => {
  const name = (): string => {
    if (kind === 'customer') return customerName(db, row)
    if (id === null) return ''
    if (kind === 'shelf' || kind === 'bench') return placeById(db, id)?.name ?? ''
    if (kind === 'technician') return personName(db, id)
    if (kind === 'vendor') return readPartner(db, id)?.name ?? ''
    if (kind === 'branch') return readBranch(db, id)?.name ?? ''
    return ''
  }
  return { kind, id, name: name() }
}

const codeOf = (row: OrderRow, item: string): string =>
  item === 'machine' ? labelDigits(row, 'device') : labelDigits(row, 'accessory', Number(item.split(':')[1]))

const machineName = (db: ReadDb, row: OrderRow): string => {
  const device = readDevice(db, row.device_id)
  return device ? [device.category, device.brand, device.model].filter(Boolean).join(' ') : ''
}

/** Everything of the order that somebody must be able to find: machine, accessories, loaners that are out. */
export const heldItems = (db: ReadDb, row: OrderRow): HeldItem[] => {
  const common = {
    orderId: row.id,
    number: row.number,
    state: row.state,
    customerName: customerName(db, row),
  }
  const own = itemsOf(db, row).map(({ item, name, kind, placeId, since, staffId }): HeldItem => ({
    ...common,
    item,
    kind: kindOfItem(item),
    code: codeOf(row, item),
    name: item === 'machine' ? machineName(db, row) : name,
    place: placeRefOf(db, kind, placeId, row),
    since,
    who: personName(db, staffId),
  }))
  const lent = loansOut(db, row.id).map((loan): HeldItem => ({
    ...common,
    item: loanerKey(loan.loaner_id),
    kind: 'loaner',
    code: loan.loaner_code,
    name: loan.loaner_name,
    place: { kind: 'customer', id: null, name: common.customerName },
    since: loan.lent_at,
    who: personName(db, loan.lent_by),
  }))
  return [...own, ...lent]
}

export const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  active: row.active === 1,
  holds: row.holds,
})

export const loanerOf = ({ now, shop }: Pick<QueryContext, 'now' | 'shop'>, row: LoanerRow): Loaner => {
  const zone = shop?.timeZone ?? 'UTC'
  const today = startOfBusinessDay(businessDate(now, zone), zone)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    serial: row.serial,
    accessories: row.accessories,
    remark: row.remark,
    active: row.active === 1,
    lent:
      row.loan_id === null
        ? null
        : {
            orderId: row.order_id ?? '',
            number: row.number ?? '',
            customerName: row.customer_name ?? '',
            lentAt: row.lent_at ?? 0,
            backBy: row.back_by,
            overdue: row.back_by !== null && row.back_by < today,
          },
  }
}
