// What is shown of parts on an order. Costs only to who may see them.
import type { FaultTag, OrderPart, PartRequest } from '#shared/contract/order-parts.ts'
import { keptSerial } from '#shared/domain/stock/index.ts'
import { linesOfChoice } from '#shared/domain/quote/index.ts'
import { headquartersFee, inHand, netIssued } from '#shared/domain/parts/index.ts'
import type { Charging } from '#shared/domain/parts/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readPart, readParts } from '#core/catalogue/index.ts'
import { linesOfSent, standingsOf } from '#core/quotes/index.ts'
import { documentsOfOrder, partsWithSerial, sellableOf } from '#core/stock/index.ts'
import { oldSerialsOwed, serialsInHand } from './on-the-order.ts'
import { linesOf } from '#core/service/index.ts'
import { chargingOf } from './charge.ts'
import { lateText } from './requests.ts'
import * as rows from './repository.ts'

const lineSeen = (ctx: QueryContext, row: rows.LineRow, charging: Charging): OrderPart => {
  const quantities = rows.quantitiesOf(row)
  const part = row.part_id === null ? undefined : readPart(ctx.db, row.part_id)
  return {
    id: row.id,
    partId: row.part_id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    boughtIn: row.bought_in === 1,
    serialTracked: part?.serialTracked ?? false,
    oldReturnable: row.old_returnable === 1,
    ...quantities,
    inHand: inHand(quantities),
    sellable: row.part_id === null ? null : sellableOf(ctx.db, row.part_id),
    decimals: part?.decimals ?? 3,
    ...(charging.parts.get(row.id) ?? { quoted: 0, charged: 0 }),
    serialsInHand: serialsInHand(ctx, row),
    oldSerialsOwed: oldSerialsOwed(ctx, row),
    priceFen: row.price_fen,
    costFen: has('seeCost', ctx.actor.roles) ? row.cost_fen : null,
    payer: row.payer,
    warrantyDays: row.warranty_days,
    misfitReason: row.misfit_reason,
  }
}

export const tagSeen = (row: rows.TagRow): FaultTag => ({
  id: row.id,
  number: row.number,
  orderId: row.order_id,
  orderNumber: row.order_number,
  what: row.what,
  code: row.code,
  name: row.name,
  quantity: row.quantity,
  serial: row.serial,
  fault: row.fault,
  at: row.at,
  who: row.who,
  printed: row.printed_at !== null,
  sentAt: row.sent_at,
})

export const requestSeen = (ctx: QueryContext, row: rows.RequestRow): PartRequest => ({
  id: row.id,
  number: row.number,
  orderId: row.order_id,
  orderNumber: row.order_number,
  partId: row.part_id,
  code: row.code,
  name: row.name,
  unit: row.unit,
  quantity: row.quantity,
  source: row.source,
  expectedAt: row.expected_at,
  state: row.state,
  reason: row.reason,
  at: row.at,
  who: row.who,
  lateText: lateText(ctx, row),
})

/** What headquarters pays for the parts that were used in warranty, each kind of part once (PRT-11). */
const feeOf = (ctx: QueryContext, lines: readonly rows.LineRow[]): number =>
  headquartersFee(
    lines
      .filter((line) => line.payer === 'maker' && line.used > 0)
      .map((line) => {
        const part = line.part_id === null ? undefined : readPart(ctx.db, line.part_id)
        return { repairFeeFen: part?.repairFeeFen ?? null, feeApart: part?.feeApart ?? false }
      }),
  )

/** What the customer accepted and nobody planned yet: the next issue can take it over. */
const quotedBeyond = (ctx: QueryContext, orderId: string, lines: readonly rows.LineRow[]) => {
  const accepted = standingsOf(ctx.db, orderId).find(({ state }) => state === 'accepted')
  if (!accepted) return []
  const wanted = new Map<string, number>()
  for (const { partId, quantity } of linesOfChoice(linesOfSent(ctx.db, accepted.id), accepted.chosen ?? ''))
    if (partId !== null) wanted.set(partId, (wanted.get(partId) ?? 0) + quantity)
  return [...wanted].flatMap(([partId, quantity]) => {
    const part = readPart(ctx.db, partId)
    const planned = lines.reduce((sum, line) => sum + (line.part_id === partId ? line.planned : 0), 0)
    return part && quantity > planned
      ? [{ partId, code: part.code, name: part.name, quantity: quantity - planned }]
      : []
  })
}

/** Parts with this serial number in a bin or a bag. */
export const partsOfSerial = (ctx: QueryContext, serial: string) =>
  readParts(ctx.db, partsWithSerial(ctx.db, keptSerial(serial)))

export const partsOfOrder = (ctx: QueryContext, orderId: string) => {
  const lines = rows.linesOfOrder(ctx.db, orderId)
  const charged = linesOf(ctx.db, orderId)
  const charging = chargingOf(ctx.db, orderId, lines, charged)
  return {
    lines: lines
      .filter((line) => line.planned > 0 || netIssued(rows.quantitiesOf(line)) > 0 || line.issued > 0)
      .map((line) => lineSeen(ctx, line, charging)),
    tags: rows.tagsOfOrder(ctx.db, orderId).map(tagSeen),
    requests: rows.requestsOfOrder(ctx.db, orderId).map((row) => requestSeen(ctx, row)),
    documents: documentsOfOrder(ctx.db, orderId).map(({ id, number, kind, at, who, lines: count }) => ({
      ...{ id, number, at, who, lines: count },
      kind: kind === 'issue' ? ('issue' as const) : ('return' as const),
    })),
    quoted: quotedBeyond(ctx, orderId, lines),
    waiver: rows.waiverOf(ctx.db, orderId) ?? null,
    headquartersFeeFen: feeOf(ctx, lines),
    quotedUnused: charged.flatMap(({ id, text }) => {
      const quantity = charging.quoted.get(id)?.unused ?? 0
      return quantity > 0 ? [{ text, quantity }] : []
    }),
  }
}
