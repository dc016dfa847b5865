// A receipt as people see it.
import type { ReceiptShown } from '#shared/contract/money-fields.ts'
import type { QueryContext } from '#core/command/context.ts'
import { paymentsOf } from './repository.ts'
import type { ReceiptRow } from './repository.ts'

export const showReceipt = (ctx: Pick<QueryContext, 'db' | 'services'>, row: ReceiptRow): ReceiptShown => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  at: row.at,
  day: row.day,
  who: ctx.services.staffName(row.staff_id),
  customerId: row.customer_id,
  customerName: row.customer_name ?? '',
  amountFen: row.amount_fen,
  note: row.note,
  payments: paymentsOf(ctx.db, row.id).map((payment) => ({
    id: payment.id,
    method: payment.method,
    amountFen: payment.amount_fen,
    tenderedFen: payment.tendered_fen,
    reference: payment.reference,
    confirmedAt: payment.confirmed_at,
  })),
  reverses: row.reverses,
  reversedBy: row.reversed_by,
})
