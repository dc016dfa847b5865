// What was done on an order: what other features may use.
export {
  chargedToCustomer,
  commissionsOf,
  didTheWork,
  linesOf,
  nextLinePosition,
  recordsOf,
} from './repository.ts'
export type { LineRow } from './repository.ts'
