// The books: what other features may use. `book` and `reverse` are the only ways to change them.
export { openDay } from './day.ts'
export { book, reverse } from './post.ts'
export type { Booked, Booking, NewEntry } from './post.ts'
export { moneyProofs } from './proofs.ts'
export {
  accountBalance,
  lastClosedDay,
  lastEntryOfShift,
  openBalance,
  openItems,
  openOfOrder,
  openOfParty,
  postingsOf,
  postingsOfShift,
  readEntry,
  reversalOf,
} from './repository.ts'
export { accountSums, owedBefore, owedPostings, profitLines, profitTotal } from './repository-reports.ts'
export type { AccountSums, OwedRow, ProfitRow } from './repository-reports.ts'
export type { EntryRow, OpenRow, PostingRow, ShiftPosting } from './repository.ts'
