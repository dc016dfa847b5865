// Warehouses and places of the stock as they are listed and chosen.
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { StockPlaceRow } from './repository.ts'

export type WarehouseRow = { id: string; code: string; name: string; active: number }

export const listWarehouses = (db: ReadDb): WarehouseRow[] =>
  db.all<WarehouseRow>(
    text('select id, code, name, active from warehouse order by active desc, created_at, code'),
  )

export const readWarehouse = (db: ReadDb, id: string): WarehouseRow | undefined =>
  db.get<WarehouseRow>(text('select id, code, name, active from warehouse where id = ?', id))

/** The shop's own: the oldest in use. */
export const firstWarehouse = (db: ReadDb): WarehouseRow | undefined =>
  db.get<WarehouseRow>(
    text('select id, code, name, active from warehouse where active = 1 order by created_at, code limit 1'),
  )

export const hasWarehouse = (db: ReadDb): boolean =>
  db.value<number>(text('select 1 from warehouse limit 1')) !== undefined

export const placeOfKind = (
  db: ReadDb,
  warehouseId: string,
  kind: StockPlaceRow['kind'],
): { id: string; active: number } | undefined =>
  db.get<{ id: string; active: number }>(
    text(
      `select id, active from stock_place where warehouse_id = ? and kind = ?
       order by active desc, created_at, code limit 1`,
      warehouseId,
      kind,
    ),
  )

export const bagOfPerson = (
  db: ReadDb,
  warehouseId: string,
  staffId: string,
): { id: string; active: number } | undefined =>
  db.get<{ id: string; active: number }>(
    text(
      `select id, active from stock_place where warehouse_id = ? and staff_id = ? and kind = 'bag'`,
      warehouseId,
      staffId,
    ),
  )

export type ListedPlaceRow = StockPlaceRow & { staff_name: string | null; parts: number }

const LISTED = `select p.id, p.warehouse_id, p.kind, p.code, p.name, p.staff_id, p.active, s.name as staff_name,
  (select count(*) from stock_balance b where b.place_id = p.id and b.quantity > 0) as parts
  from stock_place p left join staff s on s.id = p.staff_id`

export const listPlaces = (db: ReadDb): ListedPlaceRow[] =>
  db.all<ListedPlaceRow>(text(`${LISTED} order by p.active desc, p.created_at, p.code`))

export const listedPlace = (db: ReadDb, id: string): ListedPlaceRow | undefined =>
  db.get<ListedPlaceRow>(text(`${LISTED} where p.id = ?`, id))

/** Whose code it is: of a warehouse, or of a place. */
export const ownerOfWarehouseCode = (db: ReadDb, code: string): string | undefined =>
  db.value<string>(text('select name from warehouse where code = ?', code))
export const ownerOfPlaceCode = (db: ReadDb, code: string): string | undefined =>
  db.value<string>(text('select name from stock_place where code = ?', code))

/** How many different parts lie in a warehouse, or are on the way to it. */
export const partsIn = (db: ReadDb, warehouseId: string): number =>
  db.value<number>(
    text(
      `select count(*) from stock_balance b join stock_place p on p.id = b.place_id
       where p.warehouse_id = ? and b.quantity > 0`,
      warehouseId,
    ),
  ) ?? 0
