// The lines of the parts till while they are being filled: what is issued, used, returned, given back of the old
// parts. Pure, so that every mode can be tested without a window.
import type { Part } from '#shared/contract/catalogue.ts'
import type { Params } from '#shared/contract/index.ts'
import type { OrderPart } from '#shared/contract/order-parts.ts'
import { netIssued } from '#shared/domain/parts/index.ts'
import { PER_UNIT, fitsDecimals, formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'

/** In the order of their keys. */
export const TILLS = ['issue', 'use', 'good', 'defective', 'old'] as const
export type Till = (typeof TILLS)[number]

/** Everything as it stands on the screen. */
export type Row = Readonly<{
  key: number
  orderPartId: string | null
  partId: string | null
  code: string
  name: string
  unit: string
  decimals: number
  tracked: boolean
  oldReturnable: boolean
  /** In hand, owed, or in bins, thousandths; null where nobody knows. */
  there: number | null
  quantity: string
  serials: string
  oldSerials: string
  noOldPart: string
  fault: string
  misfitReason: string
  /** The core asked why a part of another model is taken. */
  asksMisfit: boolean
}>

const SEPARATORS = /[\s,，;；、]+/

/** Serial numbers as they are typed or scanned one behind the other. */
export const serialsOf = (text: string): string[] => [
  ...new Set(text.normalize('NFKC').split(SEPARATORS).filter(Boolean)),
]

const BLANK = {
  serials: '',
  oldSerials: '',
  noOldPart: '',
  fault: '',
  misfitReason: '',
  asksMisfit: false,
} as const

export const rowOfPart = (part: Part, quantity: number, key: number, serial = ''): Row => ({
  ...BLANK,
  key,
  orderPartId: null,
  partId: part.id,
  code: part.code,
  name: part.name,
  unit: part.unit,
  decimals: part.decimals,
  tracked: part.serialTracked,
  oldReturnable: part.oldReturnable,
  there: null,
  quantity: formatQuantity(quantity),
  serials: serial,
})

/** What of a line a till can still move, thousandths. */
export const movable = (till: Till, line: OrderPart): number => {
  if (till === 'issue') return Math.max(0, line.planned - netIssued(line))
  if (till === 'old') return Math.max(0, line.oldOwed - line.oldReturned)
  return line.inHand
}

export const rowOfLine = (
  till: Till,
  line: OrderPart,
  quantity: number,
  key: number,
  given: Partial<Pick<Row, 'serials' | 'oldSerials' | 'fault'>> = {},
): Row => ({
  ...BLANK,
  key,
  orderPartId: line.id,
  partId: line.partId,
  code: line.code,
  name: line.name,
  unit: line.unit,
  decimals: line.decimals,
  tracked: line.serialTracked,
  oldReturnable: line.oldReturnable,
  there: till === 'issue' ? line.sellable : movable(till, line),
  quantity: formatQuantity(quantity),
  ...given,
})

/** What a till proposes: everything in hand was used, every old part owed comes back; issues and returns are scanned. */
export const proposed = (till: Till, lines: readonly OrderPart[], fault: string): Row[] => {
  if (till !== 'use' && till !== 'old') return []
  return lines
    .filter((line) => movable(till, line) > 0)
    .flatMap((line) => (till === 'use' ? usedOf(line) : owedOf(line, fault)))
    .map((row, key) => ({ ...row, key }))
}

const usedOf = (line: OrderPart): Row[] => [
  rowOfLine('use', line, line.inHand, 0, { serials: line.serialsInHand.join(' ') }),
]

/** Old parts with serials have a tag each. */
const owedOf = (line: OrderPart, fault: string): Row[] => {
  const owed = movable('old', line)
  const pieces = line.oldSerialsOwed.slice(0, owed / PER_UNIT)
  const rest = owed - pieces.length * PER_UNIT
  return [
    ...pieces.map((oldSerials) => rowOfLine('old', line, PER_UNIT, 0, { oldSerials, fault })),
    ...(rest > 0 ? [rowOfLine('old', line, rest, 0, { fault })] : []),
  ]
}

const isSame = (one: Row, other: Row): boolean =>
  one.orderPartId !== null && other.orderPartId !== null
    ? one.orderPartId === other.orderPartId
    : one.partId !== null && one.partId === other.partId

const typed = (text: string): number => {
  const quantity = parseQuantity(text)
  return isRefused(quantity) ? 0 : quantity
}

/** Scanned again is one more of it; a serial joins those that are there and counts as one piece only once. */
export const withRow = (rows: readonly Row[], row: Row): Row[] => {
  const known = rows.find((one) => isSame(one, row))
  if (!known) return [...rows, row]
  const serials = serialsOf(`${known.serials} ${row.serials}`)
  const twice = row.serials !== '' && serials.length === serialsOf(known.serials).length
  const open = typed(known.quantity) / PER_UNIT > serialsOf(known.serials).length
  const more = twice || (row.serials !== '' && open) ? 0 : typed(row.quantity)
  return rows.map((one) =>
    one === known
      ? { ...one, serials: serials.join(' '), quantity: formatQuantity(typed(one.quantity) + more) }
      : one,
  )
}

export type RowProblem = 'quantity' | 'serials' | 'fault'

/** What the core would refuse anyway, said at the field before anything is sent. */
export const rowProblem = (till: Till, row: Row): RowProblem | null => {
  const quantity = parseQuantity(row.quantity)
  if (isRefused(quantity) || quantity <= 0 || !fitsDecimals(quantity, row.decimals)) return 'quantity'
  if (till !== 'old' && row.tracked && serialsOf(row.serials).length * PER_UNIT !== quantity) return 'serials'
  if ((till === 'defective' || till === 'old') && row.fault.trim() === '') return 'fault'
  return null
}

/** Lines with nothing typed or a nought stay where they are. */
export const isLeftOut = ({ quantity }: Row): boolean => quantity.trim() === '' || typed(quantity) === 0

export type TillCommand =
  | Readonly<{ method: 'orderPart.issue'; params: Params<'orderPart.issue'> }>
  | Readonly<{ method: 'orderPart.use'; params: Params<'orderPart.use'> }>
  | Readonly<{ method: 'orderPart.giveBack'; params: Params<'orderPart.giveBack'> }>
  | Readonly<{ method: 'orderPart.returnOld'; params: Params<'orderPart.returnOld'> }>

/** One command for all rows, each in its place: the N-th line of a refusal is the N-th row. */
export const commandOf = (till: Till, orderId: string, rows: readonly Row[]): TillCommand => {
  const quantityOf = (row: Row) => typed(row.quantity)
  const lineOf = (row: Row) => ({ orderPartId: row.orderPartId ?? '', quantity: quantityOf(row) })
  switch (till) {
    case 'issue':
      return {
        method: 'orderPart.issue',
        params: {
          id: orderId,
          lines: rows.map((row) => ({
            ...(row.orderPartId !== null
              ? { orderPartId: row.orderPartId }
              : row.partId === null
                ? {}
                : { partId: row.partId }),
            quantity: quantityOf(row),
            serials: serialsOf(row.serials),
            misfitReason: row.misfitReason,
          })),
        },
      }
    case 'use':
      return {
        method: 'orderPart.use',
        params: {
          id: orderId,
          lines: rows.map((row) => ({
            ...lineOf(row),
            newSerials: row.tracked ? serialsOf(row.serials) : [],
            oldSerials: serialsOf(row.oldSerials),
            noOldPart: row.noOldPart,
          })),
        },
      }
    case 'good':
    case 'defective':
      return {
        method: 'orderPart.giveBack',
        params: {
          id: orderId,
          lines: rows.map((row) => ({
            ...lineOf(row),
            condition: till,
            serials: serialsOf(row.serials),
            fault: till === 'defective' ? row.fault : '',
          })),
        },
      }
    case 'old':
      return {
        method: 'orderPart.returnOld',
        params: {
          id: orderId,
          lines: rows.map((row) => ({
            ...lineOf(row),
            serial: serialsOf(row.oldSerials)[0] ?? '',
            fault: row.fault,
          })),
        },
      }
  }
}
