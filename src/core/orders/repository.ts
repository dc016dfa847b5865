// Reads and writes one order and what hangs on it: star, passcode, photos, service log. Lists are read in
// repository-list.ts; no other file names these tables.
import type { OrderDetail, LogLine } from '#shared/contract/orders.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import type {
  MachinePlace,
  Origin,
  Outcome,
  Purpose,
  ReturnBy,
  Service,
} from '#shared/domain/work-order/order.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

export type OrderRow = {
  id: string
  number: string
  digits: string
  short_code: string
  visit_id: string
  position: number
  customer_id: string
  device_id: string
  state: State
  /** JSON list of states. */
  state_stack: string
  state_since: number
  cancel_approved: number
  service: Service
  origin: Origin
  machine_place: MachinePlace
  purpose: Purpose
  outcome: Outcome | null
  suspended_by: 'person' | 'alarm' | null
  reassign_requested: number
  return_by: ReturnBy
  important: number
  reported_fault: string
  condition: string
  accessories: string
  configuration: string
  charge_kind: OrderDetail['chargeKind']
  charge_basis: string
  limit_fen: number | null
  next_contact_by: number | null
  t1: number
  printed_at: number | null
  print_waiver: string | null
  papers_outdated: number
  created_at: number
  created_by: string
  updated_at: number
  ver: number
  primary_id: string | null
  dispatches: number | null
  t2: number | null
  promised_at: number | null
  appointments: number | null
  next_contacts: number | null
  urges: number | null
  ready_at: number | null
  vendor_slip_at: number | null
  back_by: number | null
  suspend_reason: string | null
  comeback_of: string | null
  warranty_until: number | null
  closed_at: number | null
}

export const readOrderRow = (db: ReadDb, id: string): OrderRow | undefined =>
  db.get<OrderRow>(text('select * from work_order where id = ?', id))

export const readOrderByNumber = (db: ReadDb, number: string): OrderRow | undefined =>
  db.get<OrderRow>(text('select * from work_order where number = ?', number))

/** Short codes come again after a month; the newest is meant. */
export const readOrderByShortCode = (db: ReadDb, shortCode: string): OrderRow | undefined =>
  db.get<OrderRow>(
    text('select * from work_order where short_code = ? order by created_at desc limit 1', shortCode),
  )

export const ordersOfVisit = (db: ReadDb, visitId: string): OrderRow[] =>
  db.all<OrderRow>(text('select * from work_order where visit_id = ? order by position', visitId))

export const isStarred = (db: ReadDb, staffId: string, orderId: string): boolean =>
  db.value<number>(text('select 1 from order_star where staff_id = ? and order_id = ?', staffId, orderId)) !==
  undefined

export const setStar = (
  db: WriteDb,
  staffId: string,
  orderId: string,
  starred: boolean,
  now: number,
): void => {
  db.run(
    starred
      ? text(
          'insert into order_star (staff_id, order_id, at) values (?, ?, ?) on conflict do nothing',
          staffId,
          orderId,
          now,
        )
      : text('delete from order_star where staff_id = ? and order_id = ?', staffId, orderId),
  )
}

export const photosOf = (db: ReadDb, orderId: string) =>
  db
    .all<{ id: string; hash: string; mime: string; caption: string; created_at: number }>(
      sql('photo').where({ order_id: orderId, active: 1 }).orderBy('created_at'),
    )
    .map((row) => ({
      id: row.id,
      hash: row.hash,
      mime: row.mime,
      caption: row.caption,
      createdAt: row.created_at,
    }))

export const isPhotoUsed = (db: ReadDb, hash: string): boolean =>
  db.value<number>(text('select 1 from photo where hash = ? limit 1', hash)) !== undefined

/** The order's own log, and what was logged about its visit. */
export const readLog = (db: ReadDb, orderId: string): LogLine[] =>
  db
    .all<{
      seq: number
      at: number
      who: string | null
      terminal: string
      action: string
      changes: string | null
      remark: string | null
    }>(
      text(
        `select l.seq, l.at, s.name as who, l.terminal, l.action, l.changes, l.remark from service_log l
         left join staff s on s.id = l.staff_id where l.subject_id = ? order by l.seq`,
        orderId,
      ),
    )
    .map((row) => ({
      seq: row.seq,
      at: row.at,
      who: row.who ?? '',
      terminal: row.terminal,
      action: row.action,
      changes: row.changes === null ? null : (JSON.parse(row.changes) as LogLine['changes']),
      remark: row.remark,
    }))
