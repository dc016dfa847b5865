// What is shown of parts on an order. Costs only to who may see them.
import type { FaultTag, OrderPart, PartRequest } from '#shared/contract/order-parts.ts'
import { headquartersFee, inHand, netIssued } from '#shared/domain/parts/index.ts'
import type { Charging } from '#shared/domain/parts/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readPart } from '#core/catalogue/index.ts'
import { linesOf } from '#core/service/index.ts'
import { chargingOf } from './charge.ts'
import { serialsInHand } from './on-the-order.ts'
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
    ...(charging.parts.get(row.id) ?? { quoted: 0, charged: 0 }),
    serialsInHand: serialsInHand(ctx, row),
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
    waiver: rows.waiverOf(ctx.db, orderId) ?? null,
    headquartersFeeFen: feeOf(ctx, lines),
    quotedUnused: charged.flatMap(({ id, text }) => {
      const quantity = charging.quoted.get(id)?.unused ?? 0
      return quantity > 0 ? [{ text, quantity }] : []
    }),
  }
}
