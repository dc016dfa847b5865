// Receipts: what other features may use. `takeMoney` is the only way for money to come in or go out.
export { cashProblem, paymentProblem, takeMoney } from './take.ts'
export type { PaymentInput, Purpose, Taken, Taking } from './take.ts'
export {
  collectedOfOrder,
  paymentsOf,
  readReceipt,
  receiptsOfOrder,
  receiptsOfShift,
  takingsOfDays,
} from './repository.ts'
export type { PaymentRow, ReceiptRow } from './repository.ts'
export { paymentsOfDay, receiptsOfDay } from './repository-day.ts'
export { receiptsOfCustomer } from './repository-list.ts'
export { ordersOfEntry } from './repository-orders.ts'
export { endWaiting, paymentToConfirm, waitingPayments, waitingSums } from './repository-waiting.ts'
export type { ToConfirm, WaitingRow } from './repository-waiting.ts'
export { showReceipt } from './show.ts'
