// What several procedures about money have in common.
import { z } from 'zod'
import { PAYMENT_METHODS } from '#shared/domain/money/index.ts'
import { fen, id, instant, day, line } from './fields.ts'

export const method = z.enum(PAYMENT_METHODS)
/** Above zero; at most 100 million yuan. */
export const positiveFen = fen.min(1)

export const paymentInput = z.strictObject({
  method,
  /** What it pays, without change; integer fen. */
  amountFen: positiveFen,
  /** Cash that the customer gave, if more. */
  tenderedFen: positiveFen.optional(),
  /** The other side's number of the payment, the last digits of a card. */
  reference: line(60).default(''),
})
/** One row for each method at most. */
export const paymentsInput = z.array(paymentInput).max(PAYMENT_METHODS.length)

export const paymentRefusals = {
  methodTwice: z.strictObject({ field: z.string(), method }),
  /** Less cash was given than is to be paid with it. */
  tenderedTooLittle: z.strictObject({ field: z.string(), amountFen: z.int() }),
  tenderedNotCash: z.strictObject({ field: z.string() }),
} as const

/** More cash is to go out than the drawer holds by the books; the amount only for whoever may see it before a count. */
export const notEnoughInDrawer = z.strictObject({ field: z.string(), mostFen: z.int().nullable() })

export const paymentShown = z.strictObject({
  id,
  method,
  amountFen: z.int(),
  tenderedFen: z.int().nullable(),
  reference: z.string(),
  /** When finance confirmed it; null: collected only (rule SET-3). */
  confirmedAt: instant.nullable(),
})

export const receiptShown = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(['settlement', 'collection', 'deposit', 'refund', 'sale', 'reversal']),
  at: instant,
  day,
  who: z.string(),
  customerId: id.nullable(),
  customerName: z.string(),
  amountFen: z.int(),
  note: z.string(),
  payments: z.array(paymentShown),
  /** The receipt that this one takes back, or that took this one back. */
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
})
export type ReceiptShown = z.infer<typeof receiptShown>
