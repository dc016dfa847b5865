// The only file that names the tables of the stock; of a part it reads what a document has to know.
import type { Held, StockDocumentKind, StockPlaceKind } from '#shared/domain/stock/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

export type StockPart = {
  id: string
  code: string
  name: string
  unit: string
  decimals: number
  serial_tracked: number
  active: number
}

export const stockPart = (db: ReadDb, id: string): StockPart | undefined =>
  db.get<StockPart>(
    text('select id, code, name, unit, decimals, serial_tracked, active from part where id = ?', id),
  )

export type StockPlaceRow = {
  id: string
  warehouse_id: string
  kind: StockPlaceKind
  code: string
  name: string
  staff_id: string | null
  active: number
}

/** A place of a warehouse out of use is out of use. */
export const stockPlace = (db: ReadDb, id: string): StockPlaceRow | undefined =>
  db.get<StockPlaceRow>(
    text(
      `select p.id, p.warehouse_id, p.kind, p.code, p.name, p.staff_id, min(p.active, w.active) as active
       from stock_place p join warehouse w on w.id = p.warehouse_id where p.id = ?`,
      id,
    ),
  )

export const balanceAt = (db: ReadDb, partId: string, placeId: string): number =>
  db.value<number>(
    text('select quantity from stock_balance where part_id = ? and place_id = ?', partId, placeId),
  ) ?? 0

export const setBalance = (db: WriteDb, partId: string, placeId: string, quantity: number): void => {
  db.run(
    text(
      `insert into stock_balance (part_id, place_id, quantity) values (?, ?, ?)
       on conflict (part_id, place_id) do update set quantity = excluded.quantity`,
      partId,
      placeId,
      quantity,
    ),
  )
}

/** Of all places together. */
export const costOf = (db: ReadDb, partId: string): Held | undefined => {
  const row = db.get<{ quantity: number; value_fen: number }>(
    text('select quantity, value_fen from stock_cost where part_id = ?', partId),
  )
  return row && { quantity: row.quantity, valueFen: row.value_fen }
}

export const setCost = (db: WriteDb, partId: string, held: Held): void => {
  db.run(
    text(
      `insert into stock_cost (part_id, quantity, value_fen) values (?, ?, ?)
       on conflict (part_id) do update set quantity = excluded.quantity, value_fen = excluded.value_fen`,
      partId,
      held.quantity,
      held.valueFen,
    ),
  )
}

/** The last movement of the part: what a piece of it cost when there was one. */
export const lastMoved = (db: ReadDb, partId: string): Held | undefined => {
  const row = db.get<{ quantity: number; value_fen: number }>(
    text(
      `select abs(quantity) as quantity, abs(value_fen) as value_fen from stock_movement
       where part_id = ? order by at desc, rowid desc limit 1`,
      partId,
    ),
  )
  return row && { quantity: row.quantity, valueFen: row.value_fen }
}

/** What of a transfer is still on the way. */
export const onWayOf = (db: ReadDb, documentId: string, partId: string): number =>
  db.value<number>(
    text('select quantity from stock_on_way where document_id = ? and part_id = ?', documentId, partId),
  ) ?? 0

export const setOnWay = (
  db: WriteDb,
  row: Readonly<{ documentId: string; partId: string; placeId: string; quantity: number }>,
): void => {
  db.run(
    text(
      `insert into stock_on_way (document_id, part_id, place_id, quantity) values (?, ?, ?, ?)
       on conflict (document_id, part_id) do update set quantity = excluded.quantity`,
      row.documentId,
      row.partId,
      row.placeId,
      row.quantity,
    ),
  )
}

/** At a place, on an order, or gone: both null. */
export type SerialSpot = Readonly<{ placeId: string | null; orderPartId: string | null }>

export const serialSpot = (db: ReadDb, partId: string, serial: string): SerialSpot | undefined => {
  const row = db.get<{ place_id: string | null; order_part_id: string | null }>(
    text('select place_id, order_part_id from part_serial where part_id = ? and serial = ?', partId, serial),
  )
  return row && { placeId: row.place_id, orderPartId: row.order_part_id }
}

/** Parts whose serial of this text lies somewhere in the stock. */
export const partsWithSerial = (db: ReadDb, serial: string): string[] =>
  db
    .all<{ part_id: string }>(
      text('select part_id from part_serial where serial = ? and place_id is not null limit 20', serial),
    )
    .map(({ part_id }) => part_id)

export const setSerial = (db: WriteDb, partId: string, serial: string, spot: SerialSpot): void => {
  db.run(
    text(
      `insert into part_serial (part_id, serial, place_id, order_part_id) values (?, ?, ?, ?)
       on conflict (part_id, serial) do update
       set place_id = excluded.place_id, order_part_id = excluded.order_part_id`,
      partId,
      serial,
      spot.placeId,
      spot.orderPartId,
    ),
  )
}

/** The place's name or the order's number, for whoever looks for the serial; empty where it is gone. */
export const whereIs = (db: ReadDb, { placeId, orderPartId }: SerialSpot): string =>
  (placeId === null
    ? db.value<string>(
        text(
          `select w.number from order_part p join work_order w on w.id = p.order_id where p.id = ?`,
          orderPartId,
        ),
      )
    : stockPlace(db, placeId)?.name) ?? ''

export type DocumentRow = {
  id: string
  number: string
  kind: StockDocumentKind
  order_id: string | null
  partner_id: string | null
  refers_to: string | null
  reason: string
  at: number
  staff_id: string
}

export const readDocument = (db: ReadDb, id: string): DocumentRow | undefined =>
  db.get<DocumentRow>(text('select * from stock_document where id = ?', id))

/** The bin in use that holds most of a part, and how much. */
export const fullestBin = (db: ReadDb, partId: string): { placeId: string; quantity: number } | undefined =>
  db.get(
    text(
      `select b.place_id as placeId, b.quantity from stock_balance b join stock_place p on p.id = b.place_id
       where b.part_id = ? and p.kind = 'bin' and p.active = 1 and b.quantity > 0
       order by b.quantity desc, p.code limit 1`,
      partId,
    ),
  )

/** What lies in bins in use: what an order can be promised (PRT-5). */
export const sellableOf = (db: ReadDb, partId: string): number =>
  db.value<number>(
    text(
      `select coalesce(sum(b.quantity), 0) from stock_balance b join stock_place p on p.id = b.place_id
       where b.part_id = ? and p.kind = 'bin' and p.active = 1`,
      partId,
    ),
  ) ?? 0
