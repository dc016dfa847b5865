// Scanned things go to a scanned place, all or none (rule CLS-7). Scanning one twice moves it once.
import type { HeldItem } from '#shared/contract/custody.ts'
import { moveMachine } from '#shared/domain/work-order/decide.ts'
import type { JsonValue, Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { changedFields, orderOf } from '#core/lifecycle/index.ts'
import { readCode } from './codes.ts'
import type { Spot } from './move.ts'
import { moveItem } from './move.ts'
import { itemsOf } from './places-of-items.ts'
import { heldItems, placeRefOf } from './views.ts'
import type { PlaceRef } from './views.ts'
import { spotOf, standsInTheWay } from './where-to.ts'
import type { Target } from './where-to.ts'

type Moving = Readonly<{ codes: readonly string[]; to: Target; remark: string }>
type Moved = { items: HeldItem[]; place: PlaceRef; moved: number }
type Scanned = Readonly<{ row: OrderRow; item: string }>

/** The things behind the codes, each once; or which code is none. */
const thingsOf = (
  ctx: CommandContext,
  codes: readonly string[],
): Map<string, Scanned & { field: string }> | Refused => {
  const things = new Map<string, Scanned & { field: string }>()
  for (const [index, typed] of codes.entries()) {
    const field = `codes.${index}`
    const code = readCode(ctx, typed)
    if (code.what === 'unknown') return refuse('unknownCode', { field, because: code.because })
    if (code.what === 'place') return refuse('unknownCode', { field, because: 'place' })
    if (code.what === 'loaner') {
      const { number } = code.loaner
      return refuse('needsVerb', {
        field,
        command: number === null ? 'lend' : 'takeBack',
        number: number ?? '',
      })
    }
    // A pick-up slip stands for all machines of its visit.
    for (const row of [code.row, ...code.rest])
      things.set(`${row.id}/${code.item}`, { row, item: code.item, field })
  }
  return things
}

export const moveScanned = (ctx: CommandContext, { codes, to, remark }: Moving): Moved | Refused => {
  const spot = spotOf(ctx, to)
  if (!spot) return refuse('unknownPlace', { field: 'code' in to ? 'to.code' : 'to.id' })
  const things = thingsOf(ctx, codes)
  if (!(things instanceof Map)) return things
  let moved = 0
  for (const { row, item, field } of things.values()) {
    const refused = standsInTheWay(ctx.db, row, item, spot, field)
    if (refused) return refused
    if (putThere(ctx, row, item, spot, remark)) moved += 1
  }
  const all = [...things.values()]
  const first = all[0]
  if (!first) throw new Error('nothing was scanned')
  return {
    items: all.flatMap(({ row, item }) => heldItems(ctx.db, row).filter((held) => held.item === item)),
    place: placeRefOf(ctx.db, spot.kind, spot.id, first.row),
    moved,
  }
}

const wordOf = (place: PlaceRef): string => (place.name === '' ? place.kind : place.name)

/** Old → new for the log: what, and from where to where. */
export const moveWords = (
  name: string,
  from: PlaceRef,
  to: PlaceRef,
): Record<string, [JsonValue, JsonValue]> => ({
  item: [null, name],
  place: [wordOf(from), wordOf(to)],
})

const putThere = (ctx: CommandContext, row: OrderRow, item: string, to: Spot, remark: string): boolean => {
  const before = heldItems(ctx.db, row).find((held) => held.item === item)
  if (!before || !moveItem(ctx, row, item, to, remark)) return false
  const place = to.kind === 'branch' ? 'atBranch' : 'here'
  if (item === 'machine' && row.machine_place !== place) {
    const order = orderOf(row)
    const fields = changedFields(order, moveMachine(order, place))
    ctx.update('workOrder', row.id, { ...fields, ver: row.ver + 1, updatedAt: ctx.now }, 'order.itemMoved')
  }
  ctx.log({
    subject: 'workOrder',
    subjectId: row.id,
    action: 'order.itemMoved',
    changes: moveWords(before.name, before.place, placeRefOf(ctx.db, to.kind, to.id, row)),
    ...(remark === '' ? {} : { remark }),
  })
  ctx.audit({
    action: 'order.itemMoved',
    object: 'workOrder',
    objectId: row.id,
    details: { item, from: before.place.kind, to: to.kind },
  })
  ctx.changed('workOrder', `workOrder:${row.id}`, 'custody')
  return true
}

/** Free for the hand-over, with the manager's word for what was agreed. */
export const declareLost = (ctx: CommandContext, row: OrderRow, item: string, words: string): boolean => {
  const before = heldItems(ctx.db, row).find((held) => held.item === item)
  if (!before || !itemsOf(ctx.db, row).some((one) => one.item === item)) return false
  if (!moveItem(ctx, row, item, { kind: 'lost', id: null }, words)) return true
  ctx.log({
    subject: 'workOrder',
    subjectId: row.id,
    action: 'order.itemLost',
    changes: moveWords(before.name, before.place, placeRefOf(ctx.db, 'lost', null, row)),
    remark: words,
  })
  ctx.audit({ action: 'order.itemLost', object: 'workOrder', objectId: row.id, details: { item } })
  ctx.changed('workOrder', `workOrder:${row.id}`, 'custody')
  return true
}
