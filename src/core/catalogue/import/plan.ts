// What an import would do, found out beside the event loop: each row is new, changed, unchanged or wrong. Nothing is
// written; a command carries the plan out, if the catalogue is still the one that was looked at.
import type { Part } from '#shared/contract/catalogue.ts'
import type { ImportPreview } from '#shared/contract/catalogue-import.ts'
import { SHOWN } from '#shared/contract/catalogue-import.ts'
import type { ColumnKey, Heads, PartInFile, ReadRow, RowProblem } from '#shared/domain/catalogue/index.ts'
import { codeKey, COLUMNS, findHeads, headOf, readRow } from '#shared/domain/catalogue/index.ts'
import { fitsDecimals } from '#shared/kernel/quantity.ts'
import { isRefused, refuse, type Refused } from '#shared/kernel/result.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { Fields } from '#core/db/rows.ts'
import { partTokens } from '#core/search/index.ts'
import { hasStock } from '../has-stock.ts'
import { anyPart, partByBarcode, partByCodeKey } from '../repository.ts'
import { fieldsOf, NEW, partInFile } from './fields.ts'
import { readTable } from './read-table.ts'
import { nextOperation } from './since.ts'

/** `values`: what stands in the file; the rest is {@link NEW}. It crosses from thread to thread and is kept small. */
export type PlannedAdd = Readonly<{ values: Partial<PartInFile>; codeKey: string; tokens: string }>
export type PlannedChange = Readonly<{ id: string; fields: Fields; codeKey?: string; tokens?: string }>
export type ImportPlan = Readonly<{
  preview: ImportPreview
  /** The operation before which the catalogue was looked at. */
  operation: number
  adds: readonly PlannedAdd[]
  changes: readonly PlannedChange[]
}>

const SEARCHED: readonly ColumnKey[] = ['code', 'name', 'spec', 'models']

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** `withRows`: also what has to be written, not only how much. */
export const planImport = (
  db: ReadDb,
  file: string,
  language: 'zh-CN' | 'en',
  withRows: boolean,
): ImportPlan | Refused => {
  const table = readTable(file)
  if (isRefused(table)) return table
  const heads = findHeads(table.rows)
  if ('missing' in heads)
    return refuse('importColumnMissing', { field: 'file', column: COLUMNS[heads.missing].heads.join(' / ') })
  if ('twice' in heads) return refuse('importColumnTwice', { field: 'file', column: heads.twice })

  const operation = nextOperation(db)
  const isEmpty = !anyPart(db)
  const problems: RowProblem[] = []
  const wrongRows = new Set<number>()
  let problemCount = 0
  const report = (problem: RowProblem): void => {
    problemCount += 1
    wrongRows.add(problem.row)
    if (problems.length < SHOWN) problems.push(problem)
  }
  for (const problem of table.problems) report(problem)

  const codes = new Map<string, number>()
  const barcodes = new Map<string, number>()
  const adds: PlannedAdd[] = []
  const changes: PlannedChange[] = []
  const told: ImportPreview['changes'][number][] = []
  const counts = { rows: 0, added: 0, changed: 0, unchanged: 0 }
  const keys = heads.known.map(({ key }) => key)

  for (const cells of table.rows.slice(heads.at + 1)) {
    const read = readRow(cells, heads, report)
    if (!read) {
      if (cells.cells.some((cell) => cell.trim() !== '')) counts.rows += 1
      continue
    }
    counts.rows += 1
    const before = isEmpty ? undefined : partByCodeKey(db, read.codeKey)
    const old = before && partInFile(before)
    const wanted: PartInFile = { ...NEW, ...old, ...read.values } as PartInFile
    const changed = old ? keys.filter((key) => !isSame(old[key], wanted[key])) : []
    const wrong = rowProblem(
      { db, heads, codes, barcodes, isEmpty },
      {
        read,
        wanted,
        before,
        isCountedAnew: changed.includes('decimals') || changed.includes('serialTracked'),
      },
    )
    if (wrong) {
      report({ row: read.row, given: '', ...wrong })
      continue
    }
    if (!before) {
      counts.added += 1
      if (withRows)
        adds.push({
          values: read.values,
          codeKey: read.codeKey,
          tokens: partTokens(wanted),
        })
      continue
    }
    if (changed.length === 0) {
      counts.unchanged += 1
      continue
    }
    counts.changed += 1
    if (withRows)
      changes.push({
        id: before.id,
        fields: fieldsOf(wanted, changed),
        ...(changed.includes('code') ? { codeKey: codeKey(wanted.code) } : {}),
        ...(changed.some((key) => SEARCHED.includes(key)) ? { tokens: partTokens(wanted) } : {}),
      })
    if (told.length < SHOWN)
      told.push({
        row: read.row,
        code: wanted.code,
        name: wanted.name,
        fields: changed.map((key) => {
          const write = COLUMNS[key].write as (value: unknown, language: 'zh-CN' | 'en') => string
          return {
            column: key,
            from: write((old as PartInFile)[key], language),
            to: write(wanted[key], language),
          }
        }),
      })
  }
  const preview: ImportPreview = {
    ...counts,
    wrong: wrongRows.size,
    encoding: table.encoding,
    columns: heads.known.map(({ key, head }) => ({ column: key, head })),
    ignored: [...heads.ignored],
    changes: told,
    problems,
    problemCount,
  }
  return { preview, operation, adds, changes }
}

type Known = Readonly<{
  db: ReadDb
  heads: Heads
  codes: Map<string, number>
  barcodes: Map<string, number>
  isEmpty: boolean
}>
type Row = Readonly<{
  read: ReadRow
  wanted: PartInFile
  before: Part | undefined
  isCountedAnew: boolean
}>

/** What is wrong with a row whose cells are right each for itself. */
const rowProblem = (
  { db, heads, codes, barcodes, isEmpty }: Known,
  { read, wanted, before, isCountedAnew }: Row,
): Pick<RowProblem, 'head' | 'problem' | 'other'> | undefined => {
  const at = (key: ColumnKey) => headOf(heads, key)
  const sameCode = codes.get(read.codeKey)
  if (sameCode !== undefined) return { head: at('code'), problem: 'codeTwice', other: String(sameCode) }
  codes.set(read.codeKey, read.row)
  if (!wanted.name) return { head: at('name'), problem: 'nameEmpty' }
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
  if (before && isCountedAnew && hasStock(db, before.id))
    return { head: at('decimals') || at('serialTracked'), problem: 'decimalsInUse' }
  return undefined
}
