// A receipt with its payments, and what of it finance has still to confirm.
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { Writing } from '#core/command/context.ts'
import { nextNumber } from '#core/numbering/index.ts'
import type { ReceiptRow } from './repository.ts'
import { addWaiting } from './repository-waiting.ts'

export type NewPayment = Readonly<{
  method: PaymentMethod
  /** Below zero where money goes out. */
  amountFen: number
  tenderedFen: number | null
  drawerId: string | null
  reference: string
  /** Finance has nothing to confirm. */
  isVoid?: boolean
}>

export type NewReceipt = Readonly<{
  kind: ReceiptRow['kind']
  customerId: string | null
  entryId: string
  day: string
  note: string
  reverses?: string
  payments: readonly NewPayment[]
}>

export const writeReceipt = (ctx: Writing, receipt: NewReceipt): { id: string; number: string } => {
  const { kind, day, payments } = receipt
  const id = ctx.newId()
  const number = nextNumber(ctx)
  const amountFen = sumFen(payments.map((payment) => payment.amountFen))
  ctx.insert(
    'receipt',
    id,
    {
      number,
      kind,
      customerId: receipt.customerId,
      entryId: receipt.entryId,
      reverses: receipt.reverses ?? null,
      amountFen,
      note: receipt.note,
      at: ctx.now,
      day,
      staffId: ctx.actor.staffId,
    },
    `receipt.${kind}`,
  )
  for (const [index, { method, isVoid, ...payment }] of payments.entries()) {
    const paymentId = ctx.newId()
    ctx.insert(
      'payment',
      paymentId,
      { receiptId: id, position: index + 1, method, ...payment },
      'payment.made',
    )
    if (!isVoid) addWaiting(ctx.db, { id: paymentId, day, method, at: ctx.now })
  }
  ctx.audit({ action: `receipt.${kind}`, object: 'receipt', objectId: id, details: { number, amountFen } })
  ctx.changed('receipt')
  return { id, number }
}
