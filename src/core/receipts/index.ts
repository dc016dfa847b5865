// Receipts: what other features may use. `takeMoney` is the only way for money to come in or go out.
export { paymentProblem, takeMoney } from './take.ts'
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
export { showReceipt } from './show.ts'
