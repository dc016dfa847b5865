// Work orders: what other features may use.
export { comebacksFor } from './comebacks.ts'
export {
  lastChanges,
  lastLogEntry,
  lastMoneyAct,
  lastTechnicianOf,
  onSiteOrderSince,
  sinceWhenReady,
  touchedByOthers,
} from './history.ts'
export { labelOf } from './label.ts'
export { markPapersOutdated } from './papers-outdated.ts'
export {
  isStarred,
  ordersOfVisit,
  photosOf,
  readOrderByNumber,
  readOrderByShortCode,
  readOrderRow,
} from './repository.ts'
export { insertPasscode } from './passcodes.ts'
export { readyBefore, waitingForReview } from './waiting.ts'
export { labelDigits } from './label-digits.ts'
export type { OrderRow } from './repository.ts'
