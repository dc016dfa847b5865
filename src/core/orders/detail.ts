// One order with everything that its screen shows.
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { customerAsSeen, seesPhonesOfOrder } from '#core/own-jobs/index.ts'
import { readVisit } from '#core/visits/index.ts'
import { labelOf } from './label.ts'
import { readPasscode } from './passcodes.ts'
import { isStarred, photosOf, readOrderRow } from './repository.ts'
import type { OrderRow } from './repository.ts'

const comebackOf = (ctx: QueryContext, row: OrderRow): OrderDetail['comeback'] => {
  const linked = row.comeback_of === null ? undefined : readOrderRow(ctx.db, row.comeback_of)
  return linked
    ? {
        id: linked.id,
        number: linked.number,
        technician: linked.primary_id === null ? '' : ctx.services.staffName(linked.primary_id),
      }
    : null
}

export const detailOf = (ctx: QueryContext, row: OrderRow): OrderDetail => {
  const customer = readCustomer(ctx.db, row.customer_id)
  const device = readDevice(ctx.db, row.device_id)
  const visit = readVisit(ctx.db, row.visit_id)
  if (!customer || !device || !visit) throw new Error(`order ${row.id} lacks its customer, machine or visit`)
  const { pickupTermDays } = readSettings(ctx.db)
  return {
    id: row.id,
    number: row.number,
    digits: row.digits,
    shortCode: row.short_code,
    visitId: visit.id,
    visitNumber: visit.number,
    visitShortCode: visit.shortCode,
    position: row.position,
    ofVisit: visit.orders.length,
    siblings: visit.orders.filter((order) => order.id !== row.id) as OrderDetail['siblings'],
    state: row.state,
    label: labelOf(row, ctx.now, pickupTermDays),
    stateSince: row.state_since,
    service: row.service,
    origin: row.origin,
    machinePlace: row.machine_place,
    outcome: row.outcome,
    returnBy: row.return_by,
    reassignRequested: row.reassign_requested === 1,
    suspendReason: row.suspend_reason ?? '',
    primary:
      row.primary_id === null
        ? null
        : { staffId: row.primary_id, name: ctx.services.staffName(row.primary_id) },
    t2: row.t2,
    promisedAt: row.promised_at,
    readyAt: row.ready_at,
    backBy: row.back_by,
    urges: row.urges ?? 0,
    vendorSlipAt: row.vendor_slip_at,
    comeback: comebackOf(ctx, row),
    warrantyUntil: row.warranty_until,
    important: row.important === 1,
    starred: isStarred(ctx.db, ctx.actor.staffId, row.id),
    customer: customerAsSeen(seesPhonesOfOrder(ctx, row.id), customer),
    device,
    reportedFault: row.reported_fault,
    condition: row.condition,
    accessories: JSON.parse(row.accessories) as OrderDetail['accessories'],
    configuration: JSON.parse(row.configuration) as OrderDetail['configuration'],
    chargeKind: row.charge_kind,
    chargeBasis: JSON.parse(row.charge_basis) as OrderDetail['chargeBasis'],
    limitFen: row.limit_fen,
    nextContactBy: row.next_contact_by,
    hasPasscode: readPasscode(ctx.db, row.id) !== undefined,
    photos: photosOf(ctx.db, row.id),
    printedAt: row.printed_at,
    papersOutdated: row.papers_outdated === 1,
    createdAt: row.created_at,
    createdBy: ctx.services.staffName(row.created_by),
    updatedAt: row.updated_at,
    ver: row.ver,
  }
}
