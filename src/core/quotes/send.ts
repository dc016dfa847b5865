// The draft goes to the customer: its lines become rows that never change, the version before gives way (QUO-2).
import type { z } from 'zod'
import type { Moved } from '#shared/contract/order-command.ts'
import type { quotes } from '#shared/contract/quote.ts'
import { alternativesOf, amountWords, isExpired, lineAmount } from '#shared/domain/quote/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import { linesOfVersion, versionsOf } from './repository.ts'
import type { KeptLine, QuoteRow } from './repository.ts'
import { today } from './standing.ts'

const problemOf = (draft: QuoteRow, lines: readonly KeptLine[], day: string): Refused | undefined => {
  if (lines.length === 0) return refuse('quoteEmpty', { field: 'lines' })
  const [only, ...others] = alternativesOf(lines)
  if (only !== undefined && others.length === 0)
    return refuse('oneAlternative', { field: 'lines', alternative: only })
  if (isExpired(draft.valid_until, day)) return refuse('validUntilPast', { field: 'validUntil' })
  return undefined
}

export const send = (
  ctx: CommandContext,
  input: z.output<(typeof quotes.procedures)['send']['input']>,
): Moved | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const versions = versionsOf(ctx.db, row.id)
  const draft = versions.find(({ state }) => state === 'draft')
  if (!draft) return refuse('noDraft', { field: 'id' })
  const lines = linesOfVersion(ctx.db, draft)
  const day = today(ctx.db, ctx.now)
  const problem = problemOf(draft, lines, day)
  if (problem) return problem

  const acted = act(ctx, row.id, {
    command: 'sendQuote',
    fields: { quoteVersion: String(draft.version) },
    remark: draft.remark,
    changes: { quoteVersion: [null, draft.version], amount: [null, amountWords(lines)] },
  })
  if (isRefused(acted)) return acted

  const before = versions.find(({ state }) => state === 'sent')
  if (before) {
    const state = isExpired(before.valid_until, day) ? 'expired' : 'changed'
    ctx.update('quote', before.id, { state }, `quote.${state}`)
  }
  for (const [index, { id: _id, ...line }] of lines.entries())
    ctx.insert(
      'quoteLine',
      ctx.newId(),
      { ...line, quoteId: draft.id, position: index + 1, amountFen: lineAmount(line) },
      'quoteLine.made',
    )
  ctx.update('quote', draft.id, { state: 'sent', sentAt: ctx.now, draftLines: null }, 'quote.sent')
  ctx.changed('quote')
  return acted.moved
}
