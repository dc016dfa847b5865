// A text file as a table: commas, semicolons or tabs, quoted cells, any line ends.
import Papa from 'papaparse'
import type { RowProblem, TableRow } from '#shared/domain/catalogue/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { decodeText } from './decode-text.ts'
import { MAX_COLUMNS, MAX_ROWS, tooManyColumns, tooManyRows, unreadable } from './limits.ts'

export type Table = Readonly<{ rows: readonly TableRow[]; problems: readonly RowProblem[]; encoding: string }>

const DELIMITERS = [',', '\t', ';', '，'] as const
/** Rows above the heads, and empty ones between. */
const SLACK = 1000

/** The sign that stands most often in the first lines, outside of quotes. */
const delimiterOf = (text: string): string => {
  const start = text.slice(0, 4000).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((sign) => start.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

const isTooWide = (rows: readonly string[][]): boolean => rows.some((cells) => cells.length > MAX_COLUMNS)

export const readCsv = (bytes: Uint8Array): Table | Refused => {
  const { text, encoding } = decodeText(bytes)
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: delimiterOf(text),
    preview: MAX_ROWS + SLACK + 1,
  })
  if (isTooWide(data)) return tooManyColumns()
  const rows = data.flatMap((cells, i) =>
    cells.length === 1 && cells[0]?.trim() === '' ? [] : [{ row: i + 1, cells }],
  )
  if (rows.length > MAX_ROWS + 1) return tooManyRows()
  if (rows.length === 0) return unreadable('empty')
  const open = errors.find(({ type }) => type === 'Quotes')
  const problems: RowProblem[] =
    open === undefined ? [] : [{ row: (open.row ?? 0) + 1, head: '', problem: 'quoteOpen', given: '' }]
  return { rows, problems, encoding }
}
