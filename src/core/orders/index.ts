// Work orders: what other features may use.
export { comebacksFor } from './comebacks.ts'
export { lastLogEntry, lastMoneyAct, lastTechnicianOf, onSiteOrderSince, touchedByOthers } from './history.ts'
export { labelOf } from './label.ts'
export { markPapersOutdated } from './papers-outdated.ts'
export {
  insertPasscode,
  isStarred,
  ordersOfVisit,
  photosOf,
  readOrderByNumber,
  readOrderRow,
} from './repository.ts'
export type { OrderRow } from './repository.ts'
