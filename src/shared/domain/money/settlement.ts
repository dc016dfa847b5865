// What an order still owes and how that is settled (rules SET-2, SET-4, SET-6). Integer fen throughout.
import { percentOf } from '#shared/kernel/money.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'

/** What is taken off or put on when an order is settled. */
export type Terms = Readonly<{
  storeFeeFen: number
  discountFen: number
  /** 抹零: small change left off. */
  roundingFen: number
  /** Taken from what the customer paid before. */
  depositFen: number
}>

/** The most that may be left off as small change, fen. */
export const MOST_ROUNDING_FEN = 99

export type Bill = Terms &
  Readonly<{
    /** What the lines say that no settlement covers yet; below zero: the customer is owed. */
    chargedFen: number
    /** What lies there of the customer for this order. */
    depositLeftFen: number
  }>

/** What is to be paid now or later. Below zero where the lines became cheaper: it becomes a deposit of the customer. */
export const leftToPay = ({ chargedFen, storeFeeFen, discountFen, roundingFen, depositFen }: Bill): number =>
  chargedFen + storeFeeFen - discountFen - roundingFen - depositFen

export type BillRefusal = 'discountTooLarge' | 'roundingTooLarge' | 'depositTooLarge'

/** Why these terms cannot be; `at` is where they stand in the caller's input: `orders.0.`. */
export const billProblem = (bill: Bill, at = ''): Refused<BillRefusal> | undefined => {
  const charged = Math.max(0, bill.chargedFen + bill.storeFeeFen)
  if (bill.discountFen > charged)
    return refuse('discountTooLarge', { field: `${at}discountFen`, mostFen: charged })
  const afterDiscount = charged - bill.discountFen
  const mostRounding = Math.min(MOST_ROUNDING_FEN, afterDiscount)
  if (bill.roundingFen > mostRounding)
    return refuse('roundingTooLarge', { field: `${at}roundingFen`, mostFen: mostRounding })
  const mostDeposit = Math.min(bill.depositLeftFen, afterDiscount - bill.roundingFen)
  if (bill.depositFen > mostDeposit)
    return refuse('depositTooLarge', { field: `${at}depositFen`, mostFen: mostDeposit })
  return undefined
}

/** Whether a discount is more than a cashier gives alone: above the limit, or the order would cost us money (SET-6). */
export const discountNeedsApproval = (
  { chargedFen, storeFeeFen, discountFen, roundingFen }: Bill,
  limitPercent: number,
  costFen: number,
): boolean => {
  if (discountFen === 0) return false
  const charged = chargedFen + storeFeeFen
  return discountFen > percentOf(charged, limitPercent) || charged - discountFen - roundingFen < costFen
}

/** The fee for a machine that nobody fetched, from the day after its term (SET-6). */
export const storeFee = (daysReady: number, termDays: number, perDayFen: number): number =>
  Math.max(0, daysReady - termDays) * perDayFen
