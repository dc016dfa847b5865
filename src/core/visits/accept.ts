// The rows of an intake: the visit and one work order per machine, as they begin their lives (rules INT-1, INT-2).
import { formatNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { enter } from '#shared/domain/work-order/entries.ts'
import type { EntryName } from '#shared/domain/work-order/entries.ts'
import type { Origin, Purpose } from '#shared/domain/work-order/order.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { WarrantyTerms } from './intake.ts'
import { chargeOf } from './intake.ts'
import type { IntakeInput, MachineInput } from './intake.ts'

/** What the rows need of a command: the demo data has no connection and no services. */
export type Accepting = Pick<CommandContext, 'now' | 'newId' | 'insert' | 'log' | 'audit'> &
  Readonly<{ actor: Readonly<{ staffId: string }> }>

export type NewVisit = Readonly<{
  customerId: string
  broughtBy: IntakeInput['broughtBy']
  broughtByPhone: IntakeInput['broughtByPhone']
  parts: NumberParts
}>

export const openVisit = (ctx: Accepting, { customerId, broughtBy, broughtByPhone, parts }: NewVisit) => {
  const visit = { id: ctx.newId(), ...formatNumber(parts, 'visit') }
  ctx.insert(
    'visit',
    visit.id,
    {
      number: visit.number,
      digits: visit.digits,
      shortCode: visit.shortCode,
      customerId,
      broughtBy,
      broughtByPhone,
      createdAt: ctx.now,
      createdBy: ctx.actor.staffId,
    },
    'visit.opened',
  )
  return visit
}

/** Everything of a machine's form that becomes columns of its order. */
export type AcceptedMachine = Omit<MachineInput, 'device' | 'passcode' | 'photos'>

export type NewOrder = Readonly<{
  machine: AcceptedMachine
  device: WarrantyTerms & Readonly<{ id: string }>
  customerId: string
  visitId: string
  position: number
  parts: NumberParts
  today: string
  /** `dispatch`: another unit sent the job here. */
  arrival: IntakeInput['arrival'] | 'dispatch'
  /** Of a job that another unit sent: whose it is, and what for. */
  from?: Readonly<{ origin: Origin; purpose: Purpose }> | undefined
  /** The closed order that the machine comes back from: its warranty goes on, it does not start anew (INT-12). */
  comeback?: Readonly<{ id: string; warrantyUntil: number }> | undefined
}>

const entryOf = (arrival: NewOrder['arrival'], comeback: boolean): EntryName => {
  if (arrival === 'dispatch') return 'incomingDispatch'
  if (arrival === 'phone') return 'acceptByPhone'
  return comeback ? 'createComeback' : 'acceptWalkIn'
}

export const acceptMachine = (
  ctx: Accepting,
  { machine, device, customerId, visitId, position, parts, today, arrival, comeback, from }: NewOrder,
) => {
  const entered = enter(entryOf(arrival, comeback !== undefined), {
    origin: from?.origin ?? 'here',
    service: machine.service,
    ...(from ? { purpose: from.purpose } : {}),
    ...(comeback ? { linked: 'closed' as const } : {}),
  })
  if (!entered.ok) throw new Error(`intake refused: ${entered.refusal.refusal}`)
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
      deviceId: device.id,
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
      ...(comeback ? { comebackOf: comeback.id, warrantyUntil: comeback.warrantyUntil } : {}),
    },
    'order.accepted',
  )
  ctx.log({
    subject: 'workOrder',
    subjectId: id,
    action: 'order.accepted',
    changes: { state: [null, order.state] },
  })
  return { id, number, order }
}
