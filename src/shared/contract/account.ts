// The shop's accounts (账户汇总) and what it earns (rules SET-3, SET-11), out of the entries of the books.
import { z } from 'zod'
import { ACCOUNT_CODES } from '#shared/domain/money/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { contract, query } from './define.ts'
import { cursor, day, pageSize } from './fields.ts'
import { method } from './money-fields.ts'
import { periodWrong } from './receivable.ts'

const PERIOD = { from: day, to: day } as const

export const PROFIT_BY = ['order', 'technician', 'model', 'day'] as const

const profitFields = {
  incomeFen: z.int(),
  /** Discounts and small change. */
  discountFen: z.int(),
  /** Parts, vendors, commission. */
  costFen: z.int(),
  profitFen: z.int(),
} as const
const profitLine = z.strictObject({
  /** The order, the person, the day; of a model its words. '' where the money belongs to none. */
  key: z.string(),
  label: z.string(),
  orders: z.int(),
  ...profitFields,
})
export type ProfitLine = z.infer<typeof profitLine>

export const accounts = contract('account', {
  summary: query({
    summary: 'Every account over a period: what was in it, came in, went out, is in it (账户汇总).',
    input: z.strictObject(PERIOD),
    output: z.strictObject({
      accounts: z.array(
        z.strictObject({
          account: z.enum(ACCOUNT_CODES),
          kind: z.enum(['asset', 'liability', 'income', 'expense']),
          openingFen: z.int(),
          inFen: z.int(),
          outFen: z.int(),
          closingFen: z.int(),
        }),
      ),
      /** At the end of the period: collected, not confirmed. */
      waiting: z.array(z.strictObject({ method, amountFen: z.int() })),
    }),
    refusals: { periodWrong },
    access: may('seeMoney'),
  }),
  today: query({
    summary: 'The money of one day: by method, receipts, what was given back, discounts.',
    input: z.strictObject({ day: day.optional() }),
    output: z.strictObject({
      day,
      methods: z.array(z.strictObject({ method, inFen: z.int(), outFen: z.int(), count: z.int() })),
      receipts: z.int(),
      receivedFen: z.int(),
      refunds: z.int(),
      refundedFen: z.int(),
      /** Discounts and small change of the day. */
      discountFen: z.int(),
      /** What customers owe more (or less) than before the day. */
      owedFen: z.int(),
    }),
    access: may('seeMoney'),
  }),
  profit: query({
    summary: 'Gross profit by order, technician, model or day (rule SET-11).',
    input: z.strictObject({
      ...PERIOD,
      by: z.enum(PROFIT_BY).default('day'),
      after: cursor.optional(),
      limit: pageSize.default(100),
    }),
    output: z.strictObject({
      lines: z.array(profitLine),
      total: z.strictObject(profitFields),
      next: cursor.nullable(),
    }),
    refusals: { periodWrong },
    access: may('seeProfit'),
  }),
})
