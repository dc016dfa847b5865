// What headquarters pays for the parts of one repair (rule PRT-11, seed 004 row 36).

export type ReplacedPart = Readonly<{
  /** What headquarters pays for replacing this part, fen; null where it pays nothing. */
  repairFeeFen: number | null
  /** A monitor: it is paid beside the others. */
  feeApart: boolean
}>

/** Several parts of one machine count once, by the dearest fee; what is paid apart comes on top. Fen. */
export const headquartersFee = (parts: readonly ReplacedPart[]): number => {
  const fee = ({ repairFeeFen }: ReplacedPart): number => repairFeeFen ?? 0
  const together = parts.filter(({ feeApart }) => !feeApart)
  const apart = parts.filter(({ feeApart }) => feeApart)
  return Math.max(0, ...together.map(fee)) + apart.reduce((sum, part) => sum + fee(part), 0)
}
