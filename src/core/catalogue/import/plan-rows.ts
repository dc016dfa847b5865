// What an import would do, found out beside the event loop: each row is new, changed, unchanged or wrong. Nothing is
// written; a command carries the plan out, if the catalogue is still the one that was looked at.
import type { ImportPreview } from '#shared/contract/catalogue-import.ts'
import { SHOWN } from '#shared/contract/catalogue-import.ts'
import type {
  FileKind,
  Heads,
  KeyOf,
  Language,
  Named,
  ReadRow,
  RowProblem,
} from '#shared/domain/catalogue/index.ts'
import { findHeads, headOf, readRow } from '#shared/domain/catalogue/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Table } from './read-csv.ts'

export type WrongRow = Pick<RowProblem, 'head' | 'problem' | 'other'>
export type Row<F extends Named, E> = Readonly<{
  read: ReadRow<F>
  /** The entry as it would be. */
  wanted: F
  before: E | undefined
  /** In what it differs from before; nothing of a new one. */
  changed: readonly KeyOf<F>[]
}>

/** How entries of a kind are found, judged and kept. */
export type Planned<F extends Named, E> = Readonly<{
  file: FileKind<F>
  /** What a new entry is where the file says nothing. */
  blank: Omit<F, 'code' | 'name'>
  byCodeKey: (codeKey: string) => E | undefined
  inFile: (entry: E) => F
  /** What is wrong with a row whose cells are right each for itself. */
  problem: (row: Row<F, E>, heads: Heads<KeyOf<F>>) => WrongRow | undefined
  keep: (row: Row<F, E>) => void
}>

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))

export const planRows = <F extends Named, E>(
  table: Table,
  language: Language,
  kind: Planned<F, E>,
): ImportPreview | Refused => {
  const { file } = kind
  const heads = findHeads(table.rows, file)
  if ('missing' in heads)
    return refuse('importColumnMissing', { field: 'file', column: file.columns.code.heads.join(' / ') })
  if ('twice' in heads) return refuse('importColumnTwice', { field: 'file', column: heads.twice })

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
  const told: ImportPreview['changes'][number][] = []
  const counts = { rows: 0, added: 0, changed: 0, unchanged: 0 }
  const keys = heads.known.map(({ key }) => key)

  for (const cells of table.rows.slice(heads.at + 1)) {
    const read = readRow(cells, file, heads, report)
    if (!read) {
      if (cells.cells.some((cell) => cell.trim() !== '')) counts.rows += 1
      continue
    }
    counts.rows += 1
    const before = kind.byCodeKey(read.codeKey)
    const old = before === undefined ? undefined : kind.inFile(before)
    const wanted = { ...kind.blank, ...old, ...read.values } as F
    const changed = old ? keys.filter((key) => !isSame(old[key], wanted[key])) : []
    const row: Row<F, E> = { read, wanted, before, changed }
    const wrong = namedProblem(codes, row, heads) ?? kind.problem(row, heads)
    if (wrong) {
      report({ row: read.row, given: '', ...wrong })
      continue
    }
    if (!old) counts.added += 1
    else if (changed.length > 0) counts.changed += 1
    else {
      counts.unchanged += 1
      continue
    }
    kind.keep(row)
    if (old && told.length < SHOWN)
      told.push({
        row: read.row,
        code: wanted.code,
        name: wanted.name,
        fields: changed.map((key) => ({
          column: key as ImportPreview['columns'][number]['column'],
          from: file.columns[key].write(old[key], language),
          to: file.columns[key].write(wanted[key], language),
        })),
      })
  }
  return {
    ...counts,
    wrong: wrongRows.size,
    encoding: table.encoding,
    columns: heads.known.map(({ key, head }) => ({
      column: key as ImportPreview['columns'][number]['column'],
      head,
    })),
    ignored: [...heads.ignored],
    changes: told,
    problems,
    problemCount,
  }
}

/** Two rows with one code, or none that says how a new entry is called. */
const namedProblem = <F extends Named, E>(
  codes: Map<string, number>,
  { read, wanted }: Row<F, E>,
  heads: Heads<KeyOf<F>>,
): WrongRow | undefined => {
  const at = (key: 'code' | 'name') => headOf<string>(heads, key)
  const sameCode = codes.get(read.codeKey)
  if (sameCode !== undefined) return { head: at('code'), problem: 'codeTwice', other: String(sameCode) }
  codes.set(read.codeKey, read.row)
  return wanted.name ? undefined : { head: at('name'), problem: 'nameEmpty' }
}
