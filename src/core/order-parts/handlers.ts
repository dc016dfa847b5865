// The procedures of parts on an order (rules PRT-1 to PRT-3, PRT-6 to PRT-8, PRT-11, PRT-12).
import { orderParts } from '#shared/contract/order-parts.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { post } from '#core/stock/index.ts'
import type { Leg } from '#core/stock/index.ts'
import { giveBack, returnOld } from './give-back.ts'
import { issue } from './issue.ts'
import { changePlan, plan } from './plan.ts'
import { openRequests, readTag, oldPartsOwed, standing, tagsOwed } from './repository.ts'
import type { TagRow } from './repository.ts'
import { arrived, endRequest, request, requestLate } from './requests.ts'
import { takeBackUse, use } from './use.ts'
import { partsOfOrder, partsOfSerial, requestSeen, tagSeen } from './view.ts'

/** Defective parts leave the defective bin with the parcel; old parts never were stock. */
const takeOut = (ctx: CommandContext, tags: readonly TagRow[], waybill: string): string | null | Refused => {
  const legs = tags.flatMap((tag, index): Leg[] =>
    tag.place_id === null || tag.part_id === null
      ? []
      : [
          {
            partId: tag.part_id,
            placeId: tag.place_id,
            quantity: -tag.quantity,
            serials: tag.serial === '' ? [] : [tag.serial],
            field: `tags.${index}`,
          },
        ],
  )
  if (legs.length === 0) return null
  const posted = post(ctx, { kind: 'toHeadquarters', reason: waybill }, legs)
  return isRefused(posted) ? posted : posted.documentId
}

export const orderPartEntries = implement(orderParts, {
  ofOrder: (ctx, { id }) => partsOfOrder(ctx, id),
  ofSerial: (ctx, { serial }) => ({ parts: partsOfSerial(ctx, serial) }),
  plan,
  changePlan,
  issue,
  use,
  takeBackUse,
  giveBack,
  returnOld,
  request,
  requestLate,
  endRequest,
  arrived,

  waive: (ctx, { id, words }) => {
    if (!readOrderRow(ctx.db, id)) return refuse('unknownOrder', { field: 'id' })
    const { inHand, owed } = standing(ctx.db, id)
    if (inHand === 0 && owed === 0) return refuse('nothingToWaive', { field: 'id' })
    ctx.insert(
      'partsWaiver',
      ctx.newId(),
      { orderId: id, words, at: ctx.now, staffId: ctx.actor.staffId },
      'part.waived',
    )
    ctx.log({ subject: 'workOrder', subjectId: id, action: 'part.waived', remark: words })
    ctx.audit({ action: 'part.waived', object: 'workOrder', objectId: id, details: { inHand, owed } })
    ctx.changed('workOrder', `workOrder:${id}`, `orderParts:${id}`, 'orderParts')
    return {}
  },

  waiting: (ctx) => ({ requests: openRequests(ctx.db).map((row) => requestSeen(ctx, row)) }),
  owed: (ctx) => ({
    tags: tagsOwed(ctx.db).map(tagSeen),
    oldParts: oldPartsOwed(ctx.db).map((row) => ({
      orderId: row.order_id,
      orderNumber: row.order_number,
      name: row.name,
      quantity: row.quantity,
      since: row.since,
    })),
  }),

  sendTagged: (ctx, { tags: ids, waybill }) => {
    const tags: TagRow[] = []
    for (const [index, id] of ids.entries()) {
      const tag = readTag(ctx.db, id)
      if (!tag) return refuse('unknownTag', { field: `tags.${index}` })
      if (tag.sent_at !== null || tags.some((other) => other.id === id))
        return refuse('alreadySent', { field: `tags.${index}` })
      tags.push(tag)
    }
    const documentId = takeOut(ctx, tags, waybill)
    if (isRefused(documentId)) return documentId
    for (const { id } of tags) ctx.update('faultTag', id, { sentAt: ctx.now, waybill }, 'faultTag.sent')
    ctx.audit({
      action: 'faultTag.sent',
      object: 'faultTag',
      objectId: ids[0] ?? '',
      details: { tags: ids.length, waybill },
    })
    ctx.changed('orderParts')
    return { documentId }
  },
})
