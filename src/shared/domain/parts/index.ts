// Parts on an order: the five quantities, what they cost, and what headquarters pays for them.
export {
  QUANTITIES,
  costOf,
  inHand,
  netIssued,
  nothingYet,
  oldStillOwed,
  problemOf,
  withEntry,
} from './quantities.ts'
export type { PartEntry, PartProblem, Quantities, QuantityOf } from './quantities.ts'
export { chargeFor } from './charging.ts'
export type { Charging, QuotedPart, UsedPart } from './charging.ts'
export { sittingPieces } from './sitting.ts'
export type { SittingPiece, UseEntry } from './sitting.ts'
export { headquartersFee } from './headquarters-fee.ts'
export type { ReplacedPart } from './headquarters-fee.ts'
export { RETURN_CONDITIONS, REQUEST_SOURCES, REQUEST_STATES, TAGGED } from './words.ts'
export type { RequestState } from './words.ts'
export { forecast } from './meter.ts'
export type { Reading } from './meter.ts'
export { COUNTERS, readingProblem, sinceSetBack, standingReadings, usesMeter } from './readings.ts'
export type { Counter, ReadingProblem } from './readings.ts'
