// How the commission of a line of work is split between those who did it, without losing a fen (rule PRT-13).
import { allocate } from '#shared/kernel/money.ts'

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
