// Correcting what was written at intake (rule INT-15): old and new in the log, papers outdated, nothing lost
// when two people correct at once.
import type { z } from 'zod'
import type { orders } from '#shared/contract/orders.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Change } from '#core/command/recorder.ts'
import type { Fields } from '#core/db/rows.ts'
import { hasAcceptedQuote } from '#core/quotes/index.ts'
import { lastLogEntry } from './history.ts'
import { readOrderRow } from './repository.ts'
import type { OrderRow } from './repository.ts'

type Input = z.output<typeof orders.procedures.amend.input>

export const amend = (ctx: CommandContext, input: Input): { ver: number } | Refused => {
  const row = readOrderRow(ctx.db, input.id)
  if (!row) return refuse('unknownOrder', { field: 'id' })
  if (row.state === 'closed' || row.state === 'cancelled') {
    return refuse('notInThisState', { state: row.state, command: 'amend' })
  }
  if (row.ver !== input.ver) {
    const last = lastLogEntry(ctx.db, row.id)
    return refuse('changedMeanwhile', {
      id: row.id,
      number: row.number,
      ver: row.ver,
      by: last?.who ?? '',
      at: row.updated_at,
      action: last?.action ?? '',
      state: row.state,
    })
  }
  const { nextContactBy, charge } = input.changes
  if (
    nextContactBy !== undefined &&
    nextContactBy !== null &&
    nextContactBy !== row.next_contact_by &&
    nextContactBy < ctx.now - 60_000
  ) {
    return refuse('contactInPast', { field: 'changes.nextContactBy' })
  }
  // Out of warranty after all: the customer has to accept a price first (rule INT-4).
  if (
    charge &&
    charge.kind === 'outOfWarranty' &&
    row.charge_kind !== 'outOfWarranty' &&
    row.charge_kind !== 'undecided' &&
    !hasAcceptedQuote(ctx.db, row.id)
  ) {
    return refuse('needsAcceptedQuote', { field: 'changes.charge' })
  }

  const fields: Fields = {}
  const changed: Record<string, Change> = {}
  const before = current(row)
  for (const key of Object.keys(before) as (keyof typeof before)[]) {
    const value = input.changes[key]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before[key])) continue
    fields[key] = value
    changed[key] = [before[key], value] as Change
  }
  if (charge && charge.kind !== row.charge_kind) {
    fields['chargeKind'] = charge.kind
    fields['chargeBasis'] = { because: 'clerkDecided', reason: charge.reason, proposed: row.charge_kind }
    changed['chargeKind'] = [row.charge_kind, charge.kind]
  }
  if (Object.keys(fields).length === 0) return { ver: row.ver }

  const ver = row.ver + 1
  const outdated = row.printed_at !== null ? { papersOutdated: true } : {}
  ctx.update('workOrder', row.id, { ...fields, ...outdated, ver, updatedAt: ctx.now }, 'order.amended')
  ctx.log({ subject: 'workOrder', subjectId: row.id, action: 'order.amended', changes: changed })
  ctx.audit({
    action: 'order.amended',
    object: 'workOrder',
    objectId: row.id,
    details: { fields: Object.keys(changed) },
  })
  ctx.changed('workOrder', `workOrder:${row.id}`)
  return { ver }
}

const current = (row: OrderRow) => ({
  reportedFault: row.reported_fault,
  condition: row.condition,
  accessories: JSON.parse(row.accessories) as Input['changes']['accessories'],
  configuration: JSON.parse(row.configuration) as Input['changes']['configuration'],
  limitFen: row.limit_fen,
  nextContactBy: row.next_contact_by,
})
