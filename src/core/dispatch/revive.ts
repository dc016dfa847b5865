// The hand-over that ended an order is taken back: what ended with it goes on.
import type { CommandContext } from '#core/command/context.ts'
import { dispatchesOf } from './repository.ts'

/** `at`: when the hand-over was. */
export const reviveDispatches = (ctx: CommandContext, orderId: string, at: number): void => {
  for (const row of dispatchesOf(ctx.db, orderId)) {
    if (row.since !== at || (row.state !== 'finished' && row.state !== 'revoked')) continue
    const state = row.state === 'finished' ? 'received' : 'open'
    ctx.update('dispatch', row.id, { state, since: ctx.now }, 'dispatch.revived')
  }
}
