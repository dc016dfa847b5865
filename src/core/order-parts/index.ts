// Parts on orders: what other features may use.
export { linesOfOrder, linesThatDoNotAddUp, quantitiesOf, standing, waiverOf } from './repository.ts'
export type { LineRow } from './repository.ts'
export { addLine, logParts, writeEntry } from './lines.ts'
