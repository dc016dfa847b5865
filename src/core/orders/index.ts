// Work orders: what other features may use.
export { markPapersOutdated } from './papers-outdated.ts'
export {
  insertPasscode,
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
export { comebacksFor } from './comebacks.ts'
export { labelOf } from './label.ts'
export type { OrderRow } from './repository.ts'
