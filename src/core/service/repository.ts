// The only file that names the tables service_record, charge_line and commission.
import type { FaultCode, LineKind, Payer, Result } from '#shared/domain/service/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

/** Whether the person was on a dispatch of the order, or did or reported work on it: then he does not review it (STF-2). */
export const didTheWork = (db: ReadDb, orderId: string, staffId: string): boolean =>
  db.value<number>(
    text(
      `select 1 where exists (select 1 from service_record where order_id = ? and ? in (done_by, reported_by))
         or exists (select 1 from dispatch d join dispatch_member m on m.dispatch_id = d.id
                    where d.order_id = ? and m.staff_id = ? and d.state in ('open', 'received', 'finished'))`,
      orderId,
      staffId,
      orderId,
      staffId,
    ),
  ) !== undefined

export type RecordRow = {
  id: string
  dispatch_id: string | null
  fault_code: FaultCode
  actual_fault: string
  action: string
  result: Result
  minutes: number | null
  arrived_at: number | null
  finished_at: number | null
  long_reason: string | null
  serials: string
  photos: string
  done_by: string
  reported_by: string
  done_by_name: string
  reported_by_name: string
  at: number
}

export const recordsOf = (db: ReadDb, orderId: string): RecordRow[] =>
  db.all<RecordRow>(
    text(
      `select r.*, s.name as done_by_name, t.name as reported_by_name from service_record r
       join staff s on s.id = r.done_by join staff t on t.id = r.reported_by
       where r.order_id = ? order by r.at, r.id`,
      orderId,
    ),
  )

export type LineRow = {
  id: string
  record_id: string | null
  quote_line_id: string | null
  order_part_id: string | null
  service_item_id: string | null
  position: number
  kind: LineKind
  text: string
  quantity: number | null
  price_fen: number | null
  amount_fen: number | null
  waived: number | null
  payer: Payer
  warranty_days: number
  minutes: number | null
}

/** What the order is charged for, each line that stands. */
export const linesOf = (db: ReadDb, orderId: string): LineRow[] =>
  db.all<LineRow>(
    text('select * from charge_line where order_id = ? and active = 1 order by position', orderId),
  )

/** The position behind all lines, also those that no longer stand. */
export const nextLinePosition = (db: ReadDb, orderId: string): number =>
  (db.value<number>(text('select max(position) from charge_line where order_id = ?', orderId)) ?? 0) + 1

/** What the customer owes for the lines as they stand, fen (SRV-2). */
export const chargedToCustomer = (db: ReadDb, orderId: string): number =>
  db.value<number>(
    text(
      `select sum(amount_fen) from charge_line
       where order_id = ? and active = 1 and payer = 'customer' and coalesce(waived, 0) = 0`,
      orderId,
    ),
  ) ?? 0

export type CommissionRow = {
  line_id: string
  staff_id: string
  name: string
  share: number
  amount_fen: number
}

/** Who earns what on the lines of an order (PRT-13). */
export const commissionsOf = (db: ReadDb, orderId: string): CommissionRow[] =>
  db.all<CommissionRow>(
    text(
      `select c.line_id, c.staff_id, s.name, c.share, c.amount_fen from commission c
       join staff s on s.id = c.staff_id where c.order_id = ? order by c.share desc, s.name`,
      orderId,
    ),
  )
