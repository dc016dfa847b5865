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
