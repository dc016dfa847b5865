// Work orders: what other features may use.
export { markPapersOutdated } from './papers-outdated.ts'
export { insertPasscode, ordersOfVisit, readOrderRow } from './repository.ts'
export type { OrderRow } from './repository.ts'
