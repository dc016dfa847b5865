// A line of a quote and what it comes to (rules QUO-1, QUO-4, SRV-2). Quantities are thousandths, money is fen.
import type { LineKind, Payer } from '#shared/domain/service/payers.ts'
import { fractionOf, sumFen } from '#shared/kernel/money.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'

/** Lines with a letter belong to that alternative alone, lines without one to all of them. */
export const ALTERNATIVES = ['A', 'B', 'C'] as const
export type Alternative = (typeof ALTERNATIVES)[number]

export type QuoteLine = Readonly<{
  alternative: '' | Alternative
  kind: LineKind
  text: string
  partId: string | null
  serviceItemId: string | null
  quantity: number
  priceFen: number
  /** Shown with its price, but nobody owes it. */
  waived: boolean
  payer: Payer
  warrantyDays: number
}>

type Priced = Pick<QuoteLine, 'quantity' | 'priceFen'>

/** Largest amount of one line, fen: a hundred of these still add up to a safe sum. */
export const MAX_LINE_FEN = 10_000_000_000

/** Whether quantity × price is an amount that a line may have. */
export const amountFits = ({ quantity, priceFen }: Priced): boolean =>
  (quantity / PER_UNIT) * priceFen <= MAX_LINE_FEN

/** Quantity × price, rounded once; a waived line has its amount too. */
export const lineAmount = ({ quantity, priceFen }: Priced): number => fractionOf(priceFen, quantity, PER_UNIT)

/** What somebody owes for the line. */
export const lineDue = (line: Priced & Readonly<{ waived: boolean }>): number =>
  line.waived ? 0 : lineAmount(line)

/** The letters in use, in their order; none: the quote has no alternatives. */
export const alternativesOf = (lines: readonly Pick<QuoteLine, 'alternative'>[]): Alternative[] =>
  ALTERNATIVES.filter((letter) => lines.some((line) => line.alternative === letter))

/** The lines that hold if the customer takes this alternative; '' takes those common to all. */
export const linesOfChoice = <L extends Pick<QuoteLine, 'alternative'>>(
  lines: readonly L[],
  chosen: '' | Alternative,
): L[] => lines.filter(({ alternative }) => alternative === '' || alternative === chosen)

/** Only what the customer owes. */
export const customerDue = (
  lines: readonly Pick<QuoteLine, 'quantity' | 'priceFen' | 'waived' | 'payer'>[],
): number => sumFen(lines.filter(({ payer }) => payer === 'customer').map(lineDue))

export type Totals = Readonly<{
  alternative: '' | Alternative
  /** What the customer pays. */
  customerFen: number
  /** What maker, contract or we ourselves bear. */
  othersFen: number
}>

/** One row for each alternative; one row with '' when there are none. */
export const totalsOf = (
  lines: readonly Pick<QuoteLine, 'alternative' | 'quantity' | 'priceFen' | 'waived' | 'payer'>[],
): Totals[] => {
  const letters = alternativesOf(lines)
  return (letters.length === 0 ? ([''] as const) : letters).map((alternative) => {
    const held = linesOfChoice(lines, alternative)
    const customerFen = customerDue(held)
    return { alternative, customerFen, othersFen: sumFen(held.map(lineDue)) - customerFen }
  })
}

/** What would be earned: everybody's money less what the goods cost. `costFen` is the cost of the whole line. */
export const profitOf = (
  lines: readonly (Pick<QuoteLine, 'quantity' | 'priceFen' | 'waived' | 'payer'> &
    Readonly<{ costFen: number }>)[],
): number => {
  const earned = lines.filter(({ payer }) => payer !== 'ourselves').map(lineDue)
  return sumFen(earned) - sumFen(lines.map(({ costFen }) => costFen))
}
