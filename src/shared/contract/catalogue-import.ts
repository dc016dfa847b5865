// The catalogue as a file: looking at one, taking it in as a whole or not at all, writing one.
import { z } from 'zod'
import {
  CELL_PROBLEMS,
  type ColumnKey,
  PART_FILE,
  SERVICE_FILE,
  type ServiceKey,
} from '#shared/domain/catalogue/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, IMPORT_MAX_BYTES, query } from './define.ts'
import { base64, lineRequired } from './fields.ts'

const FILE_MAX_BYTES = 20 * 1024 * 1024
/** So many problems and changes are named; all are counted. */
export const SHOWN = 200

/** What a file holds. */
export const IMPORT_KINDS = ['part', 'serviceItem'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
const kind = z.enum(IMPORT_KINDS).default('part')

type Key = ColumnKey | ServiceKey
const column = z.enum([...new Set([...PART_FILE.keys, ...SERVICE_FILE.keys])] as [Key, ...Key[]])
const count = z.int().min(0)
const rowProblem = z.strictObject({
  /** As a spreadsheet counts. */
  row: z.int().min(1),
  /** The head of the column as it stands in the file; '' concerns the row. */
  head: z.string(),
  problem: z.enum(CELL_PROBLEMS),
  given: z.string(),
  most: z.int().optional(),
  other: z.string().optional(),
})
const importPreview = z.strictObject({
  rows: count,
  added: count,
  changed: count,
  unchanged: count,
  /** Rows with a problem; with any, nothing is taken in. */
  wrong: count,
  encoding: z.string(),
  columns: z.array(z.strictObject({ column, head: z.string() })),
  /** Heads that mean nothing to us. */
  ignored: z.array(z.string()),
  changes: z.array(
    z.strictObject({
      row: z.int().min(1),
      code: z.string(),
      name: z.string(),
      fields: z.array(z.strictObject({ column, from: z.string(), to: z.string() })),
    }),
  ),
  problems: z.array(rowProblem),
  problemCount: count,
})
export type ImportPreview = z.output<typeof importPreview>

const field = z.string()
const most = z.int()
const fileRefusals = {
  unknownImportFile: z.strictObject({ field }),
  importTooLarge: z.strictObject({ field, bytes: z.int(), most }),
  importUnpacksTooLarge: z.strictObject({ field, most }),
  importTooManyRows: z.strictObject({ field, most }),
  importTooManyColumns: z.strictObject({ field, most }),
  importUnreadable: z.strictObject({ field, why: z.string() }),
  importColumnMissing: z.strictObject({ field, column: z.string() }),
  importColumnTwice: z.strictObject({ field, column: z.string() }),
} as const

/** A file of the folder `imports` of the data folder, by its name. */
const file = lineRequired(200)

export const catalogues = contract('catalogue', {
  putFile: command({
    summary:
      "Puts a table (CSV or XLSX, at most 20 MiB) into the data folder's imports; answers the name under which it is read. A script may put a file there itself.",
    input: z.strictObject({ data: base64(FILE_MAX_BYTES) }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    refusals: { diskNearlyFull: z.strictObject({ freeMiB: z.int() }) },
    maxBytes: IMPORT_MAX_BYTES,
    access: may('manageCatalogue'),
  }),
  previewImport: query({
    summary:
      'What taking in this file of parts or service items would do: how many are new, changed (in what), unchanged, and every row that is wrong with its column and the reason.',
    input: z.strictObject({ file, kind }),
    output: importPreview,
    refusals: fileRefusals,
    access: may('manageCatalogue'),
  }),
  import: command({
    summary:
      'Takes in everything of this file, or nothing if any row is wrong. Parts and service items are known by their code; columns that the file has not keep what they are.',
    input: z.strictObject({ file, kind }),
    output: z.strictObject({ rows: count, added: count, changed: count, unchanged: count }),
    refusals: {
      ...fileRefusals,
      importHasProblems: z.strictObject({ field, wrong: count, first: rowProblem }),
      /** Somebody changed the catalogue while the file was read. */
      catalogueChanged: z.strictObject({ field }),
    },
    access: may('manageCatalogue'),
  }),
  export: query({
    summary:
      'All parts or service items as a file that can be taken in again: CSV (UTF-8 with a mark) or XLSX, as base64.',
    input: z.strictObject({
      kind,
      format: z.enum(['csv', 'xlsx']),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.strictObject({ rows: count, data: z.string() }),
    access: may('manageCatalogue'),
  }),
})
