// What customers owe (rules SET-5, SET-10): who and since when, taking it, agreeing a day, statements, giving it up.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { approvalNeeded, approvalTokens } from './approvals.ts'
import { command, contract, query } from './define.ts'
import { cursor, day, id, instant, line, lineRequired, pageSize } from './fields.ts'
import { paymentRefusals, paymentsInput, positiveFen, receiptShown } from './money-fields.ts'
import { unknownOrder } from './order-command.ts'

const field = z.strictObject({ field: z.string() })
const owed = z.strictObject({ field: z.string(), owesFen: z.int(), paidFen: z.int() })

/** Fen by how old they are. */
const ageing = z.strictObject({ upTo30: z.int(), upTo60: z.int(), upTo90: z.int(), over90: z.int() })

const debtor = z.strictObject({
  customerId: id,
  customerName: z.string(),
  company: z.string(),
  owesFen: z.int(),
  orders: z.int(),
  /** The oldest that is open. */
  since: day,
  days: z.int(),
  ageing,
  /** The earliest day that is agreed, and the newest words about it. */
  followUpOn: day.nullable(),
  words: z.string(),
  /** Today or before. */
  isDue: z.boolean(),
})
export type Debtor = z.infer<typeof debtor>

const followUpShown = z.strictObject({
  id,
  orderId: id.nullable(),
  number: z.string(),
  followUpOn: day.nullable(),
  words: z.string(),
  at: instant,
  who: z.string(),
})

const owes = z.strictObject({
  /** Null where it belongs to no order. */
  orderId: id.nullable(),
  number: z.string(),
  device: z.string(),
  /** Still open. */
  owesFen: z.int(),
  since: day,
  days: z.int(),
  followUpOn: day.nullable(),
  words: z.string(),
})

const PERIOD = { from: day, to: day } as const
/** The first day is after the last, or there are more days than one report takes. */
export const periodWrong = z.strictObject({ field: z.string() })

export const receivables = contract('receivable', {
  list: query({
    summary: 'Customers who owe money, those whose agreed day is nearest or past first (rule SET-5).',
    input: z.strictObject({
      /** `today`: the agreed day is today or past. */
      due: z.enum(['all', 'today']).default('all'),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({
      customers: z.array(debtor),
      /** Of all, whatever the page and `due` say. */
      totals: z.strictObject({ owesFen: z.int(), customers: z.int(), dueCustomers: z.int() }),
      next: cursor.nullable(),
    }),
    access: may('seeBills'),
  }),
  ofCustomer: query({
    summary:
      'What one customer owes order by order, what was agreed, his latest receipts, what lies here of him.',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({
      customerId: id,
      customerName: z.string(),
      accountDays: z.int().nullable(),
      creditLimitFen: z.int().nullable(),
      owesFen: z.int(),
      items: z.array(owes),
      deposits: z.array(z.strictObject({ orderId: id, number: z.string(), depositFen: z.int() })),
      followUps: z.array(followUpShown),
      receipts: z.array(receiptShown),
    }),
    refusals: { unknownCustomer: field },
    access: may('seeBills'),
  }),
  collect: command({
    summary:
      'Takes what a customer owes for one or several orders with one receipt (rule SET-5): chosen amounts, else the oldest first.',
    input: z.strictObject({
      customerId: id,
      payments: paymentsInput.min(1),
      /** How much of which order; together what is paid. Without it the oldest debts are paid first. */
      orders: z
        .array(z.strictObject({ id, amountFen: positiveFen }))
        .min(1)
        .max(100)
        .optional(),
      note: line(200).default(''),
    }),
    output: z.strictObject({
      receipt: z.strictObject({ id, number: z.string() }),
      changeFen: z.int(),
      /** What each order was paid. */
      paid: z.array(z.strictObject({ orderId: id.nullable(), amountFen: z.int() })),
      /** Still owed by the customer. */
      owesFen: z.int(),
    }),
    refusals: {
      unknownCustomer: field,
      nothingOwed: field,
      paidMoreThanOwed: owed,
      orderTwice: field,
      /** What was chosen is not what is paid. */
      chosenNotPaid: z.strictObject({ field: z.string(), chosenFen: z.int(), paidFen: z.int() }),
      ...paymentRefusals,
    },
    access: may('takeMoney'),
  }),
  followUp: command({
    summary: 'Writes down when a customer wants to pay, or takes the day away (rule SET-5).',
    input: z.strictObject({
      customerId: id,
      /** Of one order; without it of all. */
      orderId: id.optional(),
      followUpOn: day.nullable(),
      words: line(200).default(''),
    }),
    output: z.strictObject({ id }),
    refusals: {
      unknownCustomer: field,
      nothingOwed: field,
      dayPast: z.strictObject({ field: z.string(), today: day }),
    },
    access: may('followDebt'),
  }),
  ageing: query({
    summary: 'How old what is owed is, per account and per customer, the largest first.',
    input: z.strictObject({
      account: z
        .enum(['receivableCustomer', 'receivableMaker', 'receivableContract'])
        .default('receivableCustomer'),
      limit: pageSize.default(100),
    }),
    output: z.strictObject({
      day,
      total: z.strictObject({ owesFen: z.int(), customers: z.int(), ageing }),
      customers: z.array(
        z.strictObject({
          customerId: id,
          customerName: z.string(),
          company: z.string(),
          owesFen: z.int(),
          ageing,
        }),
      ),
    }),
    access: may('seeMoney'),
  }),
  statement: query({
    summary:
      'What a customer owed before a period, was charged and paid in it, and owes after it (rule SET-10).',
    input: z.strictObject({ customerId: id, ...PERIOD }),
    output: z.strictObject({
      customerId: id,
      customerName: z.string(),
      from: day,
      to: day,
      openingFen: z.int(),
      chargedFen: z.int(),
      /** Discounts, small change, what was given up. */
      reducedFen: z.int(),
      paidFen: z.int(),
      closingFen: z.int(),
      lines: z.array(
        z.strictObject({
          entryId: id,
          day,
          at: instant,
          kind: z.string(),
          /** Of the order, '' of none or several. */
          number: z.string(),
          receiptNumber: z.string(),
          chargedFen: z.int(),
          reducedFen: z.int(),
          paidFen: z.int(),
          balanceFen: z.int(),
        }),
      ),
    }),
    refusals: { unknownCustomer: field, periodWrong },
    access: may('seeMoney'),
  }),
  writeOff: command({
    summary: 'Gives up what a customer owes for an order (坏账); a second person approves it.',
    input: z.strictObject({
      /** The order. */
      id,
      amountFen: positiveFen,
      reason: lineRequired(200),
      approvals: approvalTokens,
    }),
    output: z.strictObject({ owesFen: z.int() }),
    refusals: {
      unknownOrder,
      moreThanDebt: z.strictObject({ field: z.string(), owesFen: z.int() }),
      approvalNeeded,
    },
    access: may('writeOff'),
  }),
})
