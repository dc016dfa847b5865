// The only file that names the tables part and part_search.
import type { Part } from '#shared/contract/catalogue.ts'
import type { Prices } from '#shared/domain/catalogue/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

type PartRow = {
  rowid: number
  id: string
  code: string
  name: string
  spec: string
  kind: Part['kind']
  unit: string
  decimals: number
  serial_tracked: number
  old_returnable: number
  models: string
  barcode: string | null
  price_fen: number
  prices: string
  minimum: number
  warranty_days: number | null
  repair_fee_fen: number | null
  fee_apart: number
  yield_count: number | null
  active: number
  created_at: number
  code_key: string
}

const COLUMNS = `p.rowid, p.id, p.code, p.name, p.spec, p.kind, p.unit, p.decimals, p.serial_tracked, p.old_returnable,
  p.models, p.barcode, p.price_fen, p.prices, p.minimum, p.warranty_days, p.repair_fee_fen, p.fee_apart, p.yield_count,
  p.active, p.created_at, p.code_key`

const toPart = (row: PartRow): Part => ({
  id: row.id,
  code: row.code,
  name: row.name,
  spec: row.spec,
  kind: row.kind,
  unit: row.unit,
  decimals: row.decimals,
  serialTracked: row.serial_tracked === 1,
  oldReturnable: row.old_returnable === 1,
  models: JSON.parse(row.models) as string[],
  barcode: row.barcode,
  priceFen: row.price_fen,
  prices: JSON.parse(row.prices) as Prices,
  minimum: row.minimum,
  warrantyDays: row.warranty_days,
  repairFeeFen: row.repair_fee_fen,
  feeApart: row.fee_apart === 1,
  yieldCount: row.yield_count,
  active: row.active === 1,
  createdAt: row.created_at,
})

export const readPart = (db: ReadDb, id: string): Part | undefined => {
  const row = db.get<PartRow>(text(`select ${COLUMNS} from part p where p.id = ?`, id))
  return row && toPart(row)
}

export const readParts = (db: ReadDb, ids: readonly string[]): Part[] =>
  db
    .all<PartRow>(
      text(
        `select ${COLUMNS} from part p where p.id in (select value from json_each(?))`,
        JSON.stringify(ids),
      ),
    )
    .map(toPart)

export const partByCodeKey = (db: ReadDb, key: string): Part | undefined => {
  const row = db.get<PartRow>(text(`select ${COLUMNS} from part p where p.code_key = ?`, key))
  return row && toPart(row)
}

/** In use or not. */
export const partByBarcode = (db: ReadDb, barcode: string): Part | undefined => {
  const row = db.get<PartRow>(text(`select ${COLUMNS} from part p where p.barcode = ?`, barcode))
  return row && toPart(row)
}

export type PartsWanted = Readonly<{
  /** The code key after which to go on. */
  after: string
  limit: number
  kind: Part['kind'] | undefined
  active: boolean | undefined
}>

export const listParts = (db: ReadDb, { after, limit, kind, active }: PartsWanted): Part[] =>
  db
    .all<PartRow>(
      text(
        `select ${COLUMNS} from part p where p.code_key > ? ${kind === undefined ? '' : 'and p.kind = ?'}
         ${active === undefined ? '' : 'and p.active = ?'} order by p.code_key limit ?`,
        after,
        ...(kind === undefined ? [] : [kind]),
        ...(active === undefined ? [] : [active ? 1 : 0]),
        limit,
      ),
    )
    .map(toPart)

/** Every part by its code, for an export. */
export function* everyPart(db: ReadDb): Generator<Part> {
  for (const row of db.iterate<PartRow>(text(`select ${COLUMNS} from part p order by p.code_key`)))
    yield toPart(row)
}

const LAST = '\u{10ffff}'

export const partsByCodePrefix = (db: ReadDb, key: string, inactive: boolean, limit: number): Part[] =>
  db
    .all<PartRow>(
      text(
        `select ${COLUMNS} from part p where p.code_key >= ? and p.code_key < ? ${inactive ? '' : 'and p.active = 1'}
         order by p.code_key limit ?`,
        key,
        key + LAST,
        limit,
      ),
    )
    .map(toPart)

export const partsByBarcodePrefix = (db: ReadDb, barcode: string, inactive: boolean, limit: number): Part[] =>
  db
    .all<PartRow>(
      text(
        `select ${COLUMNS} from part p where p.barcode >= ? and p.barcode < ? ${inactive ? '' : 'and p.active = 1'}
         order by p.barcode limit ?`,
        barcode,
        barcode + LAST,
        limit,
      ),
    )
    .map(toPart)

/** The newest first: the largest rowid. */
export const partsByTokens = (db: ReadDb, match: string, inactive: boolean, limit: number): Part[] =>
  db
    .all<PartRow>(
      text(
        `select ${COLUMNS} from part_search i join part p on p.rowid = i.rowid
         where part_search match ? ${inactive ? '' : 'and p.active = 1'} order by i.rowid desc limit ?`,
        match,
        limit,
      ),
    )
    .map(toPart)

/** As {@link partsByTokens} of one character, but only among the newest parts and by their names. */
export const newestPartsHolding = (
  db: ReadDb,
  character: string,
  inactive: boolean,
  { among, limit }: Readonly<{ among: number; limit: number }>,
): Part[] =>
  db
    .all<PartRow>(
      text(
        `select ${COLUMNS} from part p where p.rowid > (select max(rowid) from part) - ? and instr(p.name, ?) > 0
         ${inactive ? '' : 'and p.active = 1'} order by p.rowid desc limit ?`,
        among,
        character,
        limit,
      ),
    )
    .map(toPart)

export const insertTokens = (db: WriteDb, rowid: number, tokens: string): void => {
  db.run(text('insert into part_search (rowid, tokens) values (?, ?)', rowid, tokens))
}

export const renewTokens = (db: WriteDb, id: string, tokens: string): void => {
  const rowid = db.value<number>(text('select rowid from part where id = ?', id))
  if (rowid === undefined) throw new Error(`no part ${id}`)
  db.run(text('delete from part_search where rowid = ?', rowid))
  insertTokens(db, rowid, tokens)
}

export const anyPart = (db: ReadDb): boolean => db.value<number>(text('select 1 from part limit 1')) === 1
