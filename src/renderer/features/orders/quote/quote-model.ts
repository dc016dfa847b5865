// The editor's lines as they stand on the screen, and what the core gets of them. Pure.
import type { Params, Value } from '#shared/contract/index.ts'
import type { QuoteItem, QuoteLineView } from '#shared/contract/quote.ts'
import { ALTERNATIVES, totalsOf } from '#shared/domain/quote/index.ts'
import type { QuoteLine, Totals } from '#shared/domain/quote/index.ts'
import { LINE_KINDS, PAYERS } from '#shared/domain/service/index.ts'
import type { LineKind, Payer } from '#shared/domain/service/index.ts'
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'

export type Row = Readonly<{
  /** Stays with the line while others come and go. */
  key: number
  alternative: QuoteLine['alternative']
  kind: LineKind
  text: string
  partId: string | null
  serviceItemId: string | null
  /** As typed. */
  quantity: string
  /** Null: not typed yet; undefined: unreadable. */
  priceFen: number | null | undefined
  waived: boolean
  payer: Payer
  /** Undefined: the item's term, else the shop's. */
  warrantyDays: number | undefined
}>

export type Sheet = Readonly<{ validUntil: string; remark: string; rows: readonly Row[] }>

type Line = Params<'quote.draft'>['lines'][number]

export const rowOfLine = (line: QuoteLineView, key: number): Row => ({
  key,
  alternative: line.alternative,
  kind: line.kind,
  text: line.text,
  partId: line.partId,
  serviceItemId: line.serviceItemId,
  quantity: formatQuantity(line.quantity),
  priceFen: line.priceFen,
  waived: line.waived,
  payer: line.payer,
  warrantyDays: line.warrantyDays,
})

const empty = (key: number, payer: Payer, alternative: Row['alternative']) => ({
  key,
  alternative,
  quantity: '1',
  waived: false,
  payer,
  warrantyDays: undefined,
})

export const rowOfItem = (
  item: QuoteItem,
  key: number,
  payer: Payer,
  alternative: Row['alternative'],
): Row => ({
  ...empty(key, payer, alternative),
  kind: item.kind,
  text: [item.name, item.spec].filter(Boolean).join(' ').slice(0, 120),
  partId: item.kind === 'part' ? item.id : null,
  serviceItemId: item.kind === 'part' ? null : item.id,
  priceFen: item.priceFen,
})

export const rowOfText = (text: string, key: number, payer: Payer, alternative: Row['alternative']): Row => ({
  ...empty(key, payer, alternative),
  kind: 'labour',
  text: text.slice(0, 120),
  partId: null,
  serviceItemId: null,
  priceFen: null,
})

export type RowProblem = 'quantity' | 'price' | 'text'

export const problemOf = (row: Row): RowProblem | undefined => {
  if (row.text.trim() === '') return 'text'
  const quantity = parseQuantity(row.quantity)
  if (isRefused(quantity) || quantity <= 0) return 'quantity'
  return row.priceFen === null || row.priceFen === undefined ? 'price' : undefined
}

const lineOf = (row: Row): Line | undefined => {
  const quantity = parseQuantity(row.quantity)
  if (problemOf(row) !== undefined || isRefused(quantity)) return undefined
  return {
    alternative: row.alternative,
    kind: row.kind,
    text: row.text,
    partId: row.partId,
    serviceItemId: row.serviceItemId,
    quantity,
    priceFen: row.priceFen ?? 0,
    waived: row.waived,
    payer: row.payer,
    ...(row.warrantyDays === undefined ? {} : { warrantyDays: row.warrantyDays }),
  }
}

/** What is written; undefined while a line is unfinished. */
export const linesOf = (rows: readonly Row[]): Line[] | undefined => {
  const lines = rows.map(lineOf)
  return lines.every((line) => line !== undefined) ? lines : undefined
}

/** Of the lines that are finished. */
export const totalsOfRows = (rows: readonly Row[]): readonly Totals[] =>
  totalsOf(rows.map(lineOf).filter((line) => line !== undefined) as QuoteLine[])

const after = <T>(list: readonly T[], now: T): T => list[(list.indexOf(now) + 1) % list.length] as T

/** One key press further: '' → A → B → C → ''. */
export const nextAlternative = (now: Row['alternative']): Row['alternative'] =>
  after(['', ...ALTERNATIVES], now)
export const nextPayer = (now: Payer): Payer => after(PAYERS, now)
/** A line of the catalogue keeps to what its item is. */
export const nextKind = ({ kind, partId, serviceItemId }: Row): LineKind => {
  if (partId !== null) return kind
  const list = LINE_KINDS.filter((one) => serviceItemId === null || one !== 'part')
  return after(list, kind)
}

type Version = Value<'quote.ofOrder'>['versions'][number]

export const sheetOf = (draft: Version): Sheet => ({
  validUntil: draft.validUntil ?? '',
  remark: draft.remark,
  rows: draft.lines.map(rowOfLine),
})
