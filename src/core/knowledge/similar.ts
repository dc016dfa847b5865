// What was fixed before on machines like this one, as far as this person may read it (rule CLS-6).
import type { Article } from '#shared/contract/knowledge.ts'
import { MOST_SIMILAR } from '#shared/contract/knowledge.ts'
import { fitOf, mayRead } from '#shared/domain/knowledge/fits.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readDevice } from '#core/customers/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { recordsOf } from '#core/service/index.ts'
import { articlesOfCategory, articlesOfModel } from './repository.ts'

/** The same model before the same fault, the newer before the older; the order's own article is no help. */
export const similarTo = (ctx: QueryContext, row: OrderRow): Article[] => {
  const device = readDevice(ctx.db, row.device_id)
  if (!device) return []
  const record = recordsOf(ctx.db, row.id).at(-1)
  const trouble = {
    brand: device.brand,
    model: device.model,
    faultCode: record?.fault_code ?? null,
    words: row.reported_fault,
  }
  const found = new Map(
    [...articlesOfModel(ctx.db, device), ...articlesOfCategory(ctx.db, device.category)].map((one) => [
      one.id,
      one,
    ]),
  )
  return [...found.values()]
    .filter((one) => one.orderId !== row.id && mayRead(one.readers, ctx.actor.roles))
    .map((one) => ({ one, fit: fitOf(one, trouble) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit || b.one.publishedAt - a.one.publishedAt)
    .slice(0, MOST_SIMILAR)
    .map(({ one }) => one)
}
