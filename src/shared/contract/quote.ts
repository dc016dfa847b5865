// Quotes of an order: a draft, versions that never change once sent, and the customer's answer (rules QUO, INT-4).
import { z } from 'zod'
import { ALTERNATIVES, ANSWER_CHANNELS, QUOTE_STATES } from '#shared/domain/quote/index.ts'
import { LINE_KINDS, PAYERS } from '#shared/domain/service/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { day, fen, id, instant, line, lineRequired, prose, proseRequired } from './fields.ts'
import { changedMeanwhile, onOrder, orderCommand, unknownOrder } from './order-command.ts'

const alternative = z.enum(['', ...ALTERNATIVES])
/** Thousandths of a unit; at most a hundred thousand units. */
export const quantity = z.int().min(1).max(100_000_000)
const version = z.int().min(1).max(9999)

export const quoteLineInput = z.strictObject({
  /** '' belongs to every alternative (rule QUO-1). */
  alternative: alternative.default(''),
  kind: z.enum(LINE_KINDS),
  text: lineRequired(120),
  partId: id.nullable().default(null),
  serviceItemId: id.nullable().default(null),
  quantity: quantity.default(1000),
  priceFen: fen,
  /** Shown with its price, owed by nobody: a diagnostic fee that is let off (rule QUO-4). */
  waived: z.boolean().default(false),
  /** Left out: as the order's charge says (rule SRV-2). */
  payer: z.enum(PAYERS).optional(),
  /** Left out: the item's own term, else the shop's for this kind (rule SRV-4). */
  warrantyDays: z.int().min(0).max(3650).optional(),
})

export const quoteLine = z.strictObject({
  alternative,
  kind: z.enum(LINE_KINDS),
  text: z.string(),
  partId: id.nullable(),
  serviceItemId: id.nullable(),
  quantity: z.int(),
  priceFen: z.int(),
  amountFen: z.int(),
  waived: z.boolean(),
  payer: z.enum(PAYERS),
  warrantyDays: z.int(),
})
export type QuoteLineView = z.infer<typeof quoteLine>

const totals = z.strictObject({ alternative, customerFen: z.int(), othersFen: z.int() })

export const quoteVersion = z.strictObject({
  id,
  version: z.int(),
  /** A sent version past its last day reads expired. */
  state: z.enum(QUOTE_STATES),
  validUntil: z.string().nullable(),
  remark: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  sentAt: instant.nullable(),
  chosen: alternative.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  channel: z.enum(ANSWER_CHANNELS).nullable(),
  words: z.string().nullable(),
  answeredBy: z.string().nullable(),
  lines: z.array(quoteLine),
  totals: z.array(
    /** Estimated profit; null for whoever may not see it (rule QUO-3). */
    z.strictObject({ ...totals.shape, profitFen: z.int().nullable() }),
  ),
})
export type QuoteVersion = z.infer<typeof quoteVersion>

export const chargeView = z.strictObject({
  id,
  kind: z.enum(LINE_KINDS),
  text: z.string(),
  quantity: z.int().nullable(),
  priceFen: z.int().nullable(),
  amountFen: z.int().nullable(),
  waived: z.boolean(),
  payer: z.enum(PAYERS),
  warrantyDays: z.int(),
  /** The version of the quote that it stands on; null for what came otherwise. */
  quoteVersion: z.int().nullable(),
  technicians: z.array(z.strictObject({ name: z.string(), share: z.int(), amountFen: z.int().nullable() })),
})

const field = z.strictObject({ field: z.string() })
const lineRefusals = {
  unknownItem: field,
  itemDoesNotFit: field,
  quantityTooFine: z.strictObject({ field: z.string(), decimals: z.int() }),
  amountTooLarge: field,
} as const
const unknownVersion = field
const written = z.strictObject({ quoteId: id, version: z.int() })

const answer = {
  /** The version that was on the screen: the customer answers that one. */
  version,
  confirmedBy: lineRequired(60),
  /** When he said so; now unless given. */
  confirmedAt: instant.optional(),
  channel: z.enum(ANSWER_CHANNELS),
  words: proseRequired(500),
}
const answerRefusals = {
  notTheOpenVersion: z.strictObject({ field: z.string(), version: z.int().nullable() }),
  timeInFuture: field,
} as const

const item = z.strictObject({
  kind: z.enum(['part', 'labour']),
  id,
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  decimals: z.int(),
  /** For the customer of the order: his price group's price. */
  priceFen: z.int(),
  warrantyDays: z.int().nullable(),
  /** Thousandths in sellable bins; null for work. */
  inStock: z.int().nullable(),
})
export type QuoteItem = z.infer<typeof item>

export const quotes = contract('quote', {
  ofOrder: query({
    summary:
      'All versions of an order’s quote with their lines, what it is charged for now, and how far the shop may go without asking (rules QUO-1, QUO-2, QUO-5).',
    input: z.strictObject({ id }),
    output: z.strictObject({
      /** Newest first; a draft is the first. */
      versions: z.array(quoteVersion),
      charges: z.array(chargeView),
      /** What the customer owes for the lines as they stand. */
      chargedFen: z.int(),
      limitFen: z.int().nullable(),
      /** Accepted, else the limit of the intake; null: nothing was agreed. */
      agreedFen: z.int().nullable(),
      overLimit: z.boolean(),
      /** The day that a new draft is proposed to hold until. */
      proposedValidUntil: z.string(),
    }),
    refusals: { unknownOrder },
  }),
  difference: query({
    summary: 'What one version has that another has not: lines and totals (rule QUO-2).',
    input: z.strictObject({ id, from: version, to: version }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          change: z.enum(['added', 'removed', 'changed']),
          before: quoteLine.nullable(),
          after: quoteLine.nullable(),
          fields: z.array(z.string()),
        }),
      ),
      before: z.array(totals),
      after: z.array(totals),
    }),
    refusals: { unknownOrder, unknownVersion },
  }),
  items: query({
    summary: 'Parts and work that a few letters, a code or a barcode call up, with this customer’s price.',
    input: z.strictObject({ id, text: line(60) }),
    output: z.strictObject({ items: z.array(item) }),
    refusals: { unknownOrder },
  }),
  pastPrices: query({
    summary: 'At what price this shop quoted the same part or work, newest first (rule QUO-3).',
    input: z.strictObject({ partId: id.optional(), serviceItemId: id.optional() }),
    output: z.strictObject({
      prices: z.array(
        z.strictObject({
          orderId: id,
          number: z.string(),
          customer: z.string(),
          sentAt: instant,
          state: z.enum(QUOTE_STATES),
          quantity: z.int(),
          priceFen: z.int(),
        }),
      ),
    }),
  }),
  ofCustomer: query({
    summary: 'What this customer was quoted before, newest first (rule QUO-3).',
    input: z.strictObject({ customerId: id, exceptOrder: id.optional() }),
    output: z.strictObject({
      quotes: z.array(
        z.strictObject({
          orderId: id,
          number: z.string(),
          device: z.string(),
          version: z.int(),
          state: z.enum(QUOTE_STATES),
          sentAt: instant,
          totals: z.array(totals),
        }),
      ),
    }),
  }),
  draft: command({
    summary:
      'Writes the draft of an order’s quote: all lines at once, in place of those before (rule QUO-1).',
    input: z.strictObject({
      ...onOrder,
      validUntil: day.nullable().default(null),
      remark: prose(500).default(''),
      lines: z.array(quoteLineInput).max(100),
    }),
    output: written,
    refusals: { unknownOrder, changedMeanwhile, orderIsOver: field, ...lineRefusals },
    access: may('writeQuote'),
  }),
  copyVersion: command({
    summary: 'Starts a new draft from a version; it takes the place of the draft (rule QUO-2).',
    input: z.strictObject({ ...onOrder, version }),
    output: written,
    refusals: { unknownOrder, changedMeanwhile, unknownVersion, orderIsOver: field, ...lineRefusals },
    access: may('writeQuote'),
  }),
  send: orderCommand(['sendQuote'], {
    summary: 'Puts the draft to the customer: from here on it never changes (rule QUO-2).',
    fields: {},
    refusals: {
      noDraft: field,
      quoteEmpty: field,
      oneAlternative: z.strictObject({ field: z.string(), alternative: z.string() }),
      validUntilPast: field,
    },
  }),
  accept: orderCommand(['acceptQuote'], {
    summary:
      'The customer accepts: who, when, by which channel, in which words. The lines become the order’s (rules QUO-4, QUO-5).',
    fields: { ...answer, chosen: alternative.default('') },
    refusals: {
      ...answerRefusals,
      alternativeNeeded: z.strictObject({ field: z.string(), alternatives: z.array(z.string()) }),
    },
  }),
  reject: orderCommand(['rejectQuote'], {
    summary:
      'The customer does not want it; next a new version, hand back unrepaired, or cancel (rule QUO-4).',
    fields: answer,
    refusals: answerRefusals,
  }),
  void: command({
    summary: 'Takes a draft or a version back that the customer has not answered (rule QUO-2).',
    input: z.strictObject({ ...onOrder, version, reason: lineRequired(300) }),
    output: written,
    refusals: {
      unknownOrder,
      changedMeanwhile,
      unknownVersion,
      alreadyAnswered: z.strictObject({ field: z.string(), state: z.enum(QUOTE_STATES) }),
    },
    access: may('writeQuote'),
  }),
})
