// Reading and writing one cell of an import: what a person typed there becomes a value or a problem, never a guess.
import { parseYuan } from '#shared/kernel/money.ts'
import { parseQuantity, PER_UNIT } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { cleanLine, codePointLength, escapeFormula } from '#shared/kernel/text.ts'

/** What can be wrong with a row; the window words each and says the way out. */
export const CELL_PROBLEMS = [
  'codeEmpty',
  'nameEmpty',
  'textTooLong',
  'controlCharacters',
  'badEncoding',
  'amountNotANumber',
  'amountTooManyDecimals',
  'amountTooLarge',
  'amountNegative',
  'quantityNotANumber',
  'quantityTooManyDecimals',
  'quantityTooLarge',
  'quantityNegative',
  'notAWholeNumber',
  'notYesOrNo',
  'kindUnknown',
  'tooManyModels',
  'codeTwice',
  'barcodeTwice',
  'barcodeTaken',
  'serialNeedsWhole',
  'decimalsInUse',
  'quoteOpen',
  'cellsWithoutHead',
  'commissionUnclear',
  'percentTooLarge',
] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

export type Wrong = Readonly<{ problem: CellProblem; most?: number }>
export const wrong = (problem: CellProblem, most?: number): Wrong =>
  most === undefined ? { problem } : { problem, most }
export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'problem' in value

/** At most 100 million yuan, as everywhere. */
const MOST_FEN = 10_000_000_000
// What a spreadsheet takes for a formula, behind any number of apostrophes.
const FORMULA_BEHIND_APOSTROPHES = /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u
// Nearly every cell; the rest goes through the cleaning.
const PLAIN = /^[\u0021-\u007e\u4e00-\u9fff]+(?: [\u0021-\u007e\u4e00-\u9fff]+)*$/
/** Whole pieces below the most that there may be. */
const PLAIN_PIECES = /^\d{1,6}$/
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const REPLACEMENT = '\ufffd'

/** A text as it leaves in a file: no spreadsheet takes it for a formula, and {@link readText} gets it back equal. */
export const writeText = (text: string): string =>
  FORMULA_BEHIND_APOSTROPHES.test(text) ? `'${text}` : escapeFormula(text)

/** A cell as one clean line; a formula stays text, and the apostrophe that kept it one is taken off. */
export const readText = (cell: string, most: number): string | Wrong => {
  const given = cell.startsWith("'") && FORMULA_BEHIND_APOSTROPHES.test(cell) ? cell.slice(1) : cell
  if (PLAIN.test(given))
    return given.length > most && codePointLength(given) > most ? wrong('textTooLong', most) : given
  if (given.includes(REPLACEMENT)) return wrong('badEncoding')
  if (CONTROLS.test(given)) return wrong('controlCharacters')
  const text = cleanLine(given)
  return codePointLength(text) > most ? wrong('textTooLong', most) : text
}

/** Yuan as fen, neither negative nor absurd. */
export const readFen = (cell: string): number | Wrong => {
  const plain = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(cell)
  const fen = plain ? Number(plain[1]) * 100 + Number((plain[2] ?? '').padEnd(2, '0')) : parseYuan(cell)
  if (isRefused(fen)) {
    const { refusal } = fen.refused
    return wrong(refusal === 'amountEmpty' ? 'amountNotANumber' : (refusal as CellProblem))
  }
  if (fen < 0) return wrong('amountNegative')
  return fen > MOST_FEN ? wrong('amountTooLarge') : fen
}

/** Thousandths; whether the unit allows so many digits is known only with the whole row. */
export const readThousandths = (cell: string): number | Wrong => {
  if (PLAIN_PIECES.test(cell)) return Number(cell) * PER_UNIT
  const quantity = parseQuantity(cell)
  if (isRefused(quantity)) {
    const { refusal } = quantity.refused
    return wrong(refusal === 'quantityEmpty' ? 'quantityNotANumber' : (refusal as CellProblem))
  }
  return quantity < 0 ? wrong('quantityNegative') : quantity
}

export const readWhole =
  (least: number, most: number) =>
  (cell: string): number | Wrong => {
    const digits = cell.normalize('NFKC').trim()
    const value = /^\d{1,12}(?:\.0+)?$/.test(digits) ? Number(digits) : Number.NaN
    return value >= least && value <= most ? value : wrong('notAWholeNumber', most)
  }

const YES = new Set(['是', '有', '需要', '要', '√', '✓', '✔', 'y', 'yes', 'true', '1'])
const NO = new Set(['否', '无', '没有', '不需要', '不', '×', 'x', 'n', 'no', 'false', '0'])

export const readYesNo = (cell: string): boolean | Wrong => {
  const word = cell.trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : wrong('notYesOrNo')
}
