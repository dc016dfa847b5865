// Cancelling a whole order: an own one plainly, one from above by request (rules CAN-1, CAN-6).
import { cancels } from '#shared/contract/review.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import { formatNumber, recognise } from '#shared/kernel/document-number.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { act } from '#core/lifecycle/index.ts'
import type { Given } from '#core/lifecycle/index.ts'
import { readOrderByNumber } from '#core/orders/index.ts'

const give = (ctx: CommandContext, id: string, given: Given): Moved | Refused => {
  const acted = act(ctx, id, given)
  return isRefused(acted) ? acted : acted.moved
}

/** The number of the order whose machine stands here; it must be another one of ours that is not over. */
const ownerOf = (db: ReadDb, given: string, orderId: string): string | undefined => {
  const code = recognise(given)
  if (isRefused(code) || code.form === 'none' || code.form === 'shortCode') return undefined
  const parts = code.form === 'number' ? code.parts : code.barcode.parts
  const row = readOrderByNumber(db, formatNumber(parts).number)
  return row && row.id !== orderId && row.state !== 'cancelled' ? row.number : undefined
}

export const cancelEntries = implement(cancels, {
  cancel: (ctx, { id, ver, cancelReason, words, machineBelongsTo }) => {
    const owner = machineBelongsTo === undefined ? undefined : ownerOf(ctx.db, machineBelongsTo, id)
    if (machineBelongsTo !== undefined && owner === undefined)
      return refuse('unknownNumber', { field: 'machineBelongsTo' })
    return give(ctx, id, {
      command: 'cancel',
      ver,
      fields: {
        cancelReason,
        words,
        ...(owner === undefined ? {} : { machineBelongsTo: owner }),
      },
      remark: words,
      changes: { reason: [null, cancelReason] },
    })
  },

  request: (ctx, { id, ver, cancelReason, words }) =>
    give(ctx, id, {
      command: 'requestCancel',
      ver,
      fields: { cancelReason, words },
      remark: words,
      changes: { reason: [null, cancelReason] },
    }),

  withdraw: (ctx, { id, ver, remark }) => give(ctx, id, { command: 'withdrawCancel', ver, remark }),
  refuse: (ctx, { id, ver, reason }) => give(ctx, id, { command: 'refuseCancel', ver, remark: reason }),
  approve: (ctx, { id, ver, remark }) => give(ctx, id, { command: 'approveCancel', ver, remark }),
  byHeadquarters: (ctx, { id, ver, words }) => give(ctx, id, { command: 'cancelByHq', ver, remark: words }),
})
