// Who owes what since when (rule SET-5), as people see it.
import type { z } from 'zod'
import type { receivables } from '#shared/contract/receivable.ts'
import { ageBounds } from '#shared/domain/money/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { refuse } from '#shared/kernel/result.ts'
import { daysBetween } from '#shared/kernel/time.ts'
import type { Answer, QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { openDay, openItems } from '#core/ledger/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { receiptsOfCustomer, showReceipt } from '#core/receipts/index.ts'
import type { AgeSums, FollowUpRow, Place } from './repository.ts'
import { ageTotal, ages, debtTotals, debtors, followUpsOf } from './repository.ts'

type Procedures = typeof receivables.procedures
type In<P extends keyof Procedures> = z.output<Procedures[P]['input']>
type Out<P extends keyof Procedures> = z.output<Procedures[P]['output']>

const NEVER = '9999-12-31'
const RECEIPTS_SHOWN = 50

const buckets = ({ upTo30, upTo60, upTo90, over90 }: AgeSums) => ({ upTo30, upTo60, upTo90, over90 })

const parseCursor = (cursor: string | undefined): Place => {
  const [followUpOn = '', since = '', id = ''] = (cursor ?? '').split('.')
  return { followUpOn, since, id }
}

export const list = (ctx: QueryContext, { due, after, limit }: In<'list'>): Out<'list'> => {
  const today = openDay(ctx)
  const bounds = ageBounds(today)
  const rows = debtors(ctx.db, bounds, {
    until: due === 'today' ? today : NEVER,
    after: parseCursor(after),
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    customers: shown.map((row) => ({
      customerId: row.party_id,
      customerName: row.name,
      company: row.company,
      owesFen: row.owes,
      orders: row.orders,
      since: row.since,
      days: daysBetween(row.since, today),
      ageing: buckets(row),
      followUpOn: row.follow_up_on === NEVER ? null : row.follow_up_on,
      words: wordsOf(followUpsOf(ctx.db, row.party_id), row.follow_up_on),
      isDue: row.follow_up_on <= today,
    })),
    totals: debtTotals(ctx.db, bounds, today),
    next: rows.length > limit && last ? `${last.follow_up_on}.${last.since}.${last.party_id}` : null,
  }
}

/** The words that stand beside the day, or the newest ones that hold. */
const wordsOf = (rows: readonly FollowUpRow[], day: string): string => {
  const held = rows.filter(({ holds }) => holds === 1)
  return (held.find(({ follow_up_on }) => follow_up_on === day) ?? held[0])?.words ?? ''
}

export const ofCustomer = (
  ctx: QueryContext,
  { customerId }: In<'ofCustomer'>,
): Answer<Out<'ofCustomer'>> => {
  const customer = readCustomer(ctx.db, customerId)
  if (!customer) return refuse('unknownCustomer', { field: 'customerId' })
  const today = openDay(ctx)
  const followUps = followUpsOf(ctx.db, customerId)
  const items = openItems(ctx.db, 'receivableCustomer', customerId).map((item) => {
    const agreed = followUps.find(
      ({ order_id, holds }) => holds === 1 && (order_id === null || order_id === item.order_id),
    )
    return {
      orderId: item.order_id === '' ? null : item.order_id,
      ...orderWords(ctx, item.order_id),
      owesFen: item.balance_fen,
      since: item.since,
      days: daysBetween(item.since, today),
      followUpOn: agreed?.follow_up_on ?? null,
      words: agreed?.words ?? '',
    }
  })
  return {
    customerId,
    customerName: customer.name,
    accountDays: customer.accountDays,
    creditLimitFen: customer.creditLimitFen,
    owesFen: sumFen(items.map(({ owesFen }) => owesFen)),
    items,
    deposits: openItems(ctx.db, 'deposit', customerId).map(({ order_id, balance_fen }) => ({
      orderId: order_id,
      number: orderWords(ctx, order_id).number,
      depositFen: -balance_fen,
    })),
    followUps: followUps.map((row) => ({
      id: row.id,
      orderId: row.order_id,
      number: row.number,
      followUpOn: row.follow_up_on,
      words: row.words,
      at: row.at,
      who: ctx.services.staffName(row.staff_id),
    })),
    receipts: receiptsOfCustomer(ctx.db, customerId, RECEIPTS_SHOWN).map((row) => showReceipt(ctx, row)),
  }
}

const orderWords = (ctx: QueryContext, orderId: string): { number: string; device: string } => {
  const row = readOrderRow(ctx.db, orderId)
  const device = row && readDevice(ctx.db, row.device_id)
  return {
    number: row?.number ?? '',
    device: device ? [device.brand, device.model].filter((word) => word !== '').join(' ') : '',
  }
}

export const ageing = (ctx: QueryContext, { account, limit }: In<'ageing'>): Out<'ageing'> => {
  const day = openDay(ctx)
  const bounds = ageBounds(day)
  const { owes, customers, ...sums } = ageTotal(ctx.db, bounds, account)
  return {
    day,
    total: { owesFen: owes, customers, ageing: buckets(sums) },
    customers: ages(ctx.db, bounds, account, limit).map((row) => ({
      customerId: row.party_id,
      customerName: row.name,
      company: row.company,
      owesFen: row.owes,
      ageing: buckets(row),
    })),
  }
}
