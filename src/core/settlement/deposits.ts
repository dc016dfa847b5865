// Money taken before an order is settled, and given back (rule SET-6).
import type { z } from 'zod'
import type { deposits } from '#shared/contract/settlement.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { approvedBy } from '#core/approvals/index.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { cashProblem, paymentProblem, takeMoney } from '#core/receipts/index.ts'
import type { PaymentInput, Taken } from '#core/receipts/index.ts'
import { depositOf } from './order-money.ts'

type Refund = z.output<typeof deposits.procedures.refund.input>
type Refunded = z.output<typeof deposits.procedures.refund.output>

const paidOf = (payments: readonly PaymentInput[]): number =>
  sumFen(payments.map(({ amountFen }) => amountFen))

/** What the log of the order says of money. */
const logMoney = (ctx: CommandContext, id: string, action: string, fen: number, remark: string): void => {
  ctx.log({
    subject: 'workOrder',
    subjectId: id,
    action,
    changes: { amount: [null, fen] },
    ...(remark === '' ? {} : { remark }),
  })
  ctx.changed('workOrder', `workOrder:${id}`)
}

const receiptOf = ({ receiptId, number }: Taken) => ({ id: receiptId, number })

const refund = (ctx: CommandContext, { id, payments, reason, approvals }: Refund): Answer<Refunded> => {
  const row = readOrderRow(ctx.db, id)
  if (!row) return refuse('unknownOrder', { field: 'id' })
  const wrong = paymentProblem(payments) ?? cashProblem(ctx, payments)
  if (wrong) return wrong
  const amountFen = paidOf(payments)
  const mostFen = depositOf(ctx.db, id)
  if (amountFen > mostFen) return refuse('depositTooLarge', { field: 'payments', mostFen })
  const yes = approvedBy(ctx, approvals, {
    act: 'refund',
    objectId: id,
    amountFen,
    orderId: id,
    field: 'approvals',
  })
  if (isRefused(yes)) return yes
  const taken = takeMoney(ctx, {
    kind: 'refund',
    customerId: row.customer_id,
    payments,
    purposes: [{ account: 'deposit', amountFen, orderId: id, customerId: row.customer_id }],
    note: reason,
    approvedBy: yes.approvedBy,
  })
  logMoney(ctx, id, 'deposit.refunded', amountFen, reason)
  return { receipt: receiptOf(taken), depositFen: depositOf(ctx.db, id) }
}

export const depositHandlers = {
  take: (
    ctx: CommandContext,
    { id, payments, note }: z.output<typeof deposits.procedures.take.input>,
  ): Answer<z.output<typeof deposits.procedures.take.output>> => {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    if (isFinal(row.state)) return refuse('depositOver', { field: 'id' })
    const wrong = paymentProblem(payments)
    if (wrong) return wrong
    const amountFen = paidOf(payments)
    const taken = takeMoney(ctx, {
      kind: 'deposit',
      customerId: row.customer_id,
      payments,
      purposes: [{ account: 'deposit', amountFen, orderId: id, customerId: row.customer_id }],
      note,
    })
    logMoney(ctx, id, 'deposit.taken', amountFen, note)
    return {
      receipt: receiptOf(taken),
      changeFen: sumFen(payments.map((one) => (one.tenderedFen ?? one.amountFen) - one.amountFen)),
      depositFen: depositOf(ctx.db, id),
    }
  },
  refund,
}
