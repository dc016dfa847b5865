// What there is and what moved, as it is read for a screen. Movements are read for one part or one document only.
import type { StockDocumentKind, StockPlaceKind } from '#shared/domain/stock/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, SqlValue } from '#core/db/handle.ts'

export type PartRow = {
  id: string
  code: string
  /** In this order lists stand. */
  code_key: string
  name: string
  spec: string
  unit: string
  decimals: number
  serial_tracked: number
  active: number
  minimum: number
}

const PART = `p.id, p.code, p.code_key, p.name, p.spec, p.unit, p.decimals, p.serial_tracked, p.active, p.minimum`

export const partRow = (db: ReadDb, id: string): PartRow | undefined =>
  db.get<PartRow>(text(`select ${PART} from part p where p.id = ?`, id))

/** These parts, in the order in which they are named. */
export const partRows = (db: ReadDb, ids: readonly string[]): PartRow[] =>
  db.all<PartRow>(
    text(
      `select ${PART} from json_each(?) i cross join part p on p.id = i.value order by i.key`,
      JSON.stringify(ids),
    ),
  )

/** Which parts a list shows; `afterKey` is where the page before ended. */
export type PartsAsk = Readonly<{
  warehouseId?: string | undefined
  placeId?: string | undefined
  only: 'all' | 'inStock' | 'belowMinimum'
  afterKey: string
  limit: number
}>

/** So many parts at a place are sorted; of more the list is walked by code, since a page fills soon. */
const FEW = 600

const SELLABLE = `(select coalesce(sum(b.quantity), 0) from stock_balance b join stock_place l on l.id = b.place_id
  where b.part_id = p.id and b.quantity > 0 and l.kind = 'bin')`

/** What narrows the list to a place or a warehouse, as parts that lie there. */
const narrowing = (db: ReadDb, ask: PartsAsk): { where: string; bindings: SqlValue[] } | undefined => {
  const places =
    ask.placeId !== undefined
      ? [ask.placeId]
      : ask.warehouseId !== undefined
        ? db
            .all<{ id: string }>(text('select id from stock_place where warehouse_id = ?', ask.warehouseId))
            .map(({ id }) => id)
        : undefined
  if (places === undefined)
    return ask.only === 'inStock'
      ? {
          where: 'exists (select 1 from stock_balance b where b.part_id = p.id and b.quantity > 0)',
          bindings: [],
        }
      : undefined
  const marks = places.map(() => '?').join()
  const few =
    (db.value<number>(
      text(
        `select count(*) from (select 1 from stock_balance where place_id in (${marks}) and quantity > 0 limit ${FEW})`,
        ...places,
      ),
    ) ?? 0) < FEW
  return {
    where: few
      ? `+p.id in (select part_id from stock_balance where place_id in (${marks}) and quantity > 0) and p.rowid in
         (select q.rowid from stock_balance b cross join part q on q.id = b.part_id
          where b.place_id in (${marks}) and b.quantity > 0)`
      : `exists (select 1 from stock_balance b where b.part_id = p.id and b.place_id in (${marks}) and b.quantity > 0)`,
    bindings: few ? [...places, ...places] : places,
  }
}

export const partsOfPage = (db: ReadDb, ask: PartsAsk): PartRow[] => {
  const conditions = [
    narrowing(db, ask),
    ask.only === 'belowMinimum'
      ? { where: `p.minimum > 0 and ${SELLABLE} < p.minimum`, bindings: [] }
      : undefined,
  ].filter((one) => one !== undefined)
  return db.all<PartRow>(
    text(
      `select ${PART} from part p where p.code_key > ?${conditions.map(({ where }) => ` and ${where}`).join('')}
       order by p.code_key limit ?`,
      ask.afterKey,
      ...conditions.flatMap(({ bindings }) => bindings),
      ask.limit,
    ),
  )
}

export type AtPlaceRow = {
  part_id: string
  place_id: string
  place: string
  kind: StockPlaceKind
  warehouse_id: string
  warehouse: string
  quantity: number
}

export type PlaceNameRow = {
  id: string
  name: string
  kind: StockPlaceKind
  warehouse_id: string
  warehouse: string
}

/** All places in the order of lists; there are few, and reading them once is less than joining them to each row. */
const placeNames = (db: ReadDb): ReadonlyMap<string, PlaceNameRow & { order: number }> =>
  new Map(
    db
      .all<PlaceNameRow>(
        text(
          `select l.id, l.name, l.kind, l.warehouse_id, w.name as warehouse
           from stock_place l join warehouse w on w.id = l.warehouse_id
           order by l.kind = 'transit', l.created_at, l.code`,
        ),
      )
      .map((row, order) => [row.id, { ...row, order }]),
  )

/** What there is of these parts, by place. */
export const atPlaces = (db: ReadDb, partIds: readonly string[]): AtPlaceRow[] => {
  const places = placeNames(db)
  return db
    .all<{ part_id: string; place_id: string; quantity: number }>(
      text(
        `select b.part_id, b.place_id, b.quantity from json_each(?) i cross join stock_balance b on b.part_id = i.value
         where b.quantity > 0`,
        JSON.stringify(partIds),
      ),
    )
    .flatMap(({ part_id, place_id, quantity }) => {
      const place = places.get(place_id)
      if (!place) return []
      const { name, kind, warehouse_id, warehouse, order } = place
      return { part_id, place_id, place: name, kind, warehouse_id, warehouse, quantity, order }
    })
    .sort((a, b) => a.order - b.order)
}

export type CostRow = { part_id: string; quantity: number; value_fen: number }
export const costsOf = (db: ReadDb, partIds: readonly string[]): CostRow[] =>
  db.all<CostRow>(
    text(
      `select c.part_id, c.quantity, c.value_fen from json_each(?) i cross join stock_cost c on c.part_id = i.value`,
      JSON.stringify(partIds),
    ),
  )

export const serialsOf = (db: ReadDb, partId: string): { serial: string; place_id: string }[] =>
  db.all(
    text(
      'select serial, place_id from part_serial where part_id = ? and place_id is not null order by serial',
      partId,
    ),
  )

/** What lies at a place, by code. */
export const partsAt = (db: ReadDb, placeId: string): (PartRow & { quantity: number })[] =>
  db.all(
    text(
      `select ${PART}, b.quantity from stock_balance b join part p on p.id = b.part_id
       where b.place_id = ? and b.quantity > 0 order by p.code_key`,
      placeId,
    ),
  )

export type Before = Readonly<{ at: number; rowid: number }>

export type MovementRow = {
  rowid: number
  id: string
  document_id: string
  number: string
  kind: StockDocumentKind
  at: number
  who: string
  place: string
  quantity: number
  serials: string
  value_fen: number
  order_id: string | null
  order_number: string | null
  partner: string | null
  reason: string
}

/** The newest first; `before`: behind the page before. */
export const movementsOf = (
  db: ReadDb,
  partId: string,
  { placeId, before, limit }: Readonly<{ placeId?: string | undefined; before?: Before; limit: number }>,
): MovementRow[] =>
  db.all<MovementRow>(
    text(
      `select m.rowid, m.id, m.document_id, d.number, d.kind, m.at, s.name as who, l.name as place, m.quantity,
         m.serials, m.value_fen, d.order_id, w.number as order_number, x.name as partner, d.reason
       from stock_movement m join stock_document d on d.id = m.document_id join staff s on s.id = d.staff_id
       join stock_place l on l.id = m.place_id left join work_order w on w.id = d.order_id
       left join partner x on x.id = d.partner_id
       where m.part_id = ? and (m.at, m.rowid) < (?, ?)${placeId === undefined ? '' : ' and m.place_id = ?'}
       order by m.at desc, m.rowid desc limit ?`,
      partId,
      before?.at ?? Number.MAX_SAFE_INTEGER,
      before?.rowid ?? Number.MAX_SAFE_INTEGER,
      ...(placeId === undefined ? [] : [placeId]),
      limit,
    ),
  )

export const totalOf = (db: ReadDb, partId: string, placeId: string | undefined): number =>
  db.value<number>(
    placeId === undefined
      ? text('select coalesce(sum(quantity), 0) from stock_balance where part_id = ?', partId)
      : text(
          'select coalesce(sum(quantity), 0) from stock_balance where part_id = ? and place_id = ?',
          partId,
          placeId,
        ),
  ) ?? 0
