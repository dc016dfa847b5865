// What the customer said to a version: accepted, it becomes the order's lines; rejected, it stays on record (QUO-4, QUO-5).
import type { z } from 'zod'
import type { Moved } from '#shared/contract/order-command.ts'
import type { quotes } from '#shared/contract/quote.ts'
import { alternativesOf, amountWords, linesOfChoice } from '#shared/domain/quote/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import { chargeUsedParts } from '#core/order-parts/index.ts'
import { chargeAsQuoted } from './charge.ts'
import { linesOfSent, versionsOf } from './repository.ts'
import type { QuoteRow } from './repository.ts'

type Procedures = typeof quotes.procedures
type Answer = z.output<Procedures['reject']['input']>

/** A person's clock may run ahead of the counter's by so much; milliseconds. */
const CLOCK_SLACK = 5 * 60_000

/** The version that is out, if it is the one that was answered. The table says what an old one is refused with. */
const answered = (
  ctx: CommandContext,
  input: Answer,
  versions: readonly QuoteRow[],
): QuoteRow | undefined | Refused => {
  const open = versions.find(({ state }) => state === 'sent')
  if (open && open.version !== input.version)
    return refuse('notTheOpenVersion', { field: 'version', version: open.version })
  if (input.confirmedAt !== undefined && input.confirmedAt > ctx.now + CLOCK_SLACK)
    return refuse('timeInFuture', { field: 'confirmedAt' })
  return open
}

const answerFields = (ctx: CommandContext, input: Answer) => ({
  confirmedBy: input.confirmedBy,
  confirmedAt: input.confirmedAt ?? ctx.now,
  channel: input.channel,
  words: input.words,
})

const logged = (input: Answer) => ({
  quoteVersion: [null, input.version] as const,
  answerChannel: [null, input.channel] as const,
  confirmedBy: [null, input.confirmedBy] as const,
})

export const accept = (
  ctx: CommandContext,
  input: z.output<Procedures['accept']['input']>,
): Moved | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const versions = versionsOf(ctx.db, row.id)
  const open = answered(ctx, input, versions)
  if (isRefused(open)) return open
  const all = open ? linesOfSent(ctx.db, open.id) : []
  const letters: string[] = alternativesOf(all)
  if (open && (letters.length > 0 || input.chosen !== '') && !letters.includes(input.chosen))
    return refuse('alternativeNeeded', { field: 'chosen', alternatives: letters })

  const fields = answerFields(ctx, input)
  const lines = linesOfChoice(all, input.chosen)
  const acted = act(ctx, row.id, {
    command: 'acceptQuote',
    fields,
    remark: input.words,
    changes: {
      ...logged(input),
      ...(input.chosen === '' ? {} : { alternative: [null, input.chosen] }),
      amount: [null, amountWords(lines.map((line) => ({ ...line, alternative: '' })))],
    },
  })
  if (isRefused(acted)) return acted
  if (!open) throw new Error(`the table accepted a quote of ${row.id} that is not out`)

  // The customer's word before is replaced by the one of today.
  for (const { id, state } of versions)
    if (state === 'accepted') ctx.update('quote', id, { state: 'changed' }, 'quote.changed')
  ctx.update(
    'quote',
    open.id,
    { ...fields, state: 'accepted', chosen: input.chosen, answeredBy: ctx.actor.staffId },
    'quote.accepted',
  )
  chargeAsQuoted(ctx, row.id, lines)
  chargeUsedParts(ctx, row.id)
  ctx.changed('quote')
  return acted.moved
}

export const reject = (ctx: CommandContext, input: Answer): Moved | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const open = answered(ctx, input, versionsOf(ctx.db, row.id))
  if (isRefused(open)) return open
  const acted = act(ctx, row.id, {
    command: 'rejectQuote',
    remark: input.words,
    changes: logged(input),
  })
  if (isRefused(acted)) return acted
  if (!open) throw new Error(`the table rejected a quote of ${row.id} that is not out`)
  ctx.update(
    'quote',
    open.id,
    { ...answerFields(ctx, input), state: 'rejected', answeredBy: ctx.actor.staffId },
    'quote.rejected',
  )
  ctx.changed('quote')
  return acted.moved
}
