// What happened to an order and what came before it: the log's newest entries, former orders of the machine.
import type { JsonValue } from '#shared/kernel/result.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { OrderRow } from './repository.ts'

export type LastEntry = { who: string | null; at: number; action: string }

export const lastLogEntry = (db: ReadDb, orderId: string): LastEntry | undefined =>
  db.get<LastEntry>(
    text(
      `select s.name as who, l.at, l.action from service_log l left join staff s on s.id = l.staff_id
       where l.subject_id = ? order by l.seq desc limit 1`,
      orderId,
    ),
  )

/** Whether somebody else than who made the order wrote into its log (CAN-1). */
export const touchedByOthers = (db: ReadDb, orderId: string, madeBy: string): boolean =>
  db.value<number>(
    text(
      'select 1 from service_log where subject_id = ? and staff_id is not null and staff_id <> ? limit 1',
      orderId,
      madeBy,
    ),
  ) !== undefined

/** The newest act of settlement in the log; undefined before any. */
export const lastMoneyAct = (db: ReadDb, orderId: string): string | undefined =>
  db.value<string>(
    text(
      `select action from service_log where subject_id = ? and action in ('order.settled', 'order.settlementReversed')
       order by seq desc limit 1`,
      orderId,
    ),
  )

export type ClosedRow = {
  id: string
  number: string
  device_id: string
  device: string
  technician: string | null
  reported_fault: string
  closed_at: number
  warranty_until: number
}

/** Closed orders of a customer whose repair warranty still runs, the newest first. */
export const warrantedOrders = (db: ReadDb, customerId: string, now: number): ClosedRow[] =>
  db.all<ClosedRow>(
    text(
      `select w.id, w.number, w.device_id, trim(d.category || ' ' || d.brand || ' ' || d.model) as device,
         s.name as technician, w.reported_fault, w.closed_at, w.warranty_until
       from work_order w join device d on d.id = w.device_id left join staff s on s.id = w.primary_id
       where w.customer_id = ? and w.state = 'closed' and w.warranty_until > ? order by w.closed_at desc limit 50`,
      customerId,
      now,
    ),
  )

/** The number of an on-site order that the customer got since then; undefined without one. */
export const onSiteOrderSince = (db: ReadDb, customerId: string, since: number): string | undefined =>
  db.value<string>(
    text(
      `select number from work_order where customer_id = ? and created_at >= ? and service = 'onSite'
         and state <> 'cancelled' limit 1`,
      customerId,
      since,
    ),
  )

/** Who had this machine, or the order it comes back from, in his hands last. */
export const lastTechnicianOf = (db: ReadDb, row: OrderRow): string | undefined =>
  db.value<string>(
    text(
      `select primary_id from work_order where primary_id is not null and id <> ?
         and (id = ? or device_id = ?) order by id = ? desc, created_at desc limit 1`,
      row.id,
      row.comeback_of,
      row.device_id,
      row.comeback_of,
    ),
  )

/** When the order became ready, before whatever happened since. */
export const sinceWhenReady = (db: ReadDb, orderId: string): number | undefined =>
  db.value<number>(
    text(
      `select at from service_log where subject_id = ? and action <> 'order.handOverUndone'
         and json_extract(changes, '$.state[1]') = 'readyForPickup' order by seq desc limit 1`,
      orderId,
    ),
  )

/** What the newest entry says it changed: name → [old, new]. */
export const lastChanges = (db: ReadDb, orderId: string): Readonly<Record<string, readonly JsonValue[]>> =>
  JSON.parse(
    db.value<string | null>(
      text('select changes from service_log where subject_id = ? order by seq desc limit 1', orderId),
    ) ?? '{}',
  ) as Record<string, JsonValue[]>
