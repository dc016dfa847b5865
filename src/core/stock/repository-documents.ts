// Documents as they are listed and read, and what of a transfer is on the way.
import type { StockDocumentKind, StockPlaceKind } from '#shared/domain/stock/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, SqlValue } from '#core/db/handle.ts'
import type { Before } from './repository-look.ts'

export type DocumentHeadRow = {
  rowid: number
  id: string
  number: string
  kind: StockDocumentKind
  at: number
  who: string
  partner: string | null
  order_id: string | null
  order_number: string | null
  refers_id: string | null
  refers_number: string | null
  reason: string
  lines: number
  open: number
}

const HEAD = `select d.rowid, d.id, d.number, d.kind, d.at, s.name as who, x.name as partner, d.order_id,
  w.number as order_number, r.id as refers_id, r.number as refers_number, d.reason,
  (select count(*) from stock_movement m where m.document_id = d.id) as lines,
  exists (select 1 from stock_on_way o where o.document_id = d.id and o.quantity > 0) as open
  from stock_document d join staff s on s.id = d.staff_id left join partner x on x.id = d.partner_id
  left join work_order w on w.id = d.order_id left join stock_document r on r.id = d.refers_to`

export type DocumentsAsk = Readonly<{
  kind?: StockDocumentKind | undefined
  onTheWay: boolean
  from?: number | undefined
  until?: number | undefined
  before?: Before | undefined
  limit: number
}>

export const listDocuments = (db: ReadDb, ask: DocumentsAsk): DocumentHeadRow[] => {
  const conditions: [string, ...SqlValue[]][] = [
    [
      '(d.at, d.rowid) < (?, ?)',
      ask.before?.at ?? Number.MAX_SAFE_INTEGER,
      ask.before?.rowid ?? Number.MAX_SAFE_INTEGER,
    ],
    ...(ask.kind === undefined ? [] : [['d.kind = ?', ask.kind] as [string, SqlValue]]),
    ...(ask.from === undefined ? [] : [['d.at >= ?', ask.from] as [string, SqlValue]]),
    ...(ask.until === undefined ? [] : [['d.at < ?', ask.until] as [string, SqlValue]]),
    ...(ask.onTheWay
      ? [['d.id in (select document_id from stock_on_way where quantity > 0)'] as [string]]
      : []),
  ]
  return db.all<DocumentHeadRow>(
    text(
      `${HEAD} where ${conditions.map(([where]) => where).join(' and ')} order by d.at desc, d.rowid desc limit ?`,
      ...conditions.flatMap(([, ...bindings]) => bindings),
      ask.limit,
    ),
  )
}

export const documentHead = (
  db: ReadDb,
  by: Readonly<{ id: string }> | Readonly<{ number: string }>,
): DocumentHeadRow | undefined =>
  db.get<DocumentHeadRow>(
    'id' in by ? text(`${HEAD} where d.id = ?`, by.id) : text(`${HEAD} where d.number = ?`, by.number),
  )

/** Issues and returns of an order, the newest first. */
export const documentsOfOrder = (db: ReadDb, orderId: string): DocumentHeadRow[] =>
  db.all<DocumentHeadRow>(
    text(
      `${HEAD} where d.order_id = ? and d.kind in ('issue', 'return') order by d.at desc, d.rowid desc`,
      orderId,
    ),
  )

export type DocumentMovementRow = {
  part_id: string
  code: string
  name: string
  unit: string
  decimals: number
  place_id: string
  place: string
  place_kind: StockPlaceKind
  quantity: number
  serials: string
  value_fen: number
}

export const movementsOfDocument = (db: ReadDb, documentId: string): DocumentMovementRow[] =>
  db.all<DocumentMovementRow>(
    text(
      `select m.part_id, p.code, p.name, p.unit, p.decimals, m.place_id, l.name as place, l.kind as place_kind,
         m.quantity, m.serials, m.value_fen
       from stock_movement m join part p on p.id = m.part_id join stock_place l on l.id = m.place_id
       where m.document_id = ? order by m.position`,
      documentId,
    ),
  )

export const followersOf = (
  db: ReadDb,
  documentId: string,
): { id: string; number: string; kind: StockDocumentKind }[] =>
  db.all(
    text('select id, number, kind from stock_document where refers_to = ? order by at, rowid', documentId),
  )

export type OnWayRow = {
  part_id: string
  code: string
  name: string
  unit: string
  decimals: number
  place_id: string
  quantity: number
}

export const onWayRows = (db: ReadDb, documentId: string): OnWayRow[] =>
  db.all<OnWayRow>(
    text(
      `select o.part_id, p.code, p.name, p.unit, p.decimals, o.place_id, o.quantity
       from stock_on_way o join part p on p.id = o.part_id where o.document_id = ? and o.quantity > 0 order by p.code_key`,
      documentId,
    ),
  )

/** Serials that a transfer sent and no later document of it took from the way. */
export const serialsOnWay = (db: ReadDb, documentId: string): { part_id: string; serial: string }[] =>
  db.all(
    text(
      `select m.part_id, j.value as serial from stock_movement m join stock_place l on l.id = m.place_id,
         json_each(m.serials) j
       where l.kind = 'transit'
         and m.document_id in (select ? union all select id from stock_document where refers_to = ?)
       group by m.part_id, j.value having sum(iif(m.quantity > 0, 1, -1)) > 0 order by j.value`,
      documentId,
      documentId,
    ),
  )

export type NeedRow = {
  id: string
  code: string
  name: string
  unit: string
  decimals: number
  minimum: number
  demand: number
  sellable: number
  on_the_way: number
}

/** Parts in use that have a minimum or that an open order still wants, with what there is and what comes. */
export const needs = (db: ReadDb): NeedRow[] =>
  db.all<NeedRow>(
    text(
      `with demand (part_id, quantity) as (
         select o.part_id, sum(o.planned - o.issued) from order_part o join work_order w on w.id = o.order_id
         where o.active = 1 and o.planned > o.issued and o.part_id is not null
           and w.state not in ('closed', 'cancelled') group by o.part_id),
       asked (part_id, quantity) as (
         select part_id, sum(quantity) from part_request where state = 'open' group by part_id)
       select p.id, p.code, p.name, p.unit, p.decimals, p.minimum, coalesce(d.quantity, 0) as demand,
         coalesce((select sum(b.quantity) from stock_balance b join stock_place l on l.id = b.place_id
           where b.part_id = p.id and b.quantity > 0 and l.kind = 'bin'), 0) as sellable,
         coalesce((select sum(b.quantity) from stock_balance b join stock_place l on l.id = b.place_id
           where b.part_id = p.id and b.quantity > 0 and l.kind = 'transit'), 0)
           + coalesce(a.quantity, 0) as on_the_way
       from part p left join demand d on d.part_id = p.id left join asked a on a.part_id = p.id
       where p.active = 1 and (p.minimum > 0 or d.quantity > 0) order by p.code_key`,
    ),
  )
