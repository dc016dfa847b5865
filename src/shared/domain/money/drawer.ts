// Cash in a drawer (rule SET-8): how it is counted, and how it comes and goes without a receipt.
import { sumFen } from '#shared/kernel/money.ts'
import type { AccountCode, Posting } from './accounts.ts'

/** Notes and coins, fen, in the order in which they are counted. */
export const NOTES = [10_000, 5000, 2000, 1000, 500, 100, 50, 10] as const
export type Pieces = Readonly<{ noteFen: (typeof NOTES)[number]; pieces: number }>

export const countedSum = (counted: readonly Pieces[]): number =>
  sumFen(counted.map(({ noteFen, pieces }) => noteFen * pieces))

/** Brought by the owner, or change from the safe. */
export const PAY_IN_KINDS = ['ownerFunds', 'fromSafe'] as const
export const PAY_OUT_KINDS = ['expense', 'toSafe', 'toBank'] as const
export type CashMoveKind = (typeof PAY_IN_KINDS)[number] | (typeof PAY_OUT_KINDS)[number]

const OTHER_SIDE = {
  ownerFunds: 'ownerFunds',
  fromSafe: 'safe',
  expense: 'expense',
  toSafe: 'safe',
  toBank: 'bank',
} as const satisfies Record<CashMoveKind, AccountCode>

/**
 * Cash in or out of a drawer without a receipt. It goes through `cash`, never `collectedCash`: that account holds
 * what finance has still to confirm, payment by payment, and nothing else.
 */
export const cashMove = (
  drawerId: string,
  isIn: boolean,
  other: AccountCode,
  amountFen: number,
): Posting => ({
  debit: isIn ? 'cash' : other,
  credit: isIn ? other : 'cash',
  amountFen,
  drawerId,
})

export const payIn = (drawerId: string, kind: (typeof PAY_IN_KINDS)[number], amountFen: number): Posting =>
  cashMove(drawerId, true, OTHER_SIDE[kind], amountFen)

export const payOut = (drawerId: string, kind: (typeof PAY_OUT_KINDS)[number], amountFen: number): Posting =>
  cashMove(drawerId, false, OTHER_SIDE[kind], amountFen)

/** Over (above zero) or short, as a posting; none where it is right. */
export const differencePostings = (drawerId: string, differenceFen: number): Posting[] =>
  differenceFen === 0 ? [] : [cashMove(drawerId, differenceFen > 0, 'difference', Math.abs(differenceFen))]

/** Counts of the same money: the first and one more. */
export const MOST_COUNTS = 2

/** Entries that closing a shift books by itself: what was over or short, what was taken out of the drawer. */
export const CLOSING_KINDS = { difference: 'shiftDifference', taken: 'shiftTaken' } as const
