// The five quantities of a part on an order and the old part beside them (rules PRT-1, PRT-2). All in thousandths
// of the unit. Each is the sum of its entries; none is ever typed over.
import { fractionOf } from '#shared/kernel/money.ts'

export const QUANTITIES = [
  'planned',
  'issued',
  'used',
  'returnedGood',
  'returnedDefective',
  'oldOwed',
  'oldReturned',
] as const
export type QuantityOf = (typeof QUANTITIES)[number]
export type Quantities = Readonly<Record<QuantityOf, number>>

export const nothingYet: Quantities = {
  planned: 0,
  issued: 0,
  used: 0,
  returnedGood: 0,
  returnedDefective: 0,
  oldOwed: 0,
  oldReturned: 0,
}

/** Issued, and neither used nor returned: somebody has it. */
export const inHand = ({ issued, used, returnedGood, returnedDefective }: Quantities): number =>
  issued - used - returnedGood - returnedDefective

/** 已领数量: what was issued less what came back. */
export const netIssued = ({ issued, returnedGood, returnedDefective }: Quantities): number =>
  issued - returnedGood - returnedDefective

/** Old parts that are still to be given back. */
export const oldStillOwed = ({ oldOwed, oldReturned }: Quantities): number =>
  Math.max(0, oldOwed - oldReturned)

export type PartEntry = Readonly<{ of: QuantityOf; quantity: number }>

export type PartProblem =
  | 'moreThanInHand'
  | 'moreThanUsed'
  | 'moreThanPlanned'
  | 'moreThanOwed'
  | 'nothingMoved'

/**
 * Why an entry cannot be written; undefined if it can. Entries below zero take back what was said before: a plan,
 * a use with the old part that it made owed. What is issued or returned is never taken back: that is another document.
 */
export const problemOf = (now: Quantities, { of, quantity }: PartEntry): PartProblem | undefined => {
  if (quantity === 0) return 'nothingMoved'
  const next = withEntry(now, { of, quantity })
  switch (of) {
    case 'planned':
      return next.planned < Math.max(0, netIssued(now)) && quantity < 0 ? 'moreThanPlanned' : undefined
    case 'issued':
      return quantity < 0 ? 'nothingMoved' : undefined
    case 'used':
      return next.used < 0 ? 'moreThanUsed' : inHand(next) < 0 ? 'moreThanInHand' : undefined
    case 'returnedGood':
    case 'returnedDefective':
      return quantity < 0 ? 'nothingMoved' : inHand(next) < 0 ? 'moreThanInHand' : undefined
    case 'oldOwed':
      return next.oldOwed < next.oldReturned ? 'moreThanOwed' : undefined
    case 'oldReturned':
      return quantity < 0 || next.oldReturned > next.oldOwed ? 'moreThanOwed' : undefined
  }
}

export const withEntry = (now: Quantities, { of, quantity }: PartEntry): Quantities => ({
  ...now,
  [of]: now[of] + quantity,
})

/**
 * What part of the cost of a line goes back with a return, fen: its share of what was not returned yet, and all of
 * it with the last piece, so that nothing is left over (rule PRT-10).
 */
export const costOf = (now: Quantities, costFen: number, returned: number): number => {
  const net = netIssued(now)
  return returned === net ? costFen : fractionOf(costFen, returned, net)
}
