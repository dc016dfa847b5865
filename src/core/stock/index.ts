// Stock: what other features may use. `post` is the only way to change it.
export { post } from './ledger.ts'
export type { Leg, NewDocument, Posted, PostedLeg, Posting } from './ledger.ts'
export {
  balanceAt,
  costOf,
  readDocument,
  serialSpot,
  stockPart,
  stockPlace,
  fullestBin,
  partsWithSerial,
  sellableOf,
} from './repository.ts'
export {
  addPlace,
  addWarehouse,
  bagOf,
  homePlace,
  homeWarehouse,
  openFirstWarehouse,
  transitOf,
} from './places.ts'
export { seesCost } from './look.ts'
export { documentHead, documentsOfOrder, movementsOfDocument } from './repository-documents.ts'
export { stockProofs } from './repository-proofs.ts'
