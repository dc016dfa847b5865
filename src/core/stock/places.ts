// Warehouses and places: the first ones are there without anybody making them, the others are added and go out of use.
import type { StockPlace, Warehouse } from '#shared/contract/stock.ts'
import {
  FIRST_WAREHOUSE_CODE,
  bagCode,
  binCode,
  defectiveCode,
  firstNames,
  transitCode,
} from '#shared/domain/stock/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Fields } from '#core/db/rows.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { findPerson } from '#core/staff/index.ts'
import type { StockPlaceRow } from './repository.ts'
import { stockPlace } from './repository.ts'
import * as rows from './repository-places.ts'

type Language = Parameters<typeof firstNames>[0]
type Making = Pick<CommandContext, 'now' | 'newId' | 'db' | 'insert' | 'audit' | 'changed'>
type NewPlace = Readonly<{
  warehouseId: string
  kind: StockPlaceRow['kind']
  code: string
  name: string
  staffId?: string
}>

const write = (
  ctx: Making & Partial<Pick<CommandContext, 'update'>>,
  entity: 'warehouse' | 'stockPlace',
  id: string | undefined,
  fields: Fields,
): string => {
  const written = id ?? ctx.newId()
  const fact = `${entity}.${id === undefined ? 'added' : 'changed'}`
  if (id === undefined) ctx.insert(entity, written, { ...fields, active: true, createdAt: ctx.now }, fact)
  else ctx.update?.(entity, written, fields, fact)
  ctx.audit({ action: fact, object: entity, objectId: written, details: { fields: Object.keys(fields) } })
  ctx.changed('stock')
  return written
}

const makePlace = (ctx: Making, { staffId, ...place }: NewPlace): string =>
  write(ctx, 'stockPlace', undefined, { ...place, staffId: staffId ?? null })

/** A warehouse with one bin and one for defective parts. */
export const makeWarehouse = (ctx: Making, code: string, name: string, language: Language): string => {
  const names = firstNames(language)
  const warehouseId = write(ctx, 'warehouse', undefined, { code, name })
  makePlace(ctx, { warehouseId, kind: 'bin', code: binCode(code), name: names.bin })
  makePlace(ctx, { warehouseId, kind: 'defective', code: defectiveCode(code), name: names.defective })
  return warehouseId
}

/** At the setting up of the shop, and where a shop is older than the stock. */
export const openFirstWarehouse = (ctx: Making, language: Language): void => {
  if (!rows.hasWarehouse(ctx.db))
    makeWarehouse(ctx, FIRST_WAREHOUSE_CODE, firstNames(language).warehouse, language)
}

type InShop = Making & Pick<CommandContext, 'shop' | 'update'>
const languageOf = ({ shop }: InShop): Language => shop?.language ?? 'zh-CN'

/** The shop's own warehouse; made now if there never was one. */
export const homeWarehouse = (ctx: InShop): rows.WarehouseRow => {
  openFirstWarehouse(ctx, languageOf(ctx))
  const home = rows.firstWarehouse(ctx.db)
  if (!home) throw new Error('no warehouse is in use')
  return home
}

/** The first bin, or the first place for defective parts, of the shop's own warehouse. */
export const homePlace = (ctx: InShop, kind: 'bin' | 'defective' = 'bin'): string => {
  const { id } = homeWarehouse(ctx)
  const place = rows.placeOfKind(ctx.db, id, kind)
  if (!place) throw new Error(`the warehouse has no place of the kind ${kind}`)
  return place.id
}

const usedAgain = (ctx: InShop, place: { id: string; active: number }): string => {
  if (place.active === 0) write(ctx, 'stockPlace', place.id, { active: true })
  return place.id
}

/** Where things are while they are on the way to a warehouse. */
export const transitOf = (
  ctx: InShop,
  warehouse: Pick<rows.WarehouseRow, 'id' | 'code' | 'name'>,
): string => {
  const known = rows.placeOfKind(ctx.db, warehouse.id, 'transit')
  if (known) return usedAgain(ctx, known)
  const name = `${warehouse.name} ${firstNames(languageOf(ctx)).transit}`
  return makePlace(ctx, {
    warehouseId: warehouse.id,
    kind: 'transit',
    code: transitCode(warehouse.code),
    name,
  })
}

/** A technician's bag, in the shop's own warehouse unless told; made when it is first used. */
export const bagOf = (ctx: InShop, staffId: string, warehouseId?: string): string | Refused => {
  const person = findPerson(ctx.db, { id: staffId })
  if (!person) return refuse('unknownPerson', { field: 'staffId' })
  const warehouse = warehouseId === undefined ? homeWarehouse(ctx) : rows.readWarehouse(ctx.db, warehouseId)
  if (!warehouse) return refuse('unknownWarehouse', { field: 'warehouseId' })
  const known = rows.bagOfPerson(ctx.db, warehouse.id, staffId)
  if (known) return usedAgain(ctx, known)
  return makePlace(ctx, {
    warehouseId: warehouse.id,
    kind: 'bag',
    code: bagCode(warehouse.code, person.staffNo),
    name: `${firstNames(languageOf(ctx)).bag} ${person.name}`,
    staffId,
  })
}

const placeView = (row: rows.ListedPlaceRow): StockPlace => ({
  id: row.id,
  warehouseId: row.warehouse_id,
  kind: row.kind,
  code: row.code,
  name: row.name,
  staffId: row.staff_id,
  staffName: row.staff_name ?? '',
  active: row.active === 1,
  parts: row.parts,
})

export const warehousesView = (db: ReadDb): Warehouse[] => {
  const places = rows.listPlaces(db)
  return rows.listWarehouses(db).map(({ active, ...row }) => ({
    ...row,
    active: active === 1,
    places: places.filter(({ warehouse_id }) => warehouse_id === row.id).map(placeView),
  }))
}

const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('the row that was just written is not there')
  return found
}

export const placeSeen = (db: ReadDb, id: string): StockPlace => placeView(there(rows.listedPlace(db, id)))
export const warehouseSeen = (db: ReadDb, id: string): Warehouse =>
  there(warehousesView(db).find((one) => one.id === id))

export const addWarehouse = (
  ctx: InShop,
  { code, name }: Readonly<{ code: string; name: string }>,
): Warehouse | Refused => {
  const taken =
    rows.ownerOfWarehouseCode(ctx.db, code) ??
    rows.ownerOfPlaceCode(ctx.db, binCode(code)) ??
    rows.ownerOfPlaceCode(ctx.db, defectiveCode(code))
  if (taken !== undefined) return refuse('codeTaken', { field: 'code', name: taken })
  // The shop's own stays the oldest.
  homeWarehouse(ctx)
  const again = rows.ownerOfWarehouseCode(ctx.db, code)
  if (again !== undefined) return refuse('codeTaken', { field: 'code', name: again })
  return warehouseSeen(ctx.db, makeWarehouse(ctx, code, name, languageOf(ctx)))
}

type Changes = Readonly<{ name?: string | undefined; active?: boolean | undefined }>

const differing = (
  { name, active }: Changes,
  before: Readonly<{ name: string; active: number }>,
): Fields => ({
  ...(name !== undefined && name !== before.name ? { name } : {}),
  ...(active !== undefined && active !== (before.active === 1) ? { active } : {}),
})

export const changeWarehouse = (ctx: InShop, id: string, changes: Changes): Warehouse | Refused => {
  const before = rows.readWarehouse(ctx.db, id)
  if (!before) return refuse('unknownWarehouse', { field: 'id' })
  const fields = differing(changes, before)
  if (fields['active'] === false) {
    const parts = rows.partsIn(ctx.db, id)
    if (parts > 0) return refuse('holdsParts', { field: 'changes.active', parts })
    if (rows.listWarehouses(ctx.db).filter(({ active }) => active === 1).length === 1)
      return refuse('lastWarehouse', { field: 'changes.active' })
  }
  if (Object.keys(fields).length > 0) write(ctx, 'warehouse', id, fields)
  return warehouseSeen(ctx.db, id)
}

export const addPlace = (ctx: InShop, place: Omit<NewPlace, 'staffId'>): StockPlace | Refused => {
  if (!rows.readWarehouse(ctx.db, place.warehouseId))
    return refuse('unknownWarehouse', { field: 'warehouseId' })
  const taken = rows.ownerOfPlaceCode(ctx.db, place.code)
  if (taken !== undefined) return refuse('codeTaken', { field: 'code', name: taken })
  return placeSeen(ctx.db, makePlace(ctx, place))
}

export const changePlace = (ctx: InShop, id: string, changes: Changes): StockPlace | Refused => {
  const before = rows.listedPlace(ctx.db, id)
  if (!before || !stockPlace(ctx.db, id)) return refuse('unknownPlace', { field: 'id' })
  const fields = differing(changes, before)
  if (fields['active'] === false && before.parts > 0)
    return refuse('holdsParts', { field: 'changes.active', parts: before.parts })
  if (Object.keys(fields).length > 0) write(ctx, 'stockPlace', id, fields)
  return placeSeen(ctx.db, id)
}
