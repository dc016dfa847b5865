// The money of orders: what other features may use.
export { followMoney } from './follow.ts'
export { moneyFacts } from './order-money.ts'
