// An act that a larger shop would have given to a second person: marked, and listed to the owner (rule STF-2).
import type { CommandContext } from '#core/command/context.ts'
import type { Duty } from './repository.ts'

export const recordSoloAct = (ctx: CommandContext, duty: Duty, orderId: string | null): void => {
  ctx.insert(
    'soloAct',
    ctx.newId(),
    { duty, orderId, at: ctx.now, staffId: ctx.actor.staffId },
    'soloAct.done',
  )
  ctx.changed('review')
}
