// A receipt with a wrong method or amount (rule SET-7): a counter-receipt takes it back, a new one stands for what
// really was paid, both in one command. What nobody had confirmed of the pair needs no confirmation any more.
import type { z } from 'zod'
import type { receipts } from '#shared/contract/receipt.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { approvedBy } from '#core/approvals/index.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { openBalance, reverse as reverseEntry } from '#core/ledger/index.ts'
import { recordSoloAct } from '#core/review/index.ts'
import { currentShift } from '#core/shifts/index.ts'
import { mayCombineDuties } from '#core/shop/index.ts'
import { paymentsOf, readReceipt } from './repository.ts'
import type { ReceiptRow } from './repository.ts'
import { ordersOfEntry, purposesOfEntry } from './repository-orders.ts'
import { endWaiting } from './repository-waiting.ts'
import { paymentProblem, takeMoney } from './take.ts'
import type { Purpose, ReceiptKind } from './take.ts'
import { writeReceipt } from './write.ts'

type Procedure = typeof receipts.procedures.correct

export const correct = (
  ctx: CommandContext,
  { id, payments, reason, approvals }: z.output<Procedure['input']>,
): Answer<z.output<Procedure['output']>> => {
  const row = readReceipt(ctx.db, id)
  if (!row) return refuse('unknownReceipt', { field: 'id' })
  const wrong = stateProblem(ctx, row) ?? paymentProblem(payments)
  if (wrong) return wrong
  const orders = ordersOfEntry(ctx.db, row.entry_id)
  const yes = approvedBy(ctx, approvals, {
    act: 'reverseReceipt',
    objectId: id,
    amountFen: row.amount_fen,
    orderId: orders.length === 1 ? (orders[0]?.id ?? null) : null,
    field: 'approvals',
  })
  if (isRefused(yes)) return yes
  const taker = takerProblem(ctx, row, yes.approvedBy)
  if (taker) return taker
  const purposes = purposesOf(ctx, row)
  const reversal = takeBack(ctx, row, reason, yes.approvedBy)
  const wanted = newPurposes(ctx, row, purposes, sumFen(payments.map(({ amountFen }) => amountFen)))
  if (isRefused(wanted)) return wanted
  const taken = takeMoney(ctx, {
    kind: row.kind as ReceiptKind,
    customerId: row.customer_id,
    payments,
    purposes: wanted,
    note: `${row.number} ${reason}`,
    approvedBy: yes.approvedBy,
  })
  for (const order of orders) {
    if (order.id === null) continue
    ctx.log({ subject: 'workOrder', subjectId: order.id, action: 'receipt.corrected', remark: reason })
    ctx.changed('workOrder', `workOrder:${order.id}`)
  }
  return { reversal, receipt: { id: taken.receiptId, number: taken.number } }
}

const stateProblem = (ctx: CommandContext, row: ReceiptRow): Refused | undefined => {
  if (row.kind === 'reversal') return refuse('notCorrectable', { field: 'id' })
  if (row.reversed_by === null) return undefined
  const number = readReceipt(ctx.db, row.reversed_by)?.number ?? ''
  return refuse('alreadyCorrected', { field: 'id', number })
}

/** Whoever took the money does not approve that it was another amount, unless the shop combines duties (STF-2). */
const takerProblem = (ctx: CommandContext, row: ReceiptRow, by: string): Refused | undefined => {
  if (by !== row.staff_id || by === ctx.actor.staffId) return undefined
  if (!mayCombineDuties(ctx.db))
    return refuse('takerApproves', { field: 'approvals', name: ctx.services.staffName(by) })
  recordSoloAct(ctx, 'approvesOwnMoney', null)
  return undefined
}

/** What the receipt was for, whatever the methods; above zero. */
const purposesOf = (ctx: CommandContext, row: ReceiptRow): Purpose[] => {
  const purposes = new Map<string, Purpose>()
  for (const one of purposesOfEntry(ctx.db, row.entry_id)) {
    const key = `${one.account} ${one.order_id ?? ''}`
    const amountFen = (purposes.get(key)?.amountFen ?? 0) + Math.abs(one.amount_fen)
    purposes.set(key, {
      account: one.account,
      orderId: one.order_id,
      customerId: one.customer_id,
      amountFen,
    })
  }
  return [...purposes.values()]
}

const takeBack = (ctx: CommandContext, row: ReceiptRow, reason: string, by: string) => {
  const { shiftId } = currentShift(ctx)
  const { entryId, day } = reverseEntry(ctx, row.entry_id, {
    kind: 'receiptReversal',
    reason,
    approvedBy: by,
    shiftId,
  })
  return writeReceipt(ctx, {
    kind: 'reversal',
    customerId: row.customer_id,
    entryId,
    day,
    note: reason,
    reverses: row.id,
    payments: paymentsOf(ctx.db, row.id).map((payment) => ({
      method: payment.method,
      amountFen: -payment.amount_fen,
      tenderedFen: null,
      drawerId: payment.drawer_id,
      reference: payment.reference,
      isVoid: endWaiting(ctx.db, payment.id),
    })),
  })
}

/** What the new amount is for: the same as before, as far as the books still have room for it. */
const newPurposes = (
  ctx: CommandContext,
  row: ReceiptRow,
  purposes: readonly Purpose[],
  paidFen: number,
): readonly Purpose[] | Refused => {
  const beforeFen = Math.abs(row.amount_fen)
  if (paidFen === beforeFen) return purposes
  const stay = refuse('amountMustStay', { field: 'payments', amountFen: beforeFen })
  const open = (account: Purpose['account'], { customerId, orderId }: Purpose): number =>
    openBalance(ctx.db, account, customerId ?? '', orderId ?? '')
  const [only] = purposes
  if (only && purposes.every(({ account }) => account === 'deposit') && purposes.length === 1) {
    const lies = -open('deposit', only)
    if (row.kind === 'refund' && paidFen > lies)
      return refuse('paidMoreThanDue', { field: 'payments', dueFen: lies, paidFen })
    // The customer has used it already.
    if (row.kind !== 'refund' && lies + paidFen < 0) return stay
    return [{ ...only, amountFen: paidFen }]
  }
  // A sale is paid exactly, and what was paid for a settlement that was taken back lies there as a deposit by now.
  if (purposes.some((one) => one.account !== 'receivableCustomer' || open('deposit', one) !== 0)) return stay
  const most = purposes.map((one) => Math.max(0, open('receivableCustomer', one)))
  const dueFen = sumFen(most)
  if (paidFen > dueFen) return refuse('paidMoreThanDue', { field: 'payments', dueFen, paidFen })
  return spread(purposes, most, paidFen)
}

/** First what each was paid before, in their order; then what is left up to what each owes. */
const spread = (
  purposes: readonly Purpose[],
  most: readonly number[],
  paidFen: number,
): readonly Purpose[] => {
  let left = paidFen
  const first = purposes.map(({ amountFen }, index) => {
    const part = Math.min(left, amountFen, most[index] ?? 0)
    left -= part
    return part
  })
  return purposes.flatMap((purpose, index) => {
    const more = Math.min(left, (most[index] ?? 0) - (first[index] ?? 0))
    left -= more
    const amountFen = (first[index] ?? 0) + more
    return amountFen === 0 ? [] : [{ ...purpose, amountFen }]
  })
}
