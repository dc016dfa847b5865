// The money of orders as people see it: the bill before it is settled, and how it was settled.
import type { z } from 'zod'
import type { Bill, settlements } from '#shared/contract/settlement.ts'
import { MOST_ROUNDING_FEN, storeFee } from '#shared/domain/money/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Answer, QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { openOfOrder, openOfParty } from '#core/ledger/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { collectedOfOrder, receiptsOfOrder, showReceipt } from '#core/receipts/index.ts'
import { linesOf } from '#core/service/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { chargedToAll, costSum, costsOf, depositOf, moneyFacts } from './order-money.ts'
import { settlementsInForce, settlementsOf } from './repository.ts'

type Procedures = typeof settlements.procedures
type Preview = z.output<Procedures['preview']['output']>
type OfOrder = z.output<Procedures['ofOrder']['output']>

const DAY_MS = 86_400_000

export const preview = (
  ctx: QueryContext,
  { orderIds }: z.output<Procedures['preview']['input']>,
): Answer<Preview> => {
  const rows: OrderRow[] = []
  for (const [index, id] of orderIds.entries()) {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: `orderIds.${index}` })
    if (rows[0] && rows[0].customer_id !== row.customer_id)
      return refuse('notOneCustomer', { field: `orderIds.${index}` })
    rows.push(row)
  }
  const customer = readCustomer(ctx.db, rows[0]?.customer_id ?? '')
  if (!customer) throw new Error('an order without its customer')
  return {
    customerId: customer.id,
    customerName: customer.name,
    bills: rows.map((row) => billOf(ctx, row)),
    owesFen: openOfParty(ctx.db, 'receivableCustomer', customer.id),
    discountLimitPercent: readSettings(ctx.db).discountLimitPercent,
    mostRoundingFen: MOST_ROUNDING_FEN,
  }
}

const billOf = (ctx: QueryContext, row: OrderRow): Bill => {
  const { due, settled } = moneyFacts(ctx.db, row.id)
  const { pickupTermDays, storeFeePerDayFen } = readSettings(ctx.db)
  const daysReady = row.ready_at === null ? 0 : Math.floor((ctx.now - row.ready_at) / DAY_MS)
  const device = readDevice(ctx.db, row.device_id)
  return {
    id: row.id,
    number: row.number,
    ver: row.ver,
    state: row.state,
    device: device ? [device.brand, device.model].filter((word) => word !== '').join(' ') : '',
    lines: linesOf(ctx.db, row.id).map((line) => ({
      text: line.text,
      kind: line.kind,
      payer: line.payer,
      quantity: line.quantity,
      amountFen: line.amount_fen,
      waived: line.waived === 1,
    })),
    dueFen: due,
    storeFeeFen: settled === 'no' ? storeFee(daysReady, pickupTermDays, storeFeePerDayFen) : 0,
    depositFen: depositOf(ctx.db, row.id),
    settled,
  }
}

export const ofOrder = (ctx: QueryContext, { id }: { id: string }): Answer<OfOrder> => {
  const row = readOrderRow(ctx.db, id)
  if (!row) return refuse('unknownOrder', { field: 'id' })
  const { due, settled } = moneyFacts(ctx.db, id)
  const inForce = settlementsInForce(ctx.db, id)
  const sum = (of: (row: (typeof inForce)[number]) => number): number => sumFen(inForce.map(of))
  const { collected, confirmed } = collectedOfOrder(ctx.db, id)
  const discountFen = sum((one) => one.discount_fen + one.rounding_fen)
  const storeFeeFen = sum((one) => one.store_fee_fen)
  const costFen = costSum(costsOf(ctx.db, id))
  const seesProfit = has('seeProfit', ctx.actor.roles)
  const all = settlementsOf(ctx.db, id)
  return {
    dueFen: due,
    depositFen: depositOf(ctx.db, id),
    settled,
    chargedFen: sum((one) => one.charged_fen) + storeFeeFen,
    discountFen,
    collectedFen: collected,
    settledAmountFen: confirmed,
    owesFen: openOfOrder(ctx.db, 'receivableCustomer', id),
    grossProfitFen: seesProfit ? chargedToAll(ctx.db, id) + storeFeeFen - discountFen - costFen : null,
    costFen: seesProfit ? costFen : null,
    settlements: all.map((one) => ({
      id: one.id,
      number: one.number,
      at: one.at,
      who: ctx.services.staffName(one.staff_id),
      approvedBy: one.approved_by === null ? '' : ctx.services.staffName(one.approved_by),
      chargedFen: one.charged_fen,
      storeFeeFen: one.store_fee_fen,
      discountFen: one.discount_fen,
      roundingFen: one.rounding_fen,
      depositFen: one.deposit_fen,
      paidFen: one.paid_fen,
      onAccountFen: one.on_account_fen,
      reason: one.reason,
      reverses: one.reverses,
      reversedBy: all.find(({ reverses }) => reverses === one.id)?.id ?? null,
    })),
    receipts: receiptsOfOrder(ctx.db, id).map((receipt) => showReceipt(ctx, receipt)),
  }
}
