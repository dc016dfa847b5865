// Moves a thing in the books: its present place, and the move that is never changed (rule CLS-7).
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { itemsOf } from './places-of-items.ts'
import { custodyAt } from './repository.ts'

export type Spot = Readonly<{ kind: PlaceKind; id: string | null }>

/** Does nothing where the thing already is there. Answers whether it moved. */
export const moveItem = (
  ctx: CommandContext,
  row: OrderRow,
  item: string,
  to: Spot,
  remark = '',
): boolean => {
  const present = custodyAt(ctx.db, row.id, item)
  const from: Spot = present
    ? { kind: present.place_kind, id: present.place_id }
    : { kind: itemsOf(ctx.db, row).find((one) => one.item === item)?.kind ?? 'counter', id: null }
  if (present && from.kind === to.kind && from.id === to.id) return false
  const place = { placeKind: to.kind, placeId: to.id, since: ctx.now, staffId: ctx.actor.staffId }
  if (present) ctx.update('custody', present.id, place, 'custody.moved')
  else ctx.insert('custody', ctx.newId(), { orderId: row.id, item, ...place }, 'custody.moved')
  if (from.kind === to.kind && from.id === to.id) return false
  ctx.insert(
    'custodyMove',
    ctx.newId(),
    {
      orderId: row.id,
      item,
      fromKind: from.kind,
      fromId: from.id,
      toKind: to.kind,
      toId: to.id,
      remark,
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    'custodyMove.made',
  )
  return true
}
