// A repair vendor gets the machine: planned, its slip printed, handed out (rule DSP-7).
import type { z } from 'zod'
import type { dispatches } from '#shared/contract/dispatch.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import { decide } from '#shared/domain/work-order/decide.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { addDays, businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { readPartner } from '#core/directory/index.ts'
import { act, orderOf, orderToActOn, readFacts, tableSaysNo } from '#core/lifecycle/index.ts'
import { nextPosition, plannedVendor } from './repository.ts'

type Procedures = typeof dispatches.procedures
type Plan = z.output<Procedures['planVendor']['input']>
type Send = z.output<Procedures['toVendor']['input']>

/** The table is asked as if the slip were printed: only what the plan itself cannot mend is refused. */
const PLANNED = { vendorSlipPrinted: true, repairOrder: 'printed' } as const

export const planVendor = (ctx: CommandContext, input: Plan): Moved | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const vendor = readPartner(ctx.db, input.vendorId)
  if (!vendor?.active || !vendor.repairVendor) return refuse('notAVendor', { field: 'vendorId' })
  const zone = ctx.shop?.timeZone ?? 'UTC'
  if (input.expectedReturn < businessDate(ctx.now, zone))
    return refuse('returnInPast', { field: 'expectedReturn' })
  // Back by the end of that day.
  const expectedReturn = startOfBusinessDay(addDays(input.expectedReturn, 1), zone) - 1
  const decision = decide(
    orderOf(row),
    { name: 'sendToVendor', by: ctx.actor.roles, fields: { vendor: vendor.id, expectedReturn } },
    { ...readFacts(ctx, row), ...PLANNED },
  )
  if (!decision.ok) return tableSaysNo(row, decision.refusal)

  const plan = {
    vendorId: vendor.id,
    expectedReturn,
    costFen: input.costFen,
    instructions: input.instructions === '' ? null : input.instructions,
    since: ctx.now,
  }
  const known = plannedVendor(ctx.db, input.id)
  if (known) ctx.update('dispatch', known.id, plan, 'dispatch.planned')
  else {
    ctx.insert(
      'dispatch',
      ctx.newId(),
      {
        orderId: input.id,
        position: nextPosition(ctx.db, input.id),
        target: 'vendor',
        direction: 'out',
        purpose: 'repair',
        state: 'planned',
        byUpper: false,
        createdAt: ctx.now,
        createdBy: ctx.actor.staffId,
        ...plan,
      },
      'dispatch.planned',
    )
  }
  const ver = row.ver + 1
  // A slip that named another vendor or day is worth nothing.
  ctx.update('workOrder', input.id, { vendorSlipAt: null, ver, updatedAt: ctx.now }, 'order.vendorPlanned')
  ctx.log({
    subject: 'workOrder',
    subjectId: input.id,
    action: 'order.vendorPlanned',
    changes: { vendor: [null, vendor.name], expectedReturn: [null, expectedReturn] },
  })
  ctx.audit({ action: 'order.vendorPlanned', object: 'workOrder', objectId: input.id })
  ctx.changed('workOrder', `workOrder:${input.id}`)
  return { id: input.id, state: row.state, ver }
}

export const toVendor = (ctx: CommandContext, { id, ver, waybill }: Send): Moved | Refused => {
  const row = orderToActOn(ctx, id, ver)
  if (isRefused(row)) return row
  const plan = plannedVendor(ctx.db, id)
  if (!plan || plan.vendor_id === null || plan.expected_return === null)
    return refuse('noVendorPlanned', { field: 'id' })
  const vendor = readPartner(ctx.db, plan.vendor_id)
  // The dispatch opens first: the place of the machine is read from it.
  ctx.update(
    'dispatch',
    plan.id,
    { state: 'received', since: ctx.now, waybill: waybill === '' ? null : waybill },
    'dispatch.received',
  )
  const acted = act(ctx, id, {
    command: 'sendToVendor',
    ver,
    fields: { vendor: plan.vendor_id, expectedReturn: plan.expected_return },
    set: { backBy: plan.expected_return, dispatches: plan.position },
    changes: { vendor: [null, vendor?.name ?? ''], expectedReturn: [null, plan.expected_return] },
  })
  return isRefused(acted) ? acted : acted.moved
}
