// What a settlement writes once everything is decided: its row, and its entry with charges and costs as the lines say
// and what was taken off (rules SET-2, SET-6, SET-11).
import { leftToPay } from '#shared/domain/money/index.ts'
import type { Bill, Posting } from '#shared/domain/money/index.ts'
import type { Writing } from '#core/command/context.ts'
import { book } from '#core/ledger/index.ts'
import { nextNumber } from '#core/numbering/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { linesOf } from '#core/service/index.ts'
import { chargesToBook } from './order-money.ts'
import type { SettledLine } from './repository.ts'

/** One order with its terms and what of the payments falls on it, fen. */
export type Settled = Readonly<{
  row: Pick<OrderRow, 'id' | 'customer_id'>
  bill: Bill
  paidFen: number
  onAccountFen: number
}>

export type Beside = Readonly<{ receiptId: string | null; reason: string; approvedBy: string | null }>

export const writeSettlement = (
  ctx: Writing,
  { row, bill, paidFen, onAccountFen }: Settled,
  { receiptId, reason, approvedBy }: Beside,
): void => {
  const of = { orderId: row.id, customerId: row.customer_id }
  const owedBack = Math.max(0, -leftToPay(bill))
  const postings: Posting[] = [
    ...chargesToBook(ctx.db, row),
    { ...of, debit: 'receivableCustomer', credit: 'incomeStoreFee', amountFen: bill.storeFeeFen },
    { ...of, debit: 'discount', credit: 'receivableCustomer', amountFen: bill.discountFen },
    { ...of, debit: 'rounding', credit: 'receivableCustomer', amountFen: bill.roundingFen },
    { ...of, debit: 'deposit', credit: 'receivableCustomer', amountFen: bill.depositFen },
    { ...of, debit: 'receivableCustomer', credit: 'deposit', amountFen: owedBack },
  ]
  const { entryId, day } = book(ctx, { kind: 'settlement', ...of, reason, approvedBy }, postings)
  ctx.insert(
    'settlement',
    ctx.newId(),
    {
      number: nextNumber(ctx),
      orderId: row.id,
      entryId,
      receiptId,
      chargedFen: bill.chargedFen,
      storeFeeFen: bill.storeFeeFen,
      discountFen: bill.discountFen,
      roundingFen: bill.roundingFen,
      depositFen: bill.depositFen - owedBack,
      paidFen,
      onAccountFen,
      lines: settledLines(ctx, row.id),
      reason,
      at: ctx.now,
      day,
      staffId: ctx.actor.staffId,
      approvedBy,
    },
    'settlement.made',
  )
}

/** The lines as they stand now: what the receipt shows, also when it is printed again (SET-9). */
const settledLines = (ctx: Writing, orderId: string): SettledLine[] =>
  linesOf(ctx.db, orderId).map((line) => ({
    text: line.text,
    payer: line.payer,
    quantity: line.quantity,
    amountFen: line.amount_fen,
    waived: line.waived === 1,
  }))
