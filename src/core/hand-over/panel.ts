// Everything for a pick-up from one scan: the machines of the visit, their things, and what stands in the way.
import type { z } from 'zod'
import type { handOvers, PickupOrder } from '#shared/contract/hand-over.ts'
import { decide } from '#shared/domain/work-order/decide.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Answer, QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { orderOf, readFacts } from '#core/lifecycle/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { labelOf, ordersOfVisit, photosOf, readOrderRow } from '#core/orders/index.ts'
import { phoneAsSeen, seesPhonesOfOrder } from '#core/own-jobs/index.ts'
import { moneyFacts } from '#core/settlement/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { readVisitRow } from '#core/visits/index.ts'
import { reachVisit } from './reach.ts'
import { deviceText, thingsOf } from './things.ts'

type Input = z.output<typeof handOvers.procedures.panel.input>
type Output = z.output<typeof handOvers.procedures.panel.output>

export const panel = (ctx: QueryContext, input: Input): Answer<Output> => {
  const visitId = visitOf(ctx, input)
  if (isRefused(visitId)) return visitId
  const visit = readVisitRow(ctx.db, visitId)
  if (!visit) return refuse('unknownVisit', { field: 'visitId' })
  const customer = readCustomer(ctx.db, visit.customer_id)
  if (!customer) throw new Error(`visit ${visit.id} lacks its customer`)
  const orders = ordersOfVisit(ctx.db, visit.id)
  return {
    visitId: visit.id,
    visitNumber: visit.number,
    slipCode: visit.short_code,
    customerId: customer.id,
    customerName: customer.name,
    phone: phoneAsSeen(
      orders.some(({ id }) => seesPhonesOfOrder(ctx, id)),
      customer.phones[0]?.display ?? '',
    ),
    broughtBy: visit.brought_by,
    orders: orders.map((row) => pickupOrder(ctx, row)),
  }
}

const visitOf = (ctx: QueryContext, input: Input): string | Refused => {
  if (input.visitId !== undefined) return input.visitId
  if (input.orderId !== undefined)
    return readOrderRow(ctx.db, input.orderId)?.visit_id ?? refuse('unknownOrder', { field: 'orderId' })
  const reached = reachVisit(ctx, input.code ?? '', 'code')
  return isRefused(reached) ? reached : reached.visitId
}

const pickupOrder = (ctx: QueryContext, row: OrderRow): PickupOrder => ({
  id: row.id,
  number: row.number,
  ver: row.ver,
  position: row.position,
  state: row.state,
  label: labelOf(row, ctx.now, readSettings(ctx.db).pickupTermDays),
  device: deviceText(ctx.db, row),
  serial: readDevice(ctx.db, row.device_id)?.serial ?? '',
  reportedFault: row.reported_fault,
  photo: photosOf(ctx.db, row.id)[0]?.hash ?? null,
  configuration: JSON.parse(row.configuration) as PickupOrder['configuration'],
  ...thingsOf(ctx.db, row),
  dueFen: moneyFacts(ctx.db, row.id).due,
  returnBy: row.return_by,
  problem: problemOf(ctx, row),
})

/**
 * The first thing in the way, if the customer stood here with his slip and signed. What is due comes last: it is paid
 * with the hand-over itself, so `unpaid` means that nothing else is in the way.
 */
const problemOf = (ctx: QueryContext, row: OrderRow): string | null => {
  const fields = { slip: 'slip', signature: { by: 'customer' } } as const
  const command = { name: 'handOver', by: ctx.actor.roles, fields } as const
  const facts = readFacts(ctx, row)
  const refused = (settled: typeof facts.settled): string | null => {
    const decision = decide(orderOf(row), command, { ...facts, settled })
    return decision.ok ? null : decision.refusal.refusal
  }
  const first = refused(facts.settled)
  return first === 'unpaid' ? (refused('paid') ?? first) : first
}
