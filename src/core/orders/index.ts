// Work orders: what other features may use.
export { markPapersOutdated } from './papers-outdated.ts'
export {
  isStarred,
  lastLogEntry,
  lastMoneyAct,
  onSiteOrderSince,
  ordersOfVisit,
  photosOf,
  readOrderByNumber,
  readOrderByShortCode,
  readOrderRow,
  touchedByOthers,
} from './repository.ts'
export { lastChanges, sinceWhenReady } from './log-facts.ts'
export { insertPasscode } from './passcodes.ts'
export { comebacksFor } from './comebacks.ts'
export { labelOf } from './label.ts'
export { readyBefore, waitingForReview } from './waiting.ts'
export { labelDigits } from './label-digits.ts'
export type { OrderRow } from './repository.ts'
