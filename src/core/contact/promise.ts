// A promised time of an order: kept as a row for ever, the newest one on the order itself (rules CLK-1 … CLK-4).
import type { AppointmentRow } from './repository.ts'
import type { CommandFields } from '#shared/domain/work-order/fields.ts'
import type { Order } from '#shared/domain/work-order/order.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Change } from '#core/command/recorder.ts'
import type { Fields } from '#core/db/rows.ts'
import type { OrderRow } from '#core/orders/index.ts'

/** The promise of a form, as every command that makes one carries it. */
export type PromiseInput = Readonly<{
  appointmentAt?: number | undefined
  nextContactBy?: number | undefined
  promiseType?: 'customer' | 'parts' | 'other' | undefined
  promiseReason?: string | undefined
  requestNo?: string | undefined
  partCode?: string | undefined
}>

/** A promise may lie so far back: the telephone call took a minute. */
const SLACK_MS = 60_000

export const promiseProblem = (input: PromiseInput, now: number): Refused | undefined => {
  for (const field of ['appointmentAt', 'nextContactBy'] as const) {
    const at = input[field]
    if (at !== undefined && at < now - SLACK_MS) return refuse('promiseInPast', { field })
  }
  return undefined
}

/** The fields that the table reads. */
export const promiseFields = (input: PromiseInput): CommandFields => ({
  ...(input.appointmentAt === undefined ? {} : { appointmentAt: input.appointmentAt }),
  ...(input.nextContactBy === undefined ? {} : { nextContactBy: input.nextContactBy }),
  ...(input.promiseType === undefined ? {} : { promiseType: input.promiseType }),
  ...(input.promiseReason === undefined || input.promiseReason === '' ? {} : { reason: input.promiseReason }),
  ...(input.requestNo === undefined ? {} : { requestNo: input.requestNo }),
  ...(input.partCode === undefined ? {} : { partCode: input.partCode }),
})

const kindOf = (input: PromiseInput, order: Pick<Order, 'service'>): AppointmentRow['kind'] => {
  if (input.appointmentAt === undefined) return 'nextContact'
  return order.service === 'onSite' ? 'visit' : 'pickUp'
}

/** The columns of the order that say it, and what the log shows. */
export const promiseColumns = (
  row: OrderRow,
  input: PromiseInput,
): { set: Fields; changes: Record<string, Change> } => {
  const { appointmentAt, nextContactBy } = input
  if (appointmentAt !== undefined)
    return {
      set: { promisedAt: appointmentAt, appointments: (row.appointments ?? 0) + 1 },
      changes: { appointmentAt: [row.promised_at, appointmentAt] },
    }
  if (nextContactBy !== undefined)
    return {
      set: { nextContactBy, nextContacts: (row.next_contacts ?? 0) + 1 },
      changes: { nextContactBy: [row.next_contact_by, nextContactBy] },
    }
  return { set: {}, changes: {} }
}

/** Keeps the promise; nothing where the form has none. */
export const keepPromise = (
  ctx: CommandContext,
  orderId: string,
  order: Pick<Order, 'service'>,
  input: PromiseInput,
): void => {
  const at = input.appointmentAt ?? input.nextContactBy
  if (at === undefined) return
  ctx.insert(
    'appointment',
    ctx.newId(),
    {
      orderId,
      kind: kindOf(input, order),
      at,
      type: input.promiseType ?? null,
      reason: input.promiseReason ?? null,
      requestNo: input.requestNo ?? null,
      partCode: input.partCode ?? null,
      madeAt: ctx.now,
      madeBy: ctx.actor.staffId,
    },
    'appointment.made',
  )
}
