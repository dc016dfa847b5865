// The only file that names the tables place, loaner, loan, custody and custody_move.
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type CustodyRow = {
  id: string
  order_id: string
  item: string
  place_kind: PlaceKind
  place_id: string | null
  since: number
  staff_id: string
}

export const custodyOf = (db: ReadDb, orderId: string): CustodyRow[] =>
  db.all<CustodyRow>(text('select * from custody where order_id = ?', orderId))

export const custodyAt = (db: ReadDb, orderId: string, item: string): CustodyRow | undefined =>
  db.get<CustodyRow>(text('select * from custody where order_id = ? and item = ?', orderId, item))

/** Everything that stands on a shelf or bench. */
export const custodyIn = (db: ReadDb, kind: PlaceKind, placeId: string): CustodyRow[] =>
  db.all<CustodyRow>(
    text('select * from custody where place_kind = ? and place_id = ? order by since', kind, placeId),
  )

export type LoanRow = {
  id: string
  loaner_id: string
  order_id: string
  lent_at: number
  lent_by: string
  back_by: number | null
  condition: string
  returned_at: number | null
  returned_by: string | null
  return_condition: string | null
  loaner_name: string
  loaner_code: string
}

/** Loaners of the order that are still with the customer. */
export const loansOut = (db: ReadDb, orderId: string): LoanRow[] =>
  db.all<LoanRow>(
    text(
      `select l.*, o.name as loaner_name, o.code as loaner_code from loan l join loaner o on o.id = l.loaner_id
       where l.order_id = ? and l.returned_at is null order by l.lent_at`,
      orderId,
    ),
  )

export type MoveRow = {
  item: string
  from_kind: PlaceKind
  from_id: string | null
  to_kind: PlaceKind
  to_id: string | null
  remark: string
  at: number
  staff_id: string
}

/** The newest first. */
export const movesOf = (db: ReadDb, orderId: string): MoveRow[] =>
  db.all<MoveRow>(
    text('select * from custody_move where order_id = ? order by at desc, id desc limit 200', orderId),
  )

/** Moves of the order at that very moment: what one command did. */
export const movesAt = (db: ReadDb, orderId: string, at: number): MoveRow[] =>
  db.all<MoveRow>(text('select * from custody_move where order_id = ? and at = ?', orderId, at))

export type PlaceRow = {
  id: string
  code: string
  name: string
  kind: 'shelf' | 'bench'
  active: number
  holds: number
}

const PLACE = `select p.id, p.code, p.name, p.kind, p.active,
  (select count(*) from custody c where c.place_kind = p.kind and c.place_id = p.id) as holds from place p`

export const listPlaces = (db: ReadDb): PlaceRow[] =>
  db.all<PlaceRow>(text(`${PLACE} order by p.active desc, p.kind desc, p.name, p.code`))

export const placeById = (db: ReadDb, id: string): PlaceRow | undefined =>
  db.get<PlaceRow>(text(`${PLACE} where p.id = ?`, id))

export const placeByCode = (db: ReadDb, code: string): PlaceRow | undefined =>
  db.get<PlaceRow>(text(`${PLACE} where p.code = ?`, code))

export type LoanerRow = {
  id: string
  code: string
  name: string
  serial: string
  accessories: string
  remark: string
  active: number
  loan_id: string | null
  order_id: string | null
  number: string | null
  customer_name: string | null
  lent_at: number | null
  back_by: number | null
}

const LOANER = `select o.*, l.id as loan_id, l.order_id, w.number, c.name as customer_name, l.lent_at, l.back_by
  from loaner o left join loan l on l.loaner_id = o.id and l.returned_at is null
  left join work_order w on w.id = l.order_id left join customer c on c.id = w.customer_id`

export const listLoaners = (db: ReadDb): LoanerRow[] =>
  db.all<LoanerRow>(text(`${LOANER} order by o.active desc, o.name, o.code`))

export const loanerById = (db: ReadDb, id: string): LoanerRow | undefined =>
  db.get<LoanerRow>(text(`${LOANER} where o.id = ?`, id))

export const loanerByCode = (db: ReadDb, code: string): LoanerRow | undefined =>
  db.get<LoanerRow>(text(`${LOANER} where o.code = ?`, code))

/** Every loan of the order, the newest first. */
export const loansOf = (db: ReadDb, orderId: string): LoanRow[] =>
  db.all<LoanRow>(
    text(
      `select l.*, o.name as loaner_name, o.code as loaner_code from loan l join loaner o on o.id = l.loaner_id
       where l.order_id = ? order by l.lent_at desc`,
      orderId,
    ),
  )
