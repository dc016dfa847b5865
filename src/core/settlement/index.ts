// The money of orders: what other features may use.
export { bookCharges, followMoney } from './follow.ts'
export { depositOf, moneyFacts } from './order-money.ts'
export { followUpOf, settlementsOfReceipt } from './repository.ts'
export type { SettledLine, SettlementRow } from './repository.ts'
export { writeSettlement } from './write.ts'
