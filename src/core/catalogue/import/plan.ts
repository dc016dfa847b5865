// What taking in a file of parts or of service items would do, and what the command then has to write.
import type { Part, ServiceItem } from '#shared/contract/catalogue.ts'
import type { ImportKind, ImportPreview } from '#shared/contract/catalogue-import.ts'
import type { ColumnKey, Heads, PartInFile, ServiceInFile } from '#shared/domain/catalogue/index.ts'
import { codeKey, headOf, PART_FILE, SERVICE_FILE } from '#shared/domain/catalogue/index.ts'
import { fitsDecimals } from '#shared/kernel/quantity.ts'
import { isRefused, type Refused } from '#shared/kernel/result.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { Fields } from '#core/db/rows.ts'
import { partTokens } from '#core/search/index.ts'
import { hasStock } from '../has-stock.ts'
import { anyPart, partByBarcode, partByCodeKey } from '../repository.ts'
import { serviceItemByCodeKey } from '../repository-sold.ts'
import { type AddSlice, type AddSlices, addSlices } from './add-slices.ts'
import { BLANK_SERVICE, fieldsOf, NEW, partInFile, serviceInFile } from './fields.ts'
import { planRows, type Row, type WrongRow } from './plan-rows.ts'
import { readTable } from './read-table.ts'
import { nextOperation } from './since.ts'

export type PlannedChange = Readonly<{ id: string; fields: Fields; codeKey?: string; tokens?: string }>
/** A service item as it shall be: with the id of one that is there. */
export type PlannedService = Readonly<{ id: string | null; wanted: ServiceInFile }>
export type ImportPlan = Readonly<{
  preview: ImportPreview
  /** The operation before which the catalogue was looked at. */
  operation: number
  changes: readonly PlannedChange[]
  services: readonly PlannedService[]
}>
export type Asked = Readonly<{
  file: string
  kind: ImportKind
  language: 'zh-CN' | 'en'
  /** Also what has to be written, not only how much. */
  withRows: boolean
}>

const SEARCHED: readonly ColumnKey[] = ['code', 'name', 'spec', 'models']

/** New parts are handed over while planning: they are very many, and whoever carries them out can begin to make them ready. */
export const planImport = (
  db: ReadDb,
  asked: Asked,
  hand: (slice: AddSlice) => void,
): ImportPlan | Refused => {
  const table = readTable(asked.file)
  if (isRefused(table)) return table
  const operation = nextOperation(db)
  const adds = addSlices(hand)
  const changes: PlannedChange[] = []
  const services: PlannedService[] = []
  const preview =
    asked.kind === 'part'
      ? planRows(table, asked.language, partsPlan(db, asked.withRows, adds, changes))
      : planRows(table, asked.language, servicesPlan(db, asked.withRows, services))
  adds.end()
  return isRefused(preview) ? preview : { preview, operation, changes, services }
}

const partsPlan = (db: ReadDb, withRows: boolean, adds: AddSlices, changes: PlannedChange[]) => {
  // Nothing has to be looked up in an empty catalogue.
  const isEmpty = !anyPart(db)
  const barcodes = new Map<string, number>()
  return {
    file: PART_FILE,
    blank: NEW,
    byCodeKey: (key: string) => (isEmpty ? undefined : partByCodeKey(db, key)),
    inFile: partInFile,
    problem: (row: Row<PartInFile, Part>, heads: Heads<ColumnKey>) =>
      partProblem({ db, heads, barcodes, isEmpty }, row),
    keep: ({ read, wanted, before, changed }: Row<PartInFile, Part>) => {
      if (!withRows) return
      if (!before) adds.add({ values: read.values, codeKey: read.codeKey })
      else
        changes.push({
          id: before.id,
          fields: fieldsOf(wanted, changed),
          ...(changed.includes('code') ? { codeKey: codeKey(wanted.code) } : {}),
          ...(changed.some((key) => SEARCHED.includes(key)) ? { tokens: partTokens(wanted) } : {}),
        })
    },
  }
}

const servicesPlan = (db: ReadDb, withRows: boolean, services: PlannedService[]) => ({
  file: SERVICE_FILE,
  blank: BLANK_SERVICE,
  byCodeKey: (key: string) => serviceItemByCodeKey(db, key),
  inFile: serviceInFile,
  problem: () => undefined,
  keep: ({ wanted, before }: Row<ServiceInFile, ServiceItem>) => {
    if (withRows) services.push({ id: before?.id ?? null, wanted })
  },
})

type Known = Readonly<{
  db: ReadDb
  heads: Heads<ColumnKey>
  barcodes: Map<string, number>
  isEmpty: boolean
}>

const partProblem = (
  { db, heads, barcodes, isEmpty }: Known,
  { read, wanted, before, changed }: Row<PartInFile, Part>,
): WrongRow | undefined => {
  const at = (key: ColumnKey) => headOf(heads, key)
  const { barcode } = wanted
  if (barcode !== null) {
    const sameBarcode = barcodes.get(barcode)
    if (sameBarcode !== undefined)
      return { head: at('barcode'), problem: 'barcodeTwice', other: String(sameBarcode) }
    barcodes.set(barcode, read.row)
    const owner = isEmpty || barcode === before?.barcode ? undefined : partByBarcode(db, barcode)
    if (owner && owner.id !== before?.id)
      return { head: at('barcode'), problem: 'barcodeTaken', other: `${owner.code} ${owner.name}` }
  }
  if (wanted.serialTracked && wanted.decimals > 0)
    return { head: at('decimals') || at('serialTracked'), problem: 'serialNeedsWhole' }
  if (!fitsDecimals(wanted.minimum, wanted.decimals))
    return { head: at('minimum') || at('decimals'), problem: 'quantityTooManyDecimals' }
  const isCountedAnew = changed.includes('decimals') || changed.includes('serialTracked')
  if (before && isCountedAnew && hasStock(db, before.id))
    return { head: at('decimals') || at('serialTracked'), problem: 'decimalsInUse' }
  return undefined
}
