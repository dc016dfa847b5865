// Parts on orders: what other features may use.
export {
  faultsOfDocument,
  linesOfOrder,
  linesThatDoNotAddUp,
  quantitiesOf,
  readTag,
  standing,
  waiverOf,
} from './repository.ts'
export type { LineRow, TagRow } from './repository.ts'
export { chargeUsedParts } from './charge.ts'
export {
  consumablesOfDevice,
  linesOfOrder,
  linesThatDoNotAddUp,
  quantitiesOf,
  standing,
  usesOfLine,
  waiverOf,
} from './repository.ts'
export type { ConsumableRow, LineRow } from './repository.ts'
