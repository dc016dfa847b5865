// Parts on orders: what other features may use.
export { chargeUsedParts } from './charge.ts'
export { linesOfOrder, linesThatDoNotAddUp, quantitiesOf, standing, waiverOf } from './repository.ts'
export type { LineRow } from './repository.ts'
