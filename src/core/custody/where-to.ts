// Whether a thing may be put somewhere by a scan alone (rule CLS-7), and where a scan says it goes.
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readBranch } from '#core/directory/index.ts'
import { branchDispatch } from '#core/dispatch/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { findPerson } from '#core/staff/index.ts'
import { readCode } from './codes.ts'
import type { Spot } from './move.ts'
import { placeById } from './repository.ts'

export type Target =
  | { code: string }
  | { kind: 'counter' }
  | { kind: 'shelf' | 'bench' | 'technician' | 'branch'; id: string }

/** The place that was named; undefined when there is no such one in use. */
export const spotOf = (ctx: Pick<QueryContext, 'db' | 'shop'>, to: Target): Spot | undefined => {
  if ('code' in to) {
    const code = readCode(ctx, to.code)
    return code.what === 'place' && code.place.active === 1
      ? { kind: code.place.kind, id: code.place.id }
      : undefined
  }
  if (to.kind === 'counter') return { kind: 'counter', id: null }
  return isInUse(ctx.db, to.kind, to.id) ? { kind: to.kind, id: to.id } : undefined
}

const isInUse = (db: ReadDb, kind: PlaceKind, id: string): boolean => {
  if (kind === 'technician') return findPerson(db, { id })?.active === true
  if (kind === 'branch') return readBranch(db, id)?.active === true
  const place = placeById(db, id)
  return place?.active === 1 && place.kind === kind
}

const AFTER_HAND_OVER = ['pendingSettlement', 'pendingClose'] as const

/** The customer has the machine back, or there never will be one: nothing of the order is ours to put anywhere. */
export const isOver = (row: OrderRow): boolean => {
  if (isFinal(row.state) || row.machine_place === 'disposed' || row.machine_place === 'none') return true
  if (row.machine_place !== 'withCustomer') return false
  return row.service !== 'onSite' || (AFTER_HAND_OVER as readonly string[]).includes(row.state)
}

/** Why this thing cannot be put there, or undefined. `field` says which of the scans. */
export const standsInTheWay = (
  db: ReadDb,
  row: OrderRow,
  item: string,
  to: Spot,
  field: string,
): Refused | undefined => {
  if (isOver(row)) return refuse('orderIsOver', { field, number: row.number })
  const verb = verbInstead(db, row, item, to)
  return verb === undefined ? undefined : refuse('needsVerb', { field, command: verb, number: row.number })
}

/** The command of the table that moves the thing, where a scan alone may not. */
const verbInstead = (db: ReadDb, row: OrderRow, item: string, to: Spot): string | undefined => {
  if (row.machine_place === 'expected') return 'receiveDevice'
  if (row.machine_place === 'withCustomer') return 'bringIn'
  if (item === 'machine' && row.machine_place === 'atVendor') return 'vendorReturn'
  if (to.kind !== 'branch') return undefined
  const dispatch = branchDispatch(db, row.id)
  return dispatch?.direction === 'out' && dispatch.branch_id === to.id ? undefined : 'dispatchBranch'
}
