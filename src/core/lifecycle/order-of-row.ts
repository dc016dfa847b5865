// The part of an order's row that the transition table reads and its commands change.
import type { Order } from '#shared/domain/work-order/order.ts'
import type { Fields } from '#core/db/rows.ts'
import type { OrderRow } from '#core/orders/index.ts'

export const orderOf = (row: OrderRow): Order => ({
  state: row.state,
  stack: JSON.parse(row.state_stack) as Order['stack'],
  service: row.service,
  origin: row.origin,
  machine: row.machine_place,
  purpose: row.purpose,
  returnBy: row.return_by,
  cancelApproved: row.cancel_approved === 1,
  suspendedBy: row.suspended_by,
  reassignRequested: row.reassign_requested === 1,
  outcome: row.outcome,
})

/** The fields of the `workOrder` entity that differ between the two. */
export const changedFields = (before: Order, after: Order): Fields => {
  const fields: Fields = {}
  if (JSON.stringify(before.stack) !== JSON.stringify(after.stack)) fields['stateStack'] = after.stack
  if (before.machine !== after.machine) fields['machinePlace'] = after.machine
  for (const name of SAME_NAME) if (before[name] !== after[name]) fields[name] = after[name]
  return fields
}

const SAME_NAME = [
  'state',
  'service',
  'purpose',
  'returnBy',
  'cancelApproved',
  'suspendedBy',
  'reassignRequested',
  'outcome',
] as const satisfies readonly (keyof Order)[]
