// The only file that names order_part, order_part_entry, part_request, fault_tag and parts_waiver.
import type { QuantityOf, Quantities, RequestState, UseEntry } from '#shared/domain/parts/index.ts'
import type { Payer } from '#shared/domain/service/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type LineRow = {
  id: string
  order_id: string
  position: number
  part_id: string | null
  code: string
  name: string
  unit: string
  bought_in: number
  bought_in_cost_fen: number | null
  old_returnable: number
  planned: number
  issued: number
  used: number
  returned_good: number
  returned_defective: number
  old_owed: number
  old_returned: number
  cost_fen: number
  price_fen: number
  payer: Payer
  warranty_days: number
  misfit_reason: string | null
  active: number
}

export const quantitiesOf = (row: LineRow): Quantities => ({
  planned: row.planned,
  issued: row.issued,
  used: row.used,
  returnedGood: row.returned_good,
  returnedDefective: row.returned_defective,
  oldOwed: row.old_owed,
  oldReturned: row.old_returned,
})

export const readLine = (db: ReadDb, id: string): LineRow | undefined =>
  db.get<LineRow>(text('select * from order_part where id = ?', id))

export const linesOfOrder = (db: ReadDb, orderId: string): LineRow[] =>
  db.all<LineRow>(text('select * from order_part where order_id = ? order by position', orderId))

export const nextPosition = (db: ReadDb, orderId: string): number =>
  (db.value<number | null>(text('select max(position) from order_part where order_id = ?', orderId)) ?? 0) + 1

/** Pieces in hand and old parts owed on an order, in thousandths, and how many lines it ever had. */
export const standing = (db: ReadDb, orderId: string): { inHand: number; owed: number; moved: number } =>
  db.get(
    text(
      `select coalesce(sum(issued - used - returned_good - returned_defective), 0) as inHand,
         coalesce(sum(max(old_owed - old_returned, 0)), 0) as owed, coalesce(sum(issued), 0) as moved
       from order_part where order_id = ?`,
      orderId,
    ),
  ) ?? { inHand: 0, owed: 0, moved: 0 }

export type EntryRow = {
  order_part_id: string
  quantity_of: QuantityOf
  quantity: number
  old_serials: string
  new_serials: string
}

export const entriesOfLine = (db: ReadDb, lineId: string): EntryRow[] =>
  db.all<EntryRow>(
    text(
      `select order_part_id, quantity_of, quantity, old_serials, new_serials
       from order_part_entry where order_part_id = ? order by at, rowid`,
      lineId,
    ),
  )

/** Why parts came back with this document of the stock, by the part. */
export const faultsOfDocument = (db: ReadDb, documentId: string): ReadonlyMap<string, string> =>
  new Map(
    db
      .all<{ part_id: string; reason: string }>(
        text(
          `select l.part_id, e.reason from order_part_entry e join order_part l on l.id = e.order_part_id
           where e.document_id = ? and e.reason <> ''`,
          documentId,
        ),
      )
      .map(({ part_id, reason }) => [part_id, reason]),
  )

/** What was said to be used of a line, and what of that was taken back, in its order. */
export const usesOfLine = (db: ReadDb, lineId: string): UseEntry[] =>
  db
    .all<EntryRow & { reason: string; at: number }>(
      text(
        `select quantity, old_serials, new_serials, reason, at from order_part_entry
         where order_part_id = ? and quantity_of = 'used' order by at, rowid`,
        lineId,
      ),
    )
    .map(({ quantity, old_serials, new_serials, reason, at }) => ({
      quantity,
      newSerials: JSON.parse(new_serials) as string[],
      oldSerials: JSON.parse(old_serials) as string[],
      reason,
      at,
    }))

export type ConsumableRow = {
  part_id: string
  code: string
  name: string
  yield_count: number
  order_id: string
  order_number: string
  at: number
}

/** The parts with a yield that were ever used in a machine, each as it was changed last (PRT-14). */
export const consumablesOfDevice = (db: ReadDb, deviceId: string): ConsumableRow[] =>
  db.all<ConsumableRow>(
    text(
      // The bare columns are those of the row with the latest use.
      `select l.part_id, p.code, p.name, p.yield_count, w.id as order_id, w.number as order_number, max(e.at) as at
       from work_order w join order_part l on l.order_id = w.id join part p on p.id = l.part_id
       join order_part_entry e on e.order_part_id = l.id
       where w.device_id = ? and l.used > 0 and p.yield_count is not null
         and e.quantity_of = 'used' and e.quantity > 0
       group by l.part_id order by 7 desc limit 50`,
      deviceId,
    ),
  )

/** Sums of the entries of every line whose row says something else; empty when all is well. */
export const linesThatDoNotAddUp = (db: ReadDb): { id: string; quantity_of: string }[] =>
  db.all(
    text(
      `with said as (
         select id, 'planned' as quantity_of, planned as quantity from order_part
         union all select id, 'issued', issued from order_part
         union all select id, 'used', used from order_part
         union all select id, 'returnedGood', returned_good from order_part
         union all select id, 'returnedDefective', returned_defective from order_part
         union all select id, 'oldOwed', old_owed from order_part
         union all select id, 'oldReturned', old_returned from order_part),
       written as (
         select order_part_id, quantity_of, sum(quantity) as quantity from order_part_entry group by 1, 2)
       select s.id, s.quantity_of from said s
       left join written w on w.order_part_id = s.id and w.quantity_of = s.quantity_of
       where s.quantity <> coalesce(w.quantity, 0)`,
    ),
  )

export type RequestRow = {
  id: string
  number: string
  order_id: string | null
  order_number: string | null
  order_part_id: string | null
  part_id: string
  code: string
  name: string
  unit: string
  quantity: number
  source: 'headquarters' | 'purchase'
  expected_at: number | null
  state: RequestState
  reason: string
  at: number
  who: string
}

const REQUESTS = `select r.*, w.number as order_number, p.code, p.name, p.unit, s.name as who from part_request r
  join part p on p.id = r.part_id join staff s on s.id = r.staff_id left join work_order w on w.id = r.order_id`

export const readRequest = (db: ReadDb, id: string): RequestRow | undefined =>
  db.get<RequestRow>(text(`${REQUESTS} where r.id = ?`, id))

export const requestsOfOrder = (db: ReadDb, orderId: string): RequestRow[] =>
  db.all<RequestRow>(text(`${REQUESTS} where r.order_id = ? order by r.at`, orderId))

export const openRequests = (db: ReadDb): RequestRow[] =>
  db.all<RequestRow>(
    text(`${REQUESTS} where r.state = 'open' order by r.expected_at is null, r.expected_at, r.at`),
  )

/** Open requests for one part, the oldest first. */
export const openRequestsFor = (db: ReadDb, partId: string): RequestRow[] =>
  db.all<RequestRow>(text(`${REQUESTS} where r.part_id = ? and r.state = 'open' order by r.at, r.id`, partId))

export type TagRow = {
  id: string
  number: string
  order_id: string
  order_number: string
  part_id: string | null
  what: 'old' | 'defective'
  code: string
  name: string
  quantity: number
  serial: string
  fault: string
  place_id: string | null
  at: number
  who: string
  printed_at: number | null
  sent_at: number | null
}

const TAGS = `select t.*, w.number as order_number, l.code, l.name, s.name as who from fault_tag t
  join work_order w on w.id = t.order_id join order_part l on l.id = t.order_part_id
  join staff s on s.id = t.staff_id`

export const readTag = (db: ReadDb, id: string): TagRow | undefined =>
  db.get<TagRow>(text(`${TAGS} where t.id = ?`, id))

export const tagsOfOrder = (db: ReadDb, orderId: string): TagRow[] =>
  db.all<TagRow>(text(`${TAGS} where t.order_id = ? order by t.at, t.id`, orderId))

export const tagsOwed = (db: ReadDb): TagRow[] =>
  db.all<TagRow>(text(`${TAGS} where t.sent_at is null order by t.at, t.id`))

export type OwedRow = {
  order_id: string
  order_number: string
  name: string
  quantity: number
  since: number
}

/** Old parts that nobody has given back yet, the longest owed first. */
export const oldPartsOwed = (db: ReadDb): OwedRow[] =>
  db.all<OwedRow>(
    text(
      `select l.order_id, w.number as order_number, l.name, l.old_owed - l.old_returned as quantity,
         (select min(e.at) from order_part_entry e where e.order_part_id = l.id and e.quantity_of = 'oldOwed') as since
       from order_part l join work_order w on w.id = l.order_id where l.old_owed > l.old_returned order by since`,
    ),
  )

export const waiverOf = (
  db: ReadDb,
  orderId: string,
): { words: string; who: string; at: number } | undefined =>
  db.get(
    text(
      `select v.words, s.name as who, v.at from parts_waiver v join staff s on s.id = v.staff_id
       where v.order_id = ? order by v.at desc, v.id desc limit 1`,
      orderId,
    ),
  )
