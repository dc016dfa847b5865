// What the window shows of an order's quote, of past prices and past quotes (rules QUO-2, QUO-3, QUO-5).
import type { QuoteLineView, QuoteVersion } from '#shared/contract/quote.ts'
import type { Value } from '#shared/contract/index.ts'
import {
  differenceOf,
  lineAmount,
  linesOfChoice,
  profitOf,
  stateOn,
  totalsOf,
} from '#shared/domain/quote/index.ts'
import { RIGHTS } from '#shared/domain/staff/rights.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { chargedToCustomer, commissionsOf, linesOf } from '#core/service/index.ts'
import {
  linesOfVersion,
  pastPricesOfPart,
  pastPricesOfWork,
  quotesOfCustomer,
  versionsOf,
} from './repository.ts'
import type { KeptLine, QuoteRow } from './repository.ts'
import { quoteFacts, today } from './standing.ts'
import { proposedValidUntil } from './write.ts'

const PAST_SHOWN = 10

const seesProfit = ({ actor }: Pick<QueryContext, 'actor'>): boolean =>
  actor.roles.some((role) => (RIGHTS.seeProfit as readonly Role[]).includes(role))

const lineView = (line: KeptLine): QuoteLineView => ({
  alternative: line.alternative,
  kind: line.kind,
  text: line.text,
  partId: line.partId,
  serviceItemId: line.serviceItemId,
  quantity: line.quantity,
  priceFen: line.priceFen,
  amountFen: lineAmount(line),
  waived: line.waived,
  payer: line.payer,
  warrantyDays: line.warrantyDays,
})

const versionView = (ctx: QueryContext, row: QuoteRow, day: string): QuoteVersion => {
  const lines = linesOfVersion(ctx.db, row)
  return {
    id: row.id,
    version: row.version,
    state: stateOn({ state: row.state, validUntil: row.valid_until }, day),
    validUntil: row.valid_until,
    remark: row.remark,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
    sentAt: row.sent_at,
    chosen: row.chosen,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    channel: row.channel,
    words: row.words,
    answeredBy: row.answered_by_name,
    lines: lines.map(lineView),
    totals: totalsOf(lines).map((total) => ({
      ...total,
      profitFen: seesProfit(ctx) ? profitOf(linesOfChoice(lines, total.alternative)) : null,
    })),
  }
}

export const ofOrder = (ctx: QueryContext, { id }: { id: string }): Value<'quote.ofOrder'> | Refused => {
  const row = readOrderRow(ctx.db, id)
  if (!row) return refuse('unknownOrder', { field: 'id' })
  const day = today(ctx.db, ctx.now)
  const versions = versionsOf(ctx.db, id)
  const views = versions.map((version) => versionView(ctx, version, day))
  const { agreedFen, overLimit } = quoteFacts(ctx.db, row, ctx.now)
  const accepted = versions.find(({ state }) => state === 'accepted')
  const earned = commissionsOf(ctx.db, id)
  const seesAll = seesProfit(ctx)
  return {
    versions: views,
    charges: linesOf(ctx.db, id).map((line) => ({
      id: line.id,
      kind: line.kind,
      text: line.text,
      quantity: line.quantity,
      priceFen: line.price_fen,
      amountFen: line.amount_fen,
      waived: line.waived === 1,
      payer: line.payer,
      warrantyDays: line.warranty_days,
      quoteVersion: line.quote_line_id === null ? null : (accepted?.version ?? null),
      technicians: earned
        .filter(({ line_id }) => line_id === line.id)
        .map(({ staff_id, name, share, amount_fen }) => ({
          name,
          share,
          amountFen: seesAll || staff_id === ctx.actor.staffId ? amount_fen : null,
        })),
    })),
    chargedFen: chargedToCustomer(ctx.db, id),
    limitFen: row.limit_fen,
    agreedFen,
    overLimit,
    proposedValidUntil: proposedValidUntil(ctx),
  }
}

export const difference = (
  ctx: QueryContext,
  { id, from, to }: { id: string; from: number; to: number },
): Value<'quote.difference'> | Refused => {
  if (!readOrderRow(ctx.db, id)) return refuse('unknownOrder', { field: 'id' })
  const versions = versionsOf(ctx.db, id)
  const [before, after] = [from, to].map((wanted) => versions.find(({ version }) => version === wanted))
  if (!before) return refuse('unknownVersion', { field: 'from' })
  if (!after) return refuse('unknownVersion', { field: 'to' })
  const { lines, totals } = differenceOf(linesOfVersion(ctx.db, before), linesOfVersion(ctx.db, after))
  return {
    lines: lines.map((one) => ({
      change: one.change,
      before: one.change === 'added' ? null : lineView(one.change === 'removed' ? one.line : one.before),
      after: one.change === 'removed' ? null : lineView(one.line),
      fields: one.change === 'changed' ? [...one.fields] : [],
    })),
    before: [...totals.before],
    after: [...totals.after],
  }
}

export const pastPrices = (
  ctx: QueryContext,
  { partId, serviceItemId }: { partId?: string | undefined; serviceItemId?: string | undefined },
): Value<'quote.pastPrices'> => {
  const day = today(ctx.db, ctx.now)
  const rows = [
    ...(partId === undefined ? [] : pastPricesOfPart(ctx.db, partId, PAST_SHOWN)),
    ...(serviceItemId === undefined ? [] : pastPricesOfWork(ctx.db, serviceItemId, PAST_SHOWN)),
  ]
  return {
    prices: rows.map((row) => ({
      orderId: row.order_id,
      number: row.number,
      customer: row.customer,
      sentAt: row.sent_at,
      state: stateOn({ state: row.state, validUntil: row.valid_until }, day),
      quantity: row.quantity,
      priceFen: row.price_fen,
    })),
  }
}

export const ofCustomer = (
  ctx: QueryContext,
  { customerId, exceptOrder }: { customerId: string; exceptOrder?: string | undefined },
): Value<'quote.ofCustomer'> => {
  const day = today(ctx.db, ctx.now)
  return {
    quotes: quotesOfCustomer(ctx.db, customerId, exceptOrder ?? '', PAST_SHOWN).map((row) => {
      const lines = linesOfVersion(ctx.db, { id: row.id, draft_lines: null })
      return {
        orderId: row.order_id,
        number: row.number,
        device: [row.brand, row.model || row.category].filter(Boolean).join(' '),
        version: row.version,
        state: stateOn({ state: row.state, validUntil: row.valid_until }, day),
        sentAt: row.sent_at,
        // Once accepted only what was chosen counts.
        totals:
          row.chosen === null
            ? totalsOf(lines)
            : totalsOf(lines).filter(({ alternative }) => alternative === row.chosen),
      }
    }),
  }
}
