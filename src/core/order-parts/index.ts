// Parts on orders: what other features may use.
export { chargeUsedParts } from './charge.ts'
export { addLine, logParts, writeEntry } from './lines.ts'
export type { NewLine } from './lines.ts'
export {
  consumablesOfDevice,
  faultsOfDocument,
  linesOfOrder,
  linesThatDoNotAddUp,
  quantitiesOf,
  readTag,
  standing,
  usesOfLine,
  waiverOf,
} from './repository.ts'
export type { ConsumableRow, LineRow, TagRow } from './repository.ts'
