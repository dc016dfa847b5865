// What was done on an order: what other features may use.
export { didTheWork, linesOf, recordsOf } from './repository.ts'
