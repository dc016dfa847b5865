// What a technician earns on a line of work (rule PRT-13): by the rule of its service item, split without losing a fen.
import { allocate, fractionOf } from '#shared/kernel/money.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'

export const COMMISSION_RULES = ['none', 'amount', 'percent'] as const
export type CommissionRule = Readonly<{
  rule: (typeof COMMISSION_RULES)[number]
  /** `amount`: fen for each unit; `percent`: hundredths of a percent of the line's amount. */
  value: number
}>

/** The whole commission of a line, fen. */
export const commissionOf = (
  { rule, value }: CommissionRule,
  line: Readonly<{ quantity: number; amountFen: number }>,
): number => {
  if (rule === 'none') return 0
  return rule === 'amount'
    ? fractionOf(value, line.quantity, PER_UNIT)
    : fractionOf(line.amountFen, value, 10_000)
}

export type Worker = Readonly<{ staffId: string; weight: number }>
export type Share = Readonly<{ staffId: string; share: number; amountFen: number }>

/** Splits it by weights; shares are hundredths of a percent and add up to 10 000, amounts to the whole. */
export const splitCommission = (wholeFen: number, workers: readonly Worker[]): Share[] => {
  const weights = workers.map(({ weight }) => weight)
  const shares = allocate(10_000, weights)
  const amounts = allocate(wholeFen, weights)
  return workers.map(({ staffId }, index) => ({
    staffId,
    share: shares[index] ?? 0,
    amountFen: amounts[index] ?? 0,
  }))
}
