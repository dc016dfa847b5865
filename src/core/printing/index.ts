// Papers and the print queue: what other features may use.
export type { PrintQueue } from './queue.ts'
export { notPrinted } from './repository.ts'
