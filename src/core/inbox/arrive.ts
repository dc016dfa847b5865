// A job that another unit sent here (rule INT-1): customer, machine and order are written down as at intake,
// and the order waits for this branch's confirmation.
import type { InboxMessage } from '#shared/contract/inbox.ts'
import type { Branch } from '#shared/contract/directory.ts'
import { isUpper } from '#shared/domain/dispatch/index.ts'
import type { Origin } from '#shared/domain/work-order/order.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { findDuplicates, insertCustomer, insertDevice, phonesOf, rankByOrder } from '#core/customers/index.ts'
import { acceptMachine, openVisit } from '#core/visits/index.ts'

type Arrived = Extract<InboxMessage, { kind: 'dispatchArrived' }>

const originOf = (level: Branch['level']): Origin =>
  level === 'headquarters' ? 'hq' : level === 'region' ? 'region' : 'branch'

/** The same person by telephone is the same customer: a dispatch asks nobody. */
const customerOf = (ctx: CommandContext, message: Arrived): string | Refused => {
  const areaCode = ctx.shop?.areaCode ?? ''
  const phones = phonesOf(message.customer.phones, areaCode, 'message.customer.phones')
  if (isRefused(phones)) return phones
  const same = findDuplicates(ctx, message.customer, areaCode).find(
    (one) => one.because === 'samePhone' && one.name === message.customer.name,
  )
  return same?.customerId ?? insertCustomer(ctx, message.customer, phones)
}

export const arrive = (
  ctx: CommandContext,
  message: Arrived,
  sender: Branch,
): { id: string; number: string } | Refused => {
  const { shop } = ctx
  if (!shop) throw new Error('no shop')
  const customerId = customerOf(ctx, message)
  if (isRefused(customerId)) return customerId
  const deviceId = insertDevice(ctx, customerId, message.device)
  const today = businessDate(ctx.now, shop.timeZone)
  const [visitParts, orderParts] = ctx.services.numbering.take(ctx.db, shop.branchCode, today, 2) as [
    NumberParts,
    NumberParts,
  ]
  const visit = openVisit(ctx, { customerId, broughtBy: '', broughtByPhone: '', parts: visitParts })
  const { id, number } = acceptMachine(ctx, {
    machine: {
      reportedFault: message.reportedFault,
      condition: message.condition,
      accessories: message.accessories,
      configuration: message.configuration,
      limitFen: null,
      nextContactBy: null,
      charge: null,
      important: false,
      comebackOf: null,
      service: message.service,
    },
    device: { ...message.device, id: deviceId },
    customerId,
    visitId: visit.id,
    position: 1,
    parts: orderParts,
    today,
    arrival: 'dispatch',
    from: { origin: originOf(sender.level), purpose: message.purpose },
  })
  ctx.insert(
    'dispatch',
    ctx.newId(),
    {
      orderId: id,
      position: 1,
      target: 'branch',
      direction: 'in',
      purpose: message.purpose,
      state: 'open',
      since: ctx.now,
      branchId: sender.id,
      byUpper: isUpper(sender.level),
      instructions: message.instructions === '' ? null : message.instructions,
      createdAt: ctx.now,
      createdBy: ctx.actor.staffId,
    },
    'dispatch.arrived',
  )
  rankByOrder(ctx, customerId, ctx.now)
  ctx.changed('workOrder', 'customer', `customer:${customerId}`)
  return { id, number }
}
