// The knowledge base: published at review or after it, withdrawn, and read by who may read it (rule CLS-6).
// The service log never tells the words of an article: everybody reads the log of an order.
import type { Article } from '#shared/contract/knowledge.ts'
import { knowledge } from '#shared/contract/knowledge.ts'
import { mayRead } from '#shared/domain/knowledge/fits.ts'
import { isActionAllowed } from '#shared/domain/work-order/any-state.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { readDevice } from '#core/customers/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { recordsOf } from '#core/service/index.ts'
import { articleOfOrder, listArticles, readArticle } from './repository.ts'
import { similarTo } from './similar.ts'

type Act = 'knowledge.published' | 'knowledge.withdrawn'

const told = (ctx: CommandContext, action: Act, articleId: string, orderId: string): void => {
  ctx.log({ subject: 'workOrder', subjectId: orderId, action })
  ctx.audit({ action, object: 'knowledgeArticle', objectId: articleId, details: { orderId } })
  ctx.changed('knowledge', `workOrder:${orderId}`)
}

const withdrawOne = (ctx: CommandContext, articleId: string): void =>
  ctx.update(
    'knowledgeArticle',
    articleId,
    { withdrawnAt: ctx.now, withdrawnBy: ctx.actor.staffId },
    'knowledge.withdrawn',
  )

const written = (article: Article | undefined): Article => {
  if (!article) throw new Error('the article that was just written is not there')
  return article
}

const parseCursor = (cursor: string): { at: number; id: string } => {
  const [at, id = ''] = cursor.split('.')
  return { at: Number(at) || 0, id }
}

export const knowledgeEntries = implement(knowledge, {
  publish: (ctx, { orderId, title, symptom, fix, readers }) => {
    const row = readOrderRow(ctx.db, orderId)
    if (!row) return refuse('unknownOrder', { field: 'orderId' })
    if (!isActionAllowed('publishKnowledge', row.state))
      return refuse('publishTooEarly', { field: 'orderId', number: row.number, state: row.state })
    const device = readDevice(ctx.db, row.device_id)
    const before = articleOfOrder(ctx.db, orderId)
    if (before) withdrawOne(ctx, before.id)
    const id = ctx.newId()
    ctx.insert(
      'knowledgeArticle',
      id,
      {
        orderId,
        category: device?.category ?? '',
        brand: device?.brand ?? '',
        model: device?.model ?? '',
        faultCode: recordsOf(ctx.db, orderId).at(-1)?.fault_code ?? null,
        title,
        symptom,
        fix,
        readers: [...new Set(readers)],
        publishedAt: ctx.now,
        publishedBy: ctx.actor.staffId,
        withdrawnAt: null,
        withdrawnBy: null,
      },
      'knowledge.published',
    )
    told(ctx, 'knowledge.published', id, orderId)
    return written(readArticle(ctx.db, id))
  },

  withdraw: (ctx, { id }) => {
    const before = readArticle(ctx.db, id)
    if (!before) return refuse('unknownEntry', { field: 'id' })
    if (before.withdrawnAt !== null) return before
    withdrawOne(ctx, id)
    told(ctx, 'knowledge.withdrawn', id, before.orderId)
    return written(readArticle(ctx.db, id))
  },

  forOrder: (ctx, { id }) => {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    const own = articleOfOrder(ctx.db, id)
    return {
      published: own && mayRead(own.readers, ctx.actor.roles) ? own : null,
      similar: similarTo(ctx, row),
    }
  },

  list: (ctx, { text, withdrawn, after, limit }) => {
    const before = after === undefined ? undefined : parseCursor(after)
    const found = listArticles(ctx.db, { text, withdrawn, before, limit: limit + 1 })
    const articles = found.slice(0, limit)
    const last = articles.at(-1)
    return { articles, next: found.length > limit && last ? `${last.publishedAt}.${last.id}` : null }
  },
})
