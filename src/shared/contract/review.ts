// Review and close (rule CLS-5), plain cancel (rule CAN-1), and what a larger shop would have split (STF-2).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { CANCEL_REASONS, CLOSE_NORMALLY } from '#shared/domain/work-order/cancel-reasons.ts'
import { OUTCOMES } from '#shared/domain/work-order/order.ts'
import { PROOFS } from '#shared/domain/work-order/proofs.ts'
import { contract, query } from './define.ts'
import { cursor, id, instant, line, lineRequired, pageSize, proseRequired } from './fields.ts'
import { orderCommand } from './order-command.ts'

export const reviewLine = z.strictObject({
  id,
  number: z.string(),
  ver: z.int(),
  customerName: z.string(),
  device: z.string(),
  outcome: z.enum(OUTCOMES).nullable(),
  primary: z.string(),
  stateSince: instant,
  proofs: z.array(z.enum(PROOFS)),
  missing: z.array(z.enum(PROOFS)),
  /** The first thing that stands in the way of closing, by the code of its refusal; null when nothing does. */
  problem: z.string().nullable(),
  /** I did or reported this work myself. */
  ownWork: z.boolean(),
})
export type ReviewLine = z.infer<typeof reviewLine>

export const DUTIES = [
  'repairsAndReviews',
  'requestsAndApproves',
  'handsOverWithoutSecond',
  'approvesOwnMoney',
  'confirmsOwnMoney',
  'confirmsOwnCount',
] as const

export const reviews = contract('review', {
  queue: query({
    summary:
      'Orders that wait to be reviewed, the longest waiting first, each with its proof and what is missing.',
    input: z.strictObject({ after: cursor.optional(), limit: pageSize.default(50) }),
    output: z.strictObject({ orders: z.array(reviewLine), next: cursor.nullable() }),
    access: may('seeReviews'),
  }),
  approveClose: orderCommand(['approveClose'], {
    summary: 'Closes the order for good (rule CLS-5); a later trouble is a comeback.',
    fields: { remark: line(300).default('') },
  }),
  sendBack: orderCommand(['sendBack'], {
    summary: 'Sends the order back: to settlement for papers or money, to work where that is possible.',
    fields: {
      reason: lineRequired(300),
      to: z.enum(['pendingSettlement', 'repeatService']).default('pendingSettlement'),
    },
  }),
  soloActs: query({
    summary: 'What one person did alone that a larger shop gives to two, newest first (rule STF-2).',
    input: z.strictObject({ from: instant.optional(), limit: pageSize.default(100) }),
    output: z.strictObject({
      acts: z.array(
        z.strictObject({
          id,
          duty: z.enum(DUTIES),
          /** None where it is about the shop's money and no order. */
          orderId: id.nullable(),
          number: z.string(),
          at: instant,
          who: z.string(),
        }),
      ),
    }),
    access: may('seeReviews'),
  }),
})

const cancelReason = z.enum([...CANCEL_REASONS, ...CLOSE_NORMALLY] as const)
const cancelFields = { cancelReason, words: proseRequired(500) } as const

export const cancels = contract('cancel', {
  cancel: orderCommand(['cancel'], {
    summary:
      'Cancels an own order: the clerk within ten minutes while nobody else touched it, the manager later (rule CAN-1).',
    fields: {
      ...cancelFields,
      /** An entry mistake: the order whose machine stands here. */
      machineBelongsTo: line(40).optional(),
    },
    refusals: { unknownNumber: z.strictObject({ field: z.string() }) },
  }),
  request: orderCommand(['requestCancel'], {
    summary: 'Asks the unit above to cancel an order that came from there (rule CAN-1).',
    fields: cancelFields,
  }),
  withdraw: orderCommand(['withdrawCancel'], {
    summary: 'Takes the request to cancel back.',
    fields: { remark: line(300).default('') },
  }),
  refuse: orderCommand(['refuseCancel'], {
    summary: 'The unit above does not agree: the order goes on where it was.',
    fields: { reason: line(300).default('') },
  }),
  approve: orderCommand(['approveCancel'], {
    summary: 'The unit above agrees; a machine that is here is handed back first.',
    fields: { remark: line(300).default('') },
  }),
  byHeadquarters: orderCommand(['cancelByHq'], {
    summary: 'The customer asked the hotline to cancel.',
    fields: { words: proseRequired(500) },
  }),
})
