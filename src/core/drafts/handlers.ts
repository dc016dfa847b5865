// Unfinished forms: kept often, so without log, audit or outbox; private to their owner.
import { drafts } from '#shared/contract/drafts.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { discardDraft, draftOwner, listDrafts, upsertDraft } from './repository.ts'

export const draftEntries = implement(drafts, {
  list: (ctx) => ({ drafts: listDrafts(ctx.db, ctx.actor.staffId) }),
  save: (ctx, input) => {
    const owner = draftOwner(ctx.db, input.id)
    if (owner !== undefined && owner !== ctx.actor.staffId) return refuse('draftOfAnother')
    upsertDraft(ctx.db, {
      ...input,
      body: JSON.stringify(input.body),
      staffId: ctx.actor.staffId,
      updatedAt: ctx.now,
    })
    ctx.changed('draft')
    return {}
  },
  discard: (ctx, input) => {
    discardDraft(ctx.db, input.id, ctx.actor.staffId)
    ctx.changed('draft')
    return {}
  },
})
