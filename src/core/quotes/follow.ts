// What a command of the table leaves of a quote that nobody answered: it goes with the repair it was for.
import type { Acted } from '#core/lifecycle/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { standingsOf } from './repository.ts'

/** Handed back unrepaired or cancelled: drafts and open versions are void. */
export const followQuote = (ctx: CommandContext, { before, order, event }: Acted): void => {
  const over = event.command === 'handBack' || isFinal(order.state)
  if (!over) return
  for (const { id, state } of standingsOf(ctx.db, before.id))
    if (state === 'draft' || state === 'sent')
      ctx.update('quote', id, { state: 'void', draftLines: null }, 'quote.voided')
}
