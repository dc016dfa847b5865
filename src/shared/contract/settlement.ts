// The order's money (rules SET-2, SET-4, SET-6, SET-11, SET-12): what is due, settling it, taking that back, deposits
// and their return.
import { z } from 'zod'
import { LINE_KINDS, PAYERS } from '#shared/domain/service/index.ts'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import { approvalNeeded, approvalTokens } from './approvals.ts'
import { command, contract, query } from './define.ts'
import { day, fen, id, instant, line, lineRequired, prose } from './fields.ts'
import { handOvers } from './hand-over.ts'
import { notEnoughInDrawer, paymentRefusals, paymentsInput, receiptShown } from './money-fields.ts'
import { moved, onOrder, orderRefusals, orderState, unknownOrder } from './order-command.ts'

const field = z.strictObject({ field: z.string() })
const most = z.strictObject({ field: z.string(), mostFen: z.int() })

const settledHow = z.enum(['no', 'paid', 'onAccount'])

export const bill = z.strictObject({
  id,
  number: z.string(),
  ver: z.int(),
  state: orderState,
  device: z.string(),
  lines: z.array(
    z.strictObject({
      text: z.string(),
      kind: z.enum(LINE_KINDS),
      payer: z.enum(PAYERS),
      /** Thousandths; null where nobody named a price. */
      quantity: z.int().nullable(),
      amountFen: z.int().nullable(),
      waived: z.boolean(),
    }),
  ),
  /** What the customer owes for the lines and no settlement covers; below zero he is owed. */
  dueFen: z.int(),
  /** Proposed for a machine that waits longer than its term. */
  storeFeeFen: z.int(),
  /** Paid before and not used up. */
  depositFen: z.int(),
  settled: settledHow,
})
export type Bill = z.infer<typeof bill>

/** What is paid and what is not, whatever it is for. */
const settling = {
  payments: paymentsInput.default([]),
  /** The rest goes on account; without it everything has to be paid. */
  onAccount: z.strictObject({ followUpOn: day.optional(), words: line(200).default('') }).optional(),
  /** Why there is a discount. */
  reason: line(200).default(''),
  approvals: approvalTokens,
}

/** The money of a machine that is repaired while the customer waits. */
export const spotSettlement = z.strictObject({
  discountFen: fen.default(0),
  roundingFen: fen.default(0),
  ...settling,
})

export const settleInput = z.strictObject({
  orders: z
    .array(
      z.strictObject({
        ...onOrder,
        storeFeeFen: fen.default(0),
        discountFen: fen.default(0),
        /** Small change left off, at most 0.99. */
        roundingFen: fen.default(0),
        depositFen: fen.default(0),
      }),
    )
    .min(1)
    .max(20),
  ...settling,
})

const settled = z.strictObject({
  orders: z.array(moved),
  /** What was paid now; null when nothing was. */
  receipt: z.strictObject({ id, number: z.string() }).nullable(),
  paidFen: z.int(),
  /** To give back of the cash that was given. */
  changeFen: z.int(),
  onAccountFen: z.int(),
  /** Owed to the customer, kept as his deposit. */
  toDepositFen: z.int(),
})

export const settleRefusals = {
  ...orderRefusals,
  ...paymentRefusals,
  approvalNeeded,
  notOneCustomer: field,
  orderTwice: field,
  discountTooLarge: most,
  roundingTooLarge: most,
  depositTooLarge: most,
  reasonMissing: field,
  /** More than is due. */
  paidMoreThanDue: z.strictObject({ field: z.string(), dueFen: z.int(), paidFen: z.int() }),
  /** Something stays open and nobody said that it goes on account. */
  notFullyPaid: z.strictObject({ field: z.string(), leftFen: z.int() }),
} as const

const handOverProcedure = handOvers.procedures.handOver

export const settlements = contract('settlement', {
  preview: query({
    summary: 'What is due for one or several orders of a customer, line by line, before it is settled.',
    input: z.strictObject({ orderIds: z.array(id).min(1).max(20) }),
    output: z.strictObject({
      customerId: id,
      customerName: z.string(),
      bills: z.array(bill),
      /** All that this customer owes on account already. */
      owesFen: z.int(),
      discountLimitPercent: z.int(),
      mostRoundingFen: z.int(),
    }),
    refusals: { unknownOrder, notOneCustomer: field },
    access: may('seeBills'),
  }),
  settle: command({
    summary:
      'Settles orders of one customer: discount, storage fee, deposit, payments by several methods, the rest on account (rule SET-2).',
    input: settleInput,
    output: settled,
    refusals: settleRefusals,
    access: mayGive('settle'),
  }),
  payAndPickUp: command({
    summary: 'Pick-up and pay in one: settles what is due and hands the machines over, both or neither.',
    input: z.strictObject({ settlement: settleInput, pickup: handOverProcedure.input }),
    output: z.strictObject({ settlement: settled, pickup: handOverProcedure.output }),
    refusals: { ...settleRefusals, ...handOverProcedure.refusals },
    access: mayGive('settle'),
  }),
  reverse: command({
    summary:
      'Takes the settlement of an order back by a counter-entry (rule SET-7). What was paid stays as the deposit of the order.',
    input: z.strictObject({ ...onOrder, reason: lineRequired(200), approvals: approvalTokens }),
    output: z.strictObject({ order: moved, depositFen: z.int() }),
    refusals: { ...orderRefusals, approvalNeeded },
    access: mayGive('reverseSettlement'),
  }),
  ofOrder: query({
    summary: 'How an order was settled, its receipts, what is collected and what finance has confirmed.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      dueFen: z.int(),
      depositFen: z.int(),
      settled: settledHow,
      /** Of the settlements that hold. */
      chargedFen: z.int(),
      discountFen: z.int(),
      collectedFen: z.int(),
      /** Rule SET-3: what finance has confirmed of it. */
      settledAmountFen: z.int(),
      /** Still owed on account. */
      owesFen: z.int(),
      /** Rule SET-11; null for whoever may not see it. */
      grossProfitFen: z.int().nullable(),
      costFen: z.int().nullable(),
      settlements: z.array(
        z.strictObject({
          id,
          number: z.string(),
          at: instant,
          who: z.string(),
          approvedBy: z.string(),
          chargedFen: z.int(),
          storeFeeFen: z.int(),
          discountFen: z.int(),
          roundingFen: z.int(),
          depositFen: z.int(),
          paidFen: z.int(),
          onAccountFen: z.int(),
          reason: z.string(),
          reverses: z.string().nullable(),
          reversedBy: z.string().nullable(),
        }),
      ),
      receipts: z.array(receiptShown),
    }),
    refusals: { unknownOrder },
    access: may('seeBills'),
  }),
})

export const deposits = contract('deposit', {
  take: command({
    summary:
      'Takes money before the work is settled (预付款); it is used up or given back when the order is settled.',
    input: z.strictObject({ id, payments: paymentsInput.min(1), note: prose(200).default('') }),
    output: z.strictObject({
      receipt: z.strictObject({ id, number: z.string() }),
      changeFen: z.int(),
      depositFen: z.int(),
    }),
    refusals: { unknownOrder, depositOver: field, ...paymentRefusals },
    access: may('takeMoney'),
  }),
  refund: command({
    summary: 'Gives back money of the customer that lies on an order and is not used up (rule SET-6).',
    input: z.strictObject({
      id,
      payments: paymentsInput.min(1),
      reason: lineRequired(200),
      approvals: approvalTokens,
    }),
    output: z.strictObject({ receipt: z.strictObject({ id, number: z.string() }), depositFen: z.int() }),
    refusals: { unknownOrder, depositTooLarge: most, approvalNeeded, notEnoughInDrawer, ...paymentRefusals },
    access: may('takeMoney'),
  }),
})
