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

export type MoveRow = {
  item: string
  from_kind: PlaceKind
  from_id: string | null
  to_kind: PlaceKind
  to_id: string | null
}

/** Moves of the order at that very moment: what one command did. */
export const movesAt = (db: ReadDb, orderId: string, at: number): MoveRow[] =>
  db.all<MoveRow>(
    text(
      'select item, from_kind, from_id, to_kind, to_id from custody_move where order_id = ? and at = ?',
      orderId,
      at,
    ),
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
