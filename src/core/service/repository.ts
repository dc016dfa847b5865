// The only file that names the tables service_record and charge_line.
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
  record_id: string
  position: number
  kind: LineKind
  text: string
  payer: Payer
  warranty_days: number
}

export const linesOf = (db: ReadDb, orderId: string): LineRow[] =>
  db.all<LineRow>(
    text('select * from charge_line where order_id = ? and active = 1 order by position', orderId),
  )
