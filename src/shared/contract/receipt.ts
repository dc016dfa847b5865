// Receipts (收据): looked up, listed, exported for invoices, and corrected by a counter-receipt (rules SET-7, SET-9).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { approvalNeeded, approvalTokens } from './approvals.ts'
import { command, contract, query } from './define.ts'
import { cursor, day, id, lineRequired, pageSize } from './fields.ts'
import { method, paymentRefusals, paymentsInput, receiptShown } from './money-fields.ts'
import { periodWrong } from './receivable.ts'

const field = z.strictObject({ field: z.string() })
const unknownReceipt = field

export const receipts = contract('receipt', {
  get: query({
    summary: 'One receipt with its payments and what each order got of it.',
    input: z.strictObject({ id }),
    output: receiptShown.extend({
      orders: z.array(z.strictObject({ id: id.nullable(), number: z.string(), amountFen: z.int() })),
    }),
    refusals: { unknownReceipt },
    access: may('seeBills'),
  }),
  list: query({
    summary: 'Receipts, the newest first.',
    input: z.strictObject({
      from: day.optional(),
      to: day.optional(),
      kind: receiptShown.shape.kind.optional(),
      method: method.optional(),
      staffId: id.optional(),
      customerId: id.optional(),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({ receipts: z.array(receiptShown), next: cursor.nullable() }),
    access: may('seeMoney'),
  }),
  correct: command({
    summary:
      'A wrong method or amount: a counter-receipt takes the receipt back, and a new one stands for it; a second person approves.',
    input: z.strictObject({
      id,
      /** What it should have said; as amounts above zero, of a refund too. */
      payments: paymentsInput.min(1),
      reason: lineRequired(200),
      approvals: approvalTokens,
    }),
    output: z.strictObject({
      reversal: z.strictObject({ id, number: z.string() }),
      receipt: z.strictObject({ id, number: z.string() }),
    }),
    refusals: {
      unknownReceipt,
      /** A counter-receipt itself. */
      notCorrectable: field,
      alreadyCorrected: z.strictObject({ field: z.string(), number: z.string() }),
      /** Only the methods can still be corrected. */
      amountMustStay: z.strictObject({ field: z.string(), amountFen: z.int() }),
      paidMoreThanDue: z.strictObject({ field: z.string(), dueFen: z.int(), paidFen: z.int() }),
      /** Who took the money does not approve its correction. */
      takerApproves: z.strictObject({ field: z.string(), name: z.string() }),
      approvalNeeded,
      ...paymentRefusals,
    },
    access: may('takeMoney'),
  }),
  export: query({
    summary: 'The receipts of a period as a table (CSV) with what stands on invoices.',
    input: z.strictObject({ from: day, to: day }),
    output: z.strictObject({ name: z.string(), rows: z.int(), text: z.string() }),
    refusals: { periodWrong, tooManyRows: z.strictObject({ field: z.string(), most: z.int() }) },
    access: may('seeMoney'),
  }),
})
