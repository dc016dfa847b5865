// Parts that are not in stock: asked for, late, arrived or not to be had; the orders that wait for them (rules PRT-7,
// CLK-4).
import type { z } from 'zod'
import type { orderParts } from '#shared/contract/order-parts.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { readPart } from '#core/catalogue/index.ts'
import { readPartner } from '#core/directory/index.ts'
import { act } from '#core/lifecycle/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { openRequestsFor, readLine, readRequest, requestsOfOrder } from './repository.ts'
import type { RequestRow } from './repository.ts'

type Procedures = typeof orderParts.procedures
type Request = z.output<Procedures['request']['input']>
type Late = z.output<Procedures['requestLate']['input']>
type End = z.output<Procedures['endRequest']['input']>

const DAY_MS = 86_400_000

/**
 * The words for the customer's next appointment: request number, part code and day, written for the clerk (CLK-4).
 * They stand in the log as they are, in the shop's language.
 */
export const lateText = (
  ctx: Pick<QueryContext, 'shop'>,
  { number, code, name, expected_at }: Pick<RequestRow, 'number' | 'code' | 'name' | 'expected_at'>,
): string => {
  const day = expected_at === null ? '' : businessDate(expected_at, ctx.shop?.timeZone ?? 'UTC')
  return ctx.shop?.language === 'en'
    ? `Waiting for ${code} ${name}, request ${number}${day === '' ? '' : `, expected ${day}`}`
    : `等配件 ${code} ${name}，申领单 ${number}${day === '' ? '' : `，预计 ${day} 到货`}`
}

export const request = (
  ctx: CommandContext,
  input: Request,
): { requestId: string; number: string } | Refused => {
  const line = input.orderPartId === undefined ? undefined : readLine(ctx.db, input.orderPartId)
  if (input.orderPartId !== undefined && !line) return refuse('unknownOrderPart', { field: 'orderPartId' })
  if (line && line.bought_in === 1) return refuse('boughtInNeedsNoRequest', { field: 'orderPartId' })
  const part = readPart(ctx.db, line?.part_id ?? input.partId ?? '')
  if (!part) return refuse('unknownPart', { field: 'partId' })
  if (input.partnerId !== undefined && !readPartner(ctx.db, input.partnerId))
    return refuse('unknownPartner', { field: 'partnerId' })
  if (input.expectedAt < ctx.now - DAY_MS) return refuse('promiseInPast', { field: 'expectedAt' })
  const requestId = ctx.newId()
  const number = nextNumber(ctx)
  ctx.insert(
    'partRequest',
    requestId,
    {
      number,
      orderId: line?.order_id ?? null,
      orderPartId: line?.id ?? null,
      partId: part.id,
      quantity: input.quantity,
      source: input.source,
      partnerId: input.partnerId ?? null,
      expectedAt: input.expectedAt,
      state: 'open',
      reason: input.remark,
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    'partRequest.made',
  )
  ctx.audit({ action: 'partRequest.made', object: 'partRequest', objectId: requestId, details: { number } })
  ctx.changed('orderParts', ...(line ? [`orderParts:${line.order_id}`] : []))
  if (!line) return { requestId, number }
  const waits = ctx.also('service.requestParts', {
    id: line.order_id,
    requestNo: number,
    partCode: part.code,
    expectedDate: input.expectedAt,
    remark: input.remark,
  })
  return isRefused(waits) ? waits : { requestId, number }
}

const openRequest = (ctx: CommandContext, id: string): RequestRow | Refused => {
  const row = readRequest(ctx.db, id)
  if (!row) return refuse('unknownRequest', { field: 'requestId' })
  return row.state === 'open' ? row : refuse('requestOver', { field: 'requestId' })
}

export const requestLate = (ctx: CommandContext, input: Late): { text: string } | Refused => {
  const row = openRequest(ctx, input.requestId)
  if (isRefused(row)) return row
  if (input.expectedAt < ctx.now - DAY_MS) return refuse('promiseInPast', { field: 'expectedAt' })
  ctx.update('partRequest', row.id, { expectedAt: input.expectedAt }, 'partRequest.late')
  ctx.audit({ action: 'partRequest.late', object: 'partRequest', objectId: row.id, details: {} })
  ctx.changed('orderParts', ...(row.order_id === null ? [] : [`orderParts:${row.order_id}`]))
  const text = lateText(ctx, { ...row, expected_at: input.expectedAt })
  const order = row.order_id === null ? undefined : readOrderRow(ctx.db, row.order_id)
  if (order?.state !== 'awaitingParts') return { text }
  ctx.update('workOrder', order.id, { backBy: input.expectedAt }, 'order.partsLate')
  const told = ctx.also('service.partsLate', {
    id: order.id,
    requestNo: row.number,
    partCode: row.code,
    promiseType: 'parts',
    promiseReason: text,
    ...(input.appointmentAt === undefined ? {} : { appointmentAt: input.appointmentAt }),
    nextContactBy: input.nextContactBy ?? (order.service === 'dropOff' ? input.expectedAt : undefined),
  })
  return isRefused(told) ? told : { text }
}

/** Orders that wait for nothing any more go on with their work; what keeps one back never keeps parts from coming in. */
const raise = (ctx: CommandContext, orderId: string, partsResult: 'arrived' | 'unavailable'): string[] => {
  const order = readOrderRow(ctx.db, orderId)
  if (order?.state !== 'awaitingParts') return []
  if (requestsOfOrder(ctx.db, orderId).some(({ state }) => state === 'open')) return []
  const acted = act(ctx, orderId, {
    command: 'partsReady',
    fields: { partsResult },
    changes: { partsResult: [null, partsResult] },
    // Whoever puts the parts on the shelf speaks for the warehouse.
    by: ['warehouse'],
  })
  return isRefused(acted) ? [] : [orderId]
}

const end = (ctx: CommandContext, row: RequestRow, state: End['end'], reason: string): string[] => {
  ctx.update('partRequest', row.id, { state, ...(reason === '' ? {} : { reason }) }, `partRequest.${state}`)
  ctx.audit({ action: `partRequest.${state}`, object: 'partRequest', objectId: row.id, details: {} })
  ctx.changed('orderParts', ...(row.order_id === null ? [] : [`orderParts:${row.order_id}`]))
  if (row.order_id === null) return []
  return raise(ctx, row.order_id, state === 'arrived' ? 'arrived' : 'unavailable')
}

export const endRequest = (ctx: CommandContext, input: End): { raised: string[] } | Refused => {
  const row = openRequest(ctx, input.requestId)
  if (isRefused(row)) return row
  if (input.end !== 'arrived' && input.reason === '') return refuse('reasonNeeded', { field: 'reason' })
  return { raised: end(ctx, row, input.end, input.reason) }
}

/**
 * Parts came in: the oldest requests that are covered have arrived, and the orders that waited go on (PRT-7). What a
 * receipt brings is `quantity`; requests for more stay open. Answers the orders that go on.
 */
export const arrived = (
  ctx: CommandContext,
  input: z.output<Procedures['arrived']['input']>,
): { raised: string[] } => {
  const raised: string[] = []
  for (const { partId, quantity } of input.parts) {
    let left = quantity
    for (const row of openRequestsFor(ctx.db, partId)) {
      if (row.quantity > left) break
      left -= row.quantity
      raised.push(...end(ctx, row, 'arrived', ''))
    }
  }
  return { raised }
}
