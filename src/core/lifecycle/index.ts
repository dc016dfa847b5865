// The one way to give a command of the transition table to an order.
export { act, orderToActOn, tableSaysNo } from './act.ts'
export type { Acted, Given } from './act.ts'
export { readFacts } from './facts.ts'
export { changedFields, orderOf } from './order-of-row.ts'
export { urge } from './urge.ts'
