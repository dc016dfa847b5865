// The only file that names transfer_request.
import type { TransferRequestState } from '#shared/domain/stock/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { Before } from './repository-look.ts'

export type RequestRow = {
  rowid: number
  id: string
  number: string
  from_warehouse_id: string
  from_warehouse: string
  to_warehouse_id: string
  to_warehouse: string
  state: TransferRequestState
  /** `[{ partId, quantity }]` */
  lines: string
  reason: string
  at: number
  who: string
  document_id: string | null
  document_number: string | null
  answer: string
  answered_at: number | null
  answered_by: string | null
}

const REQUEST = `select r.rowid, r.id, r.number, r.from_warehouse_id, f.name as from_warehouse, r.to_warehouse_id,
  t.name as to_warehouse, r.state, r.lines, r.reason, r.at, s.name as who, r.document_id, d.number as document_number,
  r.answer, r.answered_at, a.name as answered_by
  from transfer_request r join warehouse f on f.id = r.from_warehouse_id join warehouse t on t.id = r.to_warehouse_id
  join staff s on s.id = r.staff_id left join staff a on a.id = r.answered_by
  left join stock_document d on d.id = r.document_id`

export const readTransferRequest = (db: ReadDb, id: string): RequestRow | undefined =>
  db.get<RequestRow>(text(`${REQUEST} where r.id = ?`, id))

export const listTransferRequests = (
  db: ReadDb,
  { onlyOpen, before, limit }: Readonly<{ onlyOpen: boolean; before: Before; limit: number }>,
): RequestRow[] =>
  db.all<RequestRow>(
    text(
      `${REQUEST} where (r.at, r.rowid) < (?, ?) ${onlyOpen ? "and r.state = 'open'" : ''}
       order by r.at desc, r.rowid desc limit ?`,
      before.at,
      before.rowid,
      limit,
    ),
  )

/** The request that a transfer answered. */
export const requestOfDocument = (
  db: ReadDb,
  documentId: string,
): { id: string; number: string } | undefined =>
  db.get<{ id: string; number: string }>(
    text('select id, number from transfer_request where document_id = ?', documentId),
  )

/** What lies in bins of a warehouse of these parts. */
export const sellableIn = (
  db: ReadDb,
  warehouseId: string,
  partIds: readonly string[],
): { part_id: string; quantity: number }[] =>
  db.all(
    text(
      `select b.part_id, sum(b.quantity) as quantity from stock_balance b join stock_place l on l.id = b.place_id
       where l.warehouse_id = ? and l.kind = 'bin' and b.part_id in (select value from json_each(?)) group by b.part_id`,
      warehouseId,
      JSON.stringify(partIds),
    ),
  )

/** What a transfer took along. */
export const sentWith = (db: ReadDb, documentId: string): { part_id: string; quantity: number }[] =>
  db.all(
    text(
      `select m.part_id, sum(m.quantity) as quantity from stock_movement m join stock_place l on l.id = m.place_id
       where m.document_id = ? and l.kind = 'transit' group by m.part_id`,
      documentId,
    ),
  )
