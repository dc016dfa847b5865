// Finance says that collected money has arrived (rule SET-3): it leaves "collected" and enters the account of its
// method; cash stays in its drawer. Whoever took it never confirms it (STF-2).
import type { z } from 'zod'
import type { confirmations } from '#shared/contract/confirmation.ts'
import { COLLECTED, CONFIRMED } from '#shared/domain/money/index.ts'
import type { Posting } from '#shared/domain/money/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { book } from '#core/ledger/index.ts'
import { endWaiting, ordersOfEntry, paymentToConfirm } from '#core/receipts/index.ts'
import type { ToConfirm } from '#core/receipts/index.ts'
import { recordSoloAct } from '#core/review/index.ts'
import { mayCombineDuties } from '#core/shop/index.ts'

type Procedure = typeof confirmations.procedures.confirm

export const confirm = (
  ctx: CommandContext,
  { payments, note }: z.output<Procedure['input']>,
): Answer<z.output<Procedure['output']>> => {
  const rows: ToConfirm[] = []
  for (const [index, id] of payments.entries()) {
    const row = readOne(ctx, id, `payments.${index}`)
    if (isRefused(row)) return row
    if (payments.indexOf(id) < index) return refuse('paymentTwice', { field: `payments.${index}` })
    rows.push(row)
  }
  const { entryId, day } = book(ctx, { kind: 'confirmation', reason: note }, rows.map(postingOf))
  for (const row of rows) write(ctx, row, entryId, note)
  ctx.changed('receipt', 'workOrder')
  return { confirmed: rows.length, amountFen: sumFen(rows.map((row) => row.amount_fen)), day }
}

const readOne = (ctx: CommandContext, id: string, field: string): ToConfirm | Refused => {
  const row = paymentToConfirm(ctx.db, id)
  if (!row) return refuse('unknownPayment', { field })
  const { number } = row
  if (row.confirmed === 1) return refuse('alreadyConfirmed', { field, number })
  if (row.waits === 0) return refuse('receiptReversed', { field, number })
  if (row.staff_id === ctx.actor.staffId && !mayCombineDuties(ctx.db))
    return refuse('ownPayment', { field, number })
  return row
}

/** What was given back leaves the account. */
const postingOf = ({ method, amount_fen, customer_id, drawer_id }: ToConfirm): Posting => ({
  ...(amount_fen > 0
    ? { debit: CONFIRMED[method], credit: COLLECTED[method] }
    : { debit: COLLECTED[method], credit: CONFIRMED[method] }),
  amountFen: Math.abs(amount_fen),
  customerId: customer_id,
  drawerId: drawer_id,
})

const write = (ctx: CommandContext, row: ToConfirm, entryId: string, note: string): void => {
  const orders = ordersOfEntry(ctx.db, row.entry_id, COLLECTED[row.method])
  ctx.insert(
    'paymentConfirmation',
    row.id,
    { entryId, at: ctx.now, staffId: ctx.actor.staffId, note },
    'payment.confirmed',
  )
  endWaiting(ctx.db, row.id)
  if (row.staff_id === ctx.actor.staffId)
    recordSoloAct(ctx, 'confirmsOwnMoney', orders.length === 1 ? (orders[0]?.id ?? null) : null)
  for (const { id, amountFen } of orders) {
    if (id === null) continue
    ctx.log({
      subject: 'workOrder',
      subjectId: id,
      action: 'payment.confirmed',
      changes: { amount: [null, amountFen] },
      ...(note === '' ? {} : { remark: note }),
    })
    ctx.changed(`workOrder:${id}`)
  }
  ctx.audit({
    action: 'payment.confirmed',
    object: 'receipt',
    objectId: row.receipt_id,
    details: { number: row.number, method: row.method, amountFen: row.amount_fen },
  })
}
