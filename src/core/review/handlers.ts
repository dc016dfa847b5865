// Review and close (rule CLS-5), and what one person did alone (STF-2).
import { reviews } from '#shared/contract/review.ts'
import { implement } from '#core/command/registry.ts'
import { act } from '#core/lifecycle/index.ts'
import { didTheWork } from '#core/service/index.ts'
import { queue } from './queue.ts'
import { soloActsSince } from './repository.ts'
import { recordSoloAct } from './solo-act.ts'

export const reviewEntries = implement(reviews, {
  queue,

  approveClose: (ctx, { id, ver, remark }) => {
    // Asked before the order closes; the table refuses it unless the shop may combine the duties.
    const alone = didTheWork(ctx.db, id, ctx.actor.staffId)
    const acted = act(ctx, id, { command: 'approveClose', ver, remark })
    if ('refused' in acted) return acted
    ctx.insert(
      'review',
      ctx.newId(),
      {
        orderId: id,
        decision: 'closed',
        sentTo: null,
        reason: remark,
        alone,
        at: ctx.now,
        staffId: ctx.actor.staffId,
      },
      'review.closed',
    )
    if (alone) recordSoloAct(ctx, 'repairsAndReviews', id)
    ctx.changed('review')
    return acted.moved
  },

  sendBack: (ctx, { id, ver, reason, to }) => {
    const acted = act(ctx, id, { command: 'sendBack', ver, fields: { reason, to }, remark: reason })
    if ('refused' in acted) return acted
    ctx.insert(
      'review',
      ctx.newId(),
      {
        orderId: id,
        decision: 'sentBack',
        sentTo: to,
        reason,
        alone: false,
        at: ctx.now,
        staffId: ctx.actor.staffId,
      },
      'review.sentBack',
    )
    ctx.changed('review')
    return acted.moved
  },

  soloActs: (ctx, { from, limit }) => ({
    acts: soloActsSince(ctx.db, from ?? 0, limit).map(({ order_id, ...act_ }) => ({
      ...act_,
      orderId: order_id,
    })),
  }),
})
