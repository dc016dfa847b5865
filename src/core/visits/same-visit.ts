// What an intake says about the machines of a visit together, and about what was repaired before: several
// machines of one customer (rule INT-8), comebacks (rule INT-12).
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import { startOfBusinessDay } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { comebacksFor, onSiteOrderSince, readOrderRow } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import type { IntakeInput, MachineInput } from './intake.ts'

/** From so many machines with one fault on it may be a fault of the batch. */
export const BATCH_SIZE = 5

const sameWords = (fault: string): string =>
  fault
    .normalize('NFKC')
    .replace(/[\s，。,.;；!！]+/g, '')
    .toLowerCase()

/** The fault that five machines or more of one visit share, in the words of the first. */
export const batchProblemOf = (
  machines: readonly Pick<MachineInput, 'reportedFault'>[],
): { fault: string; machines: number } | null => {
  const counted = new Map<string, { fault: string; machines: number }>()
  for (const { reportedFault } of machines) {
    const key = sameWords(reportedFault)
    const known = counted.get(key)
    if (known) known.machines += 1
    else counted.set(key, { fault: reportedFault, machines: 1 })
  }
  return [...counted.values()].find((one) => one.machines >= BATCH_SIZE) ?? null
}

/** At most one on-site order for the machines of one customer and day. */
export const onSiteProblem = (
  ctx: CommandContext,
  input: IntakeInput,
  customerId: string,
  today: string,
): Refused | undefined => {
  const onSite = input.machines.flatMap((machine, index) => (machine.service === 'onSite' ? [index] : []))
  const [first, second] = onSite
  if (first === undefined) return undefined
  // Who may make visits on site is headquarters' to say (rule SRV-3).
  if (!readSettings(ctx.db).onSiteHere) return refuse('onSiteNotHere', { field: `machines.${first}.service` })
  if (input.arrival !== 'phone') return refuse('onSiteByPhoneOnly', { field: `machines.${first}.service` })
  if (second !== undefined) return refuse('oneOnSite', { field: `machines.${second}.service`, number: '' })
  const since = startOfBusinessDay(today, ctx.shop?.timeZone ?? 'UTC')
  const other = onSiteOrderSince(ctx.db, customerId, since)
  return other === undefined
    ? undefined
    : refuse('oneOnSite', { field: `machines.${first}.service`, number: other })
}

export type Comeback = Readonly<{ id: string; warrantyUntil: number }>

/** The order that a machine comes back from, if the clerk says so; refuses what is not one. */
export const comebackOf = (
  ctx: CommandContext,
  customerId: string,
  machine: MachineInput,
  index: number,
): Comeback | undefined | Refused => {
  const { comebackOf: id, device } = machine
  if (id === null) return undefined
  const no = (because: string) => refuse('notAComeback', { field: `machines.${index}.comebackOf`, because })
  const row = readOrderRow(ctx.db, id)
  if (!row || row.customer_id !== customerId) return no('unknown')
  if (row.state !== 'closed') return no('notClosed')
  if (row.warranty_until === null || row.warranty_until <= ctx.now) return no('warrantyOver')
  const asked = 'existing' in device ? { deviceId: device.existing } : { model: device.new.model }
  const found = comebacksFor(ctx, { customerId, ...asked }).some((one) => one.row.id === id)
  return found ? { id, warrantyUntil: row.warranty_until } : no('otherMachine')
}
