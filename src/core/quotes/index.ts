// Quotes of an order: what other features may use.
export { followQuote } from './follow.ts'
export { findItems, priceGroupOf, readWork } from './prices.ts'
export type { WorkItem } from './prices.ts'
export {
  linesOfSent,
  partsOfQuotes,
  printedVersion,
  quoteSince,
  standingsOf,
  versionsOf,
} from './repository.ts'
export type { KeptLine } from './repository.ts'
export { hasAcceptedQuote, quoteFacts, quotedAmount, today } from './standing.ts'
