// Reporting completion and handing back unrepaired: the two ends of a dispatch, each with its record (SRV-1).
import type { z } from 'zod'
import type { Moved } from '#shared/contract/order-command.ts'
import type { services } from '#shared/contract/service.ts'
import { OUTCOME_OF } from '#shared/domain/service/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { currentDispatch, technician } from '#core/dispatch/index.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import { readMeters } from '#core/meters/index.ts'
import { chargeUsedParts } from '#core/order-parts/index.ts'
import { quoteFacts, standingsOf } from '#core/quotes/index.ts'
import { customerFenOf, fixCommissions, peopleOnJob, priceLines, saidOfQuoted } from './lines.ts'
import { chargeUnrepaired } from './unrepaired.ts'
import { keepRecord, minutesOf, photoProblem, workerOf } from './record.ts'

type Procedures = typeof services.procedures
type Complete = z.output<Procedures['complete']['input']>
type HandBack = z.output<Procedures['handBack']['input']>

export const complete = (ctx: CommandContext, input: Complete): Moved | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const { record, printException } = input
  const problem = photoProblem(ctx, record)
  if (problem) return problem
  const minutes = minutesOf(row, record, ctx.now)
  if (isRefused(minutes)) return minutes
  if (input.doneBy !== undefined) {
    const person = technician(ctx, input.doneBy, 'doneBy')
    if (isRefused(person)) return person
  }
  const doneBy = input.doneBy ?? workerOf(ctx, input.id)
  const dispatch = currentDispatch(ctx.db, input.id)
  const lines = priceLines(ctx, row, record.lines)
  if (isRefused(lines)) return lines
  const said = saidOfQuoted(ctx, input.id, record.quoted)
  if (isRefused(said)) return said
  const everybody = peopleOnJob(ctx, input.id, doneBy)
  chargeUsedParts(ctx, row.id)
  // The lines that come with the report count as charged (QUO-5).
  const { overLimit } = quoteFacts(ctx.db, row, ctx.now, customerFenOf(lines))
  const outcome = OUTCOME_OF[record.result]
  const acted = act(ctx, input.id, {
    command: 'complete',
    fields: {
      actualFault: record.actualFault,
      action: record.action,
      outcome,
      ...(printException === undefined ? {} : { printException }),
    },
    remark: record.action,
    ...(printException === undefined ? {} : { set: { printWaiver: printException } }),
    changes: { result: [null, record.result], outcome: [row.outcome, outcome] },
    facts: { overLimit },
  })
  if (isRefused(acted)) return acted
  const unread = readMeters(ctx, row, record.meters)
  if (unread) return unread
  const until = keepRecord(ctx, {
    row,
    record,
    minutes,
    doneBy,
    dispatchId: dispatch?.target === 'own' ? dispatch.id : null,
    lines,
  })
  for (const [lineId, { minutes: spent }] of said)
    if (spent !== null) ctx.update('chargeLine', lineId, { minutes: spent }, 'chargeLine.timed')
  fixCommissions(
    ctx,
    input.id,
    everybody,
    new Map([...said, ...lines.map((line) => [line.id, line] as const)]),
  )
  if (until !== row.warranty_until)
    ctx.update('workOrder', input.id, { warrantyUntil: until }, 'order.warrantySet')
  return acted.moved
}

export const handBack = (ctx: CommandContext, input: HandBack): Moved | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const dispatch = currentDispatch(ctx.db, input.id)
  const doneBy = workerOf(ctx, input.id)
  // Read before the command: what is still open is void with it.
  const versions = standingsOf(ctx.db, input.id)
  const acted = act(ctx, input.id, {
    command: 'handBack',
    fields: { reason: input.reason },
    remark: input.reason,
    changes: { outcome: [row.outcome, 'unrepaired'] },
  })
  if (isRefused(acted)) return acted
  keepRecord(ctx, {
    row,
    record: {
      faultCode: input.faultCode,
      actualFault: input.actualFault === '' ? row.reported_fault : input.actualFault,
      action: input.reason,
      result: 'unrepaired',
      minutes: null,
      arrivedAt: null,
      finishedAt: null,
      longReason: '',
      lines: [],
      quoted: [],
      serials: [],
      photos: [],
      meters: [],
    },
    minutes: null,
    doneBy,
    dispatchId: dispatch?.target === 'own' ? dispatch.id : null,
    lines: [],
  })
  chargeUnrepaired(ctx, row.id, versions, input.diagnosticFee === 'waived')
  chargeUsedParts(ctx, row.id)
  return acted.moved
}
