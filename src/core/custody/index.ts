// Where things are: what other features may use.
export { followCustody } from './follow.ts'
export { moveItem } from './move.ts'
export type { Spot } from './move.ts'
export { itemsAway, itemsOf } from './places-of-items.ts'
export type { Held } from './places-of-items.ts'
export { readOwnCode } from './codes.ts'
export { custodyIn, listLoaners, loansOut, movesAt } from './repository.ts'
export { heldItems } from './views.ts'
