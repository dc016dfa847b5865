// How what is paid is spread over what it is paid for (rules SET-1, SET-2), without losing a fen.
import { assertFen } from '#shared/kernel/money.ts'
import type { PaymentMethod } from './accounts.ts'

export type Paid = Readonly<{ method: PaymentMethod; amountFen: number }>
export type Share = Readonly<{ payment: number; part: number; amountFen: number }>

/**
 * Which payment covers how much of which part: payments are used up in their order, parts are filled in theirs.
 * Amounts are above zero, and both sides add up to the same; otherwise it throws.
 */
export const shareOut = (payments: readonly number[], parts: readonly number[]): Share[] => {
  const shares: Share[] = []
  const left = parts.map((part) => assertFen(part))
  let part = 0
  for (const [payment, amount] of payments.entries()) {
    let rest = assertFen(amount)
    if (rest <= 0) throw new RangeError(`not a payment: ${amount}`)
    while (rest > 0) {
      while (part < left.length && left[part] === 0) part += 1
      const open = left[part]
      if (open === undefined || open < 0) throw new RangeError('more was paid than there is to pay')
      const amountFen = Math.min(rest, open)
      shares.push({ payment, part, amountFen })
      left[part] = open - amountFen
      rest -= amountFen
    }
  }
  if (left.some((open) => open !== 0)) throw new RangeError('less was paid than there is to pay')
  return shares
}
