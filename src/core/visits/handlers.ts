// Intake: one visit, its machines, one work order each, in one durable transaction (rules INT-1, INT-2).
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { visits } from '#shared/contract/visits.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import {
  customerRowid,
  findDuplicates,
  insertCustomer,
  insertDevice,
  phonesOf,
  rankByOrder,
  readDevice,
} from '#core/customers/index.ts'
import { discardDraft } from '#core/drafts/index.ts'
import { insertPasscode } from '#core/orders/index.ts'
import { acceptMachine, openVisit } from './accept.ts'
import { batchProblemOf, comebackOf, onSiteProblem } from './same-visit.ts'
import type { Comeback } from './same-visit.ts'
import { LEAST_FREE_MIB_FOR_ORDERS, machineProblem } from './intake.ts'
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
    const known = input.machines.map(({ device }) =>
      'existing' in device ? readDevice(ctx.db, device.existing) : undefined,
    )
    for (const [index, machine] of input.machines.entries()) {
      const problem = machineProblem(
        { db: ctx.db, now: ctx.now, services: ctx.services, today },
        input,
        machine,
        { index, known: known[index] },
      )
      if (problem) return problem
    }
    const notOnSite = onSiteProblem(ctx, input, customerId, today)
    if (notOnSite) return notOnSite
    const comebacks: (Comeback | undefined)[] = []
    for (const [index, machine] of input.machines.entries()) {
      const comeback = comebackOf(ctx, customerId, machine, index)
      if (isRefused(comeback)) return comeback
      comebacks.push(comeback)
    }

    const [visitParts, ...orderParts] = ctx.services.numbering.take(
      ctx.db,
      shop.branchCode,
      today,
      input.machines.length + 1,
    )
    const visit = openVisit(ctx, {
      customerId,
      broughtBy: input.broughtBy,
      broughtByPhone: input.broughtByPhone,
      parts: visitParts as NumberParts,
    })
    const orders = input.machines.map((machine, index) => {
      const device = known[index] ?? newDevice(ctx, customerId, machine)
      const { id, number } = acceptMachine(ctx, {
        machine,
        device,
        customerId,
        visitId: visit.id,
        position: index + 1,
        parts: orderParts[index] as NumberParts,
        today,
        arrival: input.arrival,
        comeback: comebacks[index],
      })
      keepPasscodeAndPhotos(ctx, id, machine)
      return { id, number, deviceId: device.id }
    })
    rankByOrder(ctx, customerId, ctx.now)
    if (input.draftId) discardDraft(ctx.db, input.draftId, ctx.actor.staffId)
    ctx.audit({
      action: 'visit.create',
      object: 'visit',
      objectId: visit.id,
      details: { number: visit.number, orders: orders.map((o) => o.number) },
    })
    const batchProblem = batchProblemOf(input.machines)
    if (batchProblem) {
      const { fault, machines } = batchProblem
      ctx.log({
        subject: 'visit',
        subjectId: visit.id,
        action: 'visit.batchProblem',
        changes: { machines: [null, machines] },
        remark: fault,
      })
    }
    ctx.changed('workOrder', 'customer', `customer:${customerId}`, 'draft')
    return {
      visitId: visit.id,
      number: visit.number,
      shortCode: visit.shortCode,
      customerId,
      orders,
      batchProblem,
    }
  },

  get: (ctx, input) => readVisit(ctx.db, input.id) ?? refuse('unknownVisit', { field: 'id' }),
})

const customerOf = (ctx: CommandContext, input: IntakeInput): string | Refused => {
  if ('existing' in input.customer) {
    return customerRowid(ctx.db, input.customer.existing) !== undefined
      ? input.customer.existing
      : refuse('unknownCustomer', { field: 'customer.existing' })
  }
  const given = input.customer.new
  const areaCode = ctx.shop?.areaCode ?? ''
  const phones = phonesOf(given.phones, areaCode, 'customer.new.phones')
  if (isRefused(phones)) return phones
  if (!input.notADuplicate) {
    const duplicates = findDuplicates(ctx, given, areaCode)
    if (duplicates.length > 0) return refuse('probableDuplicate', { duplicates: duplicates as never })
  }
  return insertCustomer(ctx, given, phones)
}

const newDevice = (ctx: CommandContext, customerId: string, { device }: MachineInput) => {
  if ('existing' in device) throw new Error('an unknown machine was let through')
  return { ...device.new, id: insertDevice(ctx, customerId, device.new) }
}

const keepPasscodeAndPhotos = (ctx: CommandContext, orderId: string, machine: MachineInput): void => {
  if (machine.passcode) {
    const { secrets } = ctx.services
    insertPasscode(ctx.db, orderId, secrets.seal(orderId, machine.passcode), secrets.keyId, ctx.now)
  }
  for (const hash of machine.photos) {
    ctx.insert(
      'photo',
      ctx.newId(),
      {
        orderId,
        hash,
        ...ctx.services.photoFacts(hash),
        caption: '',
        active: true,
        createdAt: ctx.now,
        createdBy: ctx.actor.staffId,
      },
      'photo.added',
    )
  }
}
