// The only file that names the tables dispatch, dispatch_member and reassign_request.
import type { DispatchView } from '#shared/contract/dispatch.ts'
import type { DispatchState, Target } from '#shared/domain/dispatch/index.ts'
import type { Purpose } from '#shared/domain/work-order/order.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type DispatchRow = {
  id: string
  order_id: string
  position: number
  target: Target
  direction: 'out' | 'in'
  purpose: Purpose
  state: DispatchState
  since: number
  branch_id: string | null
  branch_technician: string | null
  by_upper: number
  vendor_id: string | null
  expected_return: number | null
  cost_fen: number | null
  result: DispatchView['result']
  waybill: string | null
  instructions: string | null
  reason: string | null
  created_at: number
  created_by: string
}

export const dispatchesOf = (db: ReadDb, orderId: string): DispatchRow[] =>
  db.all<DispatchRow>(text('select * from dispatch where order_id = ? order by position', orderId))

const LIVE = `state in ('open', 'received')`

/** The newest dispatch that is neither refused, revoked nor done. */
export const currentDispatch = (db: ReadDb, orderId: string): DispatchRow | undefined =>
  db.get<DispatchRow>(
    text(`select * from dispatch where order_id = ? and ${LIVE} order by position desc limit 1`, orderId),
  )

export const branchDispatch = (db: ReadDb, orderId: string): DispatchRow | undefined =>
  db.get<DispatchRow>(
    text(
      `select * from dispatch where order_id = ? and target = 'branch' and ${LIVE} order by position desc limit 1`,
      orderId,
    ),
  )

export const vendorDispatch = (db: ReadDb, orderId: string): DispatchRow | undefined =>
  db.get<DispatchRow>(
    text(
      `select * from dispatch where order_id = ? and target = 'vendor' and ${LIVE} order by position desc limit 1`,
      orderId,
    ),
  )

export const plannedVendor = (db: ReadDb, orderId: string): DispatchRow | undefined =>
  db.get<DispatchRow>(
    text(
      `select * from dispatch where order_id = ? and target = 'vendor' and state = 'planned' order by position desc limit 1`,
      orderId,
    ),
  )

export const nextPosition = (db: ReadDb, orderId: string): number =>
  (db.value<number>(text('select max(position) from dispatch where order_id = ?', orderId)) ?? 0) + 1

export type MemberRow = { dispatch_id: string; staff_id: string; name: string; part: 'primary' | 'assistant' }

export const membersOf = (db: ReadDb, orderId: string): MemberRow[] =>
  db.all<MemberRow>(
    text(
      `select m.dispatch_id, m.staff_id, s.name, m.part from dispatch d
       join dispatch_member m on m.dispatch_id = d.id join staff s on s.id = m.staff_id
       where d.order_id = ? order by m.part desc, s.name`,
      orderId,
    ),
  )

export type RequestRow = {
  id: string
  dispatch_id: string | null
  reason: string
  at: number
  by: string
  decision: 'approved' | 'rejected' | null
  decision_reason: string | null
  decided_at: number | null
  decided_by: string | null
}

export const requestsOf = (db: ReadDb, orderId: string): RequestRow[] =>
  db.all<RequestRow>(
    text(
      `select r.id, r.dispatch_id, r.reason, r.at, s.name as by, r.decision, r.decision_reason, r.decided_at, t.name as decided_by
       from reassign_request r join staff s on s.id = r.staff_id left join staff t on t.id = r.decided_by
       where r.order_id = ? order by r.at`,
      orderId,
    ),
  )

export const openRequest = (db: ReadDb, orderId: string): string | undefined =>
  db.value<string>(
    text(
      'select id from reassign_request where order_id = ? and decision is null order by at desc limit 1',
      orderId,
    ),
  )

export type Load = { staff_id: string; open_orders: number }

/** Orders in each technician's hands: what was given to him first, and is in the shop's care still. */
export const loads = (db: ReadDb): Load[] =>
  db.all<Load>(
    text(
      `select primary_id as staff_id, count(*) as open_orders from work_order
       where primary_id is not null and state not in ('closed', 'cancelled')
         and state in ('pendingReceive', 'inService', 'repeatService', 'awaitingParts', 'awaitingCustomer', 'suspended')
       group by primary_id`,
    ),
  )

/** Median-like measure of past work: the mean of the last hundred records, minutes; null without any. */
export const usualMinutes = (db: ReadDb): number | null =>
  db.value<number | null>(
    text(
      `select avg(minutes) from (select minutes from service_record where minutes is not null order by id desc limit 100)`,
    ),
  ) ?? null

export type VendorJobRow = {
  order_id: string
  number: string
  state: string
  device: string
  customer_name: string
  vendor: string
  vendor_phone: string
  sent_at: number
  expected_return: number | null
  waybill: string | null
}

export const vendorJobs = (db: ReadDb): VendorJobRow[] =>
  db.all<VendorJobRow>(
    text(
      `select w.id as order_id, w.number, w.state, trim(v.category || ' ' || v.brand || ' ' || v.model) as device,
         c.name as customer_name, p.name as vendor, p.phone as vendor_phone, d.since as sent_at,
         d.expected_return, d.waybill
       from dispatch d join work_order w on w.id = d.order_id join partner p on p.id = d.vendor_id
       join customer c on c.id = w.customer_id join device v on v.id = w.device_id
       where d.target = 'vendor' and d.${LIVE} order by d.expected_return is null, d.expected_return`,
    ),
  )

export const openJobsOfVendors = (db: ReadDb): { vendor_id: string; jobs: number }[] =>
  db.all(
    text(
      `select vendor_id, count(*) as jobs from dispatch where target = 'vendor' and ${LIVE} group by vendor_id`,
    ),
  )
