// Intake: one visit, its machines, one work order each, in one durable transaction (rules INT-1, INT-2).
import { formatNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { visits } from '#shared/contract/visits.ts'
import { enter } from '#shared/domain/work-order/entries.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import {
  findDuplicates,
  insertCustomer,
  insertDevice,
  phonesOf,
  readCustomer,
  readDevice,
  renewSearch,
  touchLastOrder,
} from '#core/customers/index.ts'
import { discardDraft } from '#core/drafts/index.ts'
import { insertPasscode } from '#core/orders/index.ts'
import { LEAST_FREE_MIB_FOR_ORDERS, chargeOf, machineProblem } from './intake.ts'
import type { IntakeInput, MachineInput } from './intake.ts'
import { readVisit } from './repository.ts'

export const visitEntries = implement(visits, {
  create: (ctx, input) => {
    const shop = ctx.shop
    if (!shop) throw new Error('no shop')
    const freeMiB = ctx.services.freeMiB()
    if (freeMiB < LEAST_FREE_MIB_FOR_ORDERS) return refuse('diskNearlyFull', { freeMiB })
    const today = businessDate(ctx.now, shop.timeZone)

    const customerId = customerOf(ctx, input)
    if (isRefused(customerId)) return customerId
    for (const [index, machine] of input.machines.entries()) {
      const problem = machineProblem(
        { db: ctx.db, now: ctx.now, services: ctx.services, today },
        input,
        machine,
        index,
      )
      if (problem) return problem
    }

    const [visitParts, ...orderParts] = ctx.services.numbering.take(
      ctx.db,
      shop.branchCode,
      today,
      input.machines.length + 1,
    )
    const visit = { id: ctx.newId(), ...formatNumber(visitParts as NumberParts, 'visit') }
    ctx.insert(
      'visit',
      visit.id,
      {
        number: visit.number,
        digits: visit.digits,
        shortCode: visit.shortCode,
        customerId,
        broughtBy: input.broughtBy,
        broughtByPhone: input.broughtByPhone,
        createdAt: ctx.now,
        createdBy: ctx.actor.staffId,
      },
      'visit.opened',
    )
    const orders = input.machines.map((machine, index) =>
      acceptMachine(ctx, {
        machine,
        customerId,
        visitId: visit.id,
        position: index + 1,
        parts: orderParts[index] as NumberParts,
        today,
      }),
    )
    touchLastOrder(ctx.db, customerId, ctx.now)
    renewSearch(ctx, customerId)
    if (input.draftId) discardDraft(ctx.db, input.draftId, ctx.actor.staffId)
    ctx.audit({
      action: 'visit.create',
      object: 'visit',
      objectId: visit.id,
      details: { number: visit.number, orders: orders.map((o) => o.number) },
    })
    ctx.changed('workOrder', 'customer', `customer:${customerId}`, 'draft')
    return { visitId: visit.id, number: visit.number, shortCode: visit.shortCode, customerId, orders }
  },

  get: (ctx, input) => readVisit(ctx.db, input.id) ?? refuse('unknownVisit', { field: 'id' }),
})

const customerOf = (ctx: CommandContext, input: IntakeInput): string | Refused => {
  if ('existing' in input.customer) {
    return readCustomer(ctx.db, input.customer.existing)
      ? input.customer.existing
      : refuse('unknownCustomer', { field: 'customer.existing' })
  }
  const given = input.customer.new
  const areaCode = ctx.shop?.areaCode ?? ''
  const phones = phonesOf(given.phones, areaCode, 'customer.new.phones')
  if (isRefused(phones)) return phones
  if (!input.notADuplicate) {
    const duplicates = findDuplicates(ctx.db, given, areaCode)
    if (duplicates.length > 0) return refuse('probableDuplicate', { duplicates: duplicates as never })
  }
  return insertCustomer(ctx, given, phones)
}

type Accepting = Readonly<{
  machine: MachineInput
  customerId: string
  visitId: string
  position: number
  parts: NumberParts
  today: string
}>

const acceptMachine = (
  ctx: CommandContext,
  { machine, customerId, visitId, position, parts, today }: Accepting,
) => {
  const deviceId =
    'existing' in machine.device ? machine.device.existing : insertDevice(ctx, customerId, machine.device.new)
  const device = readDevice(ctx.db, deviceId)
  if (!device) throw new Error('the machine that was just written is not there')
  const entered = enter('acceptWalkIn', { origin: 'here', service: 'dropOff' })
  if (!entered.ok) throw new Error(`walk-in refused: ${entered.refusal.refusal}`)
  const { order } = entered
  const charge = chargeOf(machine, device, today)
  const { number, digits, shortCode } = formatNumber(parts)
  const id = ctx.newId()
  ctx.insert(
    'workOrder',
    id,
    {
      number,
      digits,
      shortCode,
      visitId,
      position,
      customerId,
      deviceId,
      state: order.state,
      stateStack: order.stack,
      stateSince: ctx.now,
      cancelApproved: order.cancelApproved,
      service: order.service,
      origin: order.origin,
      machinePlace: order.machine,
      purpose: order.purpose,
      outcome: order.outcome,
      suspendedBy: order.suspendedBy,
      reassignRequested: order.reassignRequested,
      returnBy: order.returnBy,
      priority: 3,
      important: machine.important,
      reportedFault: machine.reportedFault,
      condition: machine.condition,
      accessories: machine.accessories,
      configuration: machine.configuration,
      chargeKind: charge.kind,
      chargeBasis: charge.basis,
      limitFen: machine.limitFen,
      nextContactBy: machine.nextContactBy,
      t1: ctx.now,
      papersOutdated: false,
      createdAt: ctx.now,
      createdBy: ctx.actor.staffId,
      updatedAt: ctx.now,
      ver: 1,
    },
    'order.accepted',
  )
  if (machine.passcode)
    insertPasscode(
      ctx.db,
      id,
      ctx.services.secrets.seal(id, machine.passcode),
      ctx.services.secrets.keyId,
      ctx.now,
    )
  for (const hash of machine.photos) {
    const photo = ctx.services.photoFacts(hash)
    ctx.insert(
      'photo',
      ctx.newId(),
      {
        orderId: id,
        hash,
        ...photo,
        caption: '',
        active: true,
        createdAt: ctx.now,
        createdBy: ctx.actor.staffId,
      },
      'photo.added',
    )
  }
  ctx.log({
    subject: 'workOrder',
    subjectId: id,
    action: 'order.accepted',
    changes: { state: [null, order.state] },
  })
  return { id, number, deviceId }
}
