// Finance confirms that collected money has arrived (收款审核, rule SET-3). Until then it is in no account.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { cursor, day, id, instant, line, pageSize } from './fields.ts'
import { method, receiptShown } from './money-fields.ts'

const ofReceipt = z.strictObject({ field: z.string(), number: z.string() })

const waitingPayment = z.strictObject({
  id,
  receiptId: id,
  number: z.string(),
  kind: receiptShown.shape.kind,
  day,
  at: instant,
  method,
  /** Below zero: it was given back. */
  amountFen: z.int(),
  reference: z.string(),
  who: z.string(),
  customerName: z.string(),
  /** Numbers of the orders that it is for. */
  orders: z.array(z.string()),
  /** Whoever asks took it himself: somebody else confirms it. */
  own: z.boolean(),
})
export type WaitingPayment = z.infer<typeof waitingPayment>

export const confirmations = contract('confirmation', {
  waiting: query({
    summary: 'Payments that were collected and not confirmed yet, the oldest first, with who took them.',
    input: z.strictObject({
      day: day.optional(),
      method: method.optional(),
      after: cursor.optional(),
      limit: pageSize.default(100),
    }),
    output: z.strictObject({
      payments: z.array(waitingPayment),
      /** Of all that waits, whatever the page and the filters say. */
      totals: z.array(z.strictObject({ day, method, count: z.int(), amountFen: z.int() })),
      next: cursor.nullable(),
    }),
    access: may('seeMoney'),
  }),
  confirm: command({
    summary:
      'Confirms payments: they enter the accounts. All or none; nobody confirms what he took himself (rule SET-3).',
    input: z.strictObject({ payments: z.array(id).min(1).max(500), note: line(200).default('') }),
    output: z.strictObject({ confirmed: z.int(), amountFen: z.int(), day }),
    refusals: {
      unknownPayment: z.strictObject({ field: z.string() }),
      paymentTwice: z.strictObject({ field: z.string() }),
      alreadyConfirmed: ofReceipt,
      /** He took it himself. */
      ownPayment: ofReceipt,
      /** A counter-receipt took it back before anybody confirmed it. */
      receiptReversed: ofReceipt,
    },
    access: may('confirmMoney'),
  }),
})
