// Drafts: written, made from an older version, taken back (rules QUO-1, QUO-2).
import type { z } from 'zod'
import type { quotes } from '#shared/contract/quote.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { addDays } from '#shared/kernel/time.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { orderToActOn } from '#core/lifecycle/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { keptLines } from './lines.ts'
import type { LineInput } from './lines.ts'
import { linesOfVersion, standingsOf, versionsOf } from './repository.ts'
import type { KeptLine } from './repository.ts'
import { today } from './standing.ts'

type Procedures = typeof quotes.procedures
type Written = Readonly<{ quoteId: string; version: number }>
type Draft = Readonly<{ validUntil: string | null; remark: string; lines: readonly KeptLine[] }>

/** The day that is proposed for a new draft. */
export const proposedValidUntil = (ctx: Pick<QueryContext, 'db' | 'now'>): string =>
  addDays(today(ctx.db, ctx.now), readSettings(ctx.db).quoteValidDays)

const keep = (ctx: CommandContext, orderId: string, { validUntil, remark, lines }: Draft): Written => {
  const versions = standingsOf(ctx.db, orderId)
  const draft = versions.find(({ state }) => state === 'draft')
  const fields = {
    validUntil,
    remark,
    draftLines: lines.map((line) => ({ ...line })),
  }
  const quoteId = draft?.id ?? ctx.newId()
  const version = draft?.version ?? (versions[0]?.version ?? 0) + 1
  if (draft) ctx.update('quote', quoteId, fields, 'quote.drafted')
  else
    ctx.insert(
      'quote',
      quoteId,
      { ...fields, orderId, version, state: 'draft', madeAt: ctx.now, madeBy: ctx.actor.staffId },
      'quote.drafted',
    )
  // A draft is nobody's business yet: the log of the order begins when it is sent.
  ctx.audit({ action: 'quote.drafted', object: 'quote', objectId: quoteId, details: { version } })
  ctx.changed('quote', `workOrder:${orderId}`)
  return { quoteId, version }
}

export const draft = (
  ctx: CommandContext,
  input: z.output<Procedures['draft']['input']>,
): Written | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  if (isFinal(row.state)) return refuse('orderIsOver', { field: 'id' })
  const lines = keptLines(ctx, row, input.lines)
  return isRefused(lines) ? lines : keep(ctx, row.id, { ...input, lines })
}

export const copyVersion = (
  ctx: CommandContext,
  input: z.output<Procedures['copyVersion']['input']>,
): Written | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  if (isFinal(row.state)) return refuse('orderIsOver', { field: 'id' })
  const from = versionsOf(ctx.db, row.id).find(({ version }) => version === input.version)
  if (!from || from.state === 'draft') return refuse('unknownVersion', { field: 'version' })
  const old = linesOfVersion(ctx.db, from).map(({ id: _id, costFen: _cost, ...line }): LineInput => line)
  // Cost is today's; what the customer saw (price, payer, term) is kept.
  const lines = keptLines(ctx, row, old)
  if (isRefused(lines)) return lines
  return keep(ctx, row.id, { validUntil: proposedValidUntil(ctx), remark: from.remark, lines })
}

export const takeBack = (
  ctx: CommandContext,
  input: z.output<Procedures['void']['input']>,
): Written | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const found = standingsOf(ctx.db, row.id).find(({ version }) => version === input.version)
  if (!found) return refuse('unknownVersion', { field: 'version' })
  if (found.state !== 'draft' && found.state !== 'sent')
    return refuse('alreadyAnswered', { field: 'version', state: found.state })
  ctx.update('quote', found.id, { state: 'void', draftLines: null }, 'quote.voided')
  if (found.state === 'sent')
    ctx.log({
      subject: 'workOrder',
      subjectId: row.id,
      action: 'order.quoteVoided',
      changes: { quoteVersion: [found.version, null] },
      remark: input.reason,
    })
  ctx.audit({
    action: 'quote.voided',
    object: 'quote',
    objectId: found.id,
    details: { version: found.version, reason: input.reason },
  })
  ctx.changed('quote', 'workOrder', `workOrder:${row.id}`)
  return { quoteId: found.id, version: found.version }
}
