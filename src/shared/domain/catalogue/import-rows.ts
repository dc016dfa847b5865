// A table of cells becomes rows of entries: the heads are found by themselves, each wrong cell is named by its row and
// column. What is already in the catalogue is compared elsewhere.
import { type CellProblem, isWrong } from './cells.ts'
import { codeKey } from './codes.ts'
import type { FileKind, KeyOf, Named } from './file-kind.ts'

/** `row` as a spreadsheet counts: the first is 1. */
export type TableRow = Readonly<{ row: number; cells: readonly string[] }>
export type RowProblem = Readonly<{
  row: number
  /** The head as it stands in the file; '' for the whole row. */
  head: string
  problem: CellProblem
  /** The beginning of what stood there. */
  given: string
  /** The most that is allowed, where that is the matter. */
  most?: number
  /** Another row with the same, or the entry that has it. */
  other?: string
}>

export type Heads<K extends string> = Readonly<{
  /** The row in which they stand. */
  at: number
  /** Where each column stands, and its head as written. */
  known: readonly Readonly<{ key: K; index: number; head: string }>[]
  /** Heads that mean nothing to us; their cells are left alone. */
  ignored: readonly string[]
  /** The place of the last head: cells behind it belong to no column. */
  last: number
}>
export type NoHeads = Readonly<{ missing: 'code' } | { twice: string }>

/** Titles often stand above the heads. */
const HEADS_WITHIN = 10

/** The first row of the first ten in which a code column stands, with what each cell means. */
export const findHeads = <F extends Named>(
  rows: readonly TableRow[],
  kind: FileKind<F>,
): Heads<KeyOf<F>> | NoHeads => {
  for (const [at, { cells }] of rows.slice(0, HEADS_WITHIN).entries()) {
    const keys = cells.map(kind.columnOfHead)
    if (!keys.includes('code')) continue
    const known = keys.flatMap((key, index) =>
      key ? [{ key, index, head: (cells[index] ?? '').trim() }] : [],
    )
    const twice = known.find((one, i) => known.findIndex(({ key }) => key === one.key) !== i)
    if (twice) return { twice: twice.head }
    const ignored = cells.map((cell) => cell.trim()).filter((cell, i) => cell !== '' && !keys[i])
    return { at, known, ignored, last: cells.findLastIndex((cell) => cell.trim() !== '') }
  }
  return { missing: 'code' }
}

/** What a row says: only its columns. */
export type ReadRow<F extends Named> = Readonly<{ row: number; codeKey: string; values: Partial<F> }>

const LONGEST_GIVEN = 60
const given = (cell: string): string => {
  const short = [...cell.trim()].slice(0, LONGEST_GIVEN).join('')
  // oxlint-disable-next-line no-control-regex -- they would harm wherever the problem is shown
  return short.replace(/[\u0000-\u001f\u007f]/g, '?')
}

/**
 * Reads one row. Its problems are told to `report`; a row with any answers undefined, and so does an empty one.
 * An empty cell says nothing, or that there is none, as its column has it.
 */
export const readRow = <F extends Named>(
  { row, cells }: TableRow,
  kind: FileKind<F>,
  heads: Heads<KeyOf<F>>,
  report: (problem: RowProblem) => void,
): ReadRow<F> | undefined => {
  const values: Partial<F> = {}
  let isGood = true
  let isEmpty = true
  for (const { key, index, head } of heads.known) {
    const cell = cells[index] ?? ''
    const column = kind.columns[key]
    if (cell === '' || cell.trim() === '') {
      if (column.empty !== undefined) Object.assign(values, { [key]: column.empty })
      continue
    }
    isEmpty = false
    const value = column.read(cell)
    if (isWrong(value)) {
      isGood = false
      report({ row, head, given: given(cell), ...value })
      continue
    }
    ;(values as Record<string, unknown>)[key] = value
  }
  if (isEmpty && cells.every((cell) => cell.trim() === '')) return undefined
  const beyond = cells.findIndex((cell, i) => cell.trim() !== '' && i > heads.last)
  if (beyond >= 0) {
    isGood = false
    report({ row, head: '', problem: 'cellsWithoutHead', given: given(cells[beyond] ?? '') })
  }
  const key = values.code === undefined ? '' : codeKey(values.code)
  if (isGood && key === '') {
    isGood = false
    report({ row, head: headOf(heads, 'code'), problem: 'codeEmpty', given: '' })
  }
  return isGood ? { row, codeKey: key, values } : undefined
}

/** How a column is called in this file; '' if it is not there. */
export const headOf = <K extends string>(heads: Heads<K>, key: K): string =>
  heads.known.find((one) => one.key === key)?.head ?? ''
