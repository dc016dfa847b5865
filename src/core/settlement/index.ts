// The money of orders: what other features may use.
export { bookCharges, followMoney } from './follow.ts'
export { depositOf, moneyFacts } from './order-money.ts'
export { writeSettlement } from './write.ts'
