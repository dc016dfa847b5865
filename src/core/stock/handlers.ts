// The stock's procedures: each is one document of the ledger, one place, or one look (rules PRT-4, 5, 9, 10).
import { stocks } from '#shared/contract/stock.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { count, countSheet } from './count.ts'
import { documentSeen, documentsPage } from './documents.ts'
import { movements, ofPart, onHand, proposal } from './look.ts'
import * as moves from './moves.ts'
import * as places from './places.ts'
import { partRow } from './repository-look.ts'

/** What came in raises the orders that wait for it (rule PRT-7). */
const whoWaitsGoesOn = <T>(
  ctx: CommandContext,
  lines: readonly Readonly<{ partId: string; quantity: number }>[],
  answer: T | Refused,
): T | Refused => {
  if (isRefused(answer)) return answer
  const parts = lines.map(({ partId, quantity }) => ({ partId, quantity }))
  const raised = ctx.also('orderPart.arrived', { parts })
  return isRefused(raised) ? raised : answer
}

export const stockEntries = implement(stocks, {
  places: (ctx) => ({ warehouses: places.warehousesView(ctx.db) }),
  onHand: (ctx, input) => onHand(ctx, input),
  ofPart: (ctx, input) => {
    const part = partRow(ctx.db, input.id)
    return part ? ofPart(ctx, part) : refuse('unknownPart', { field: 'id' })
  },
  movements: (ctx, input) =>
    partRow(ctx.db, input.partId) ? movements(ctx, input) : refuse('unknownPart', { field: 'partId' }),
  documents: (ctx, input) => documentsPage(ctx.db, input),
  document: (ctx, { id, number }) =>
    documentSeen(ctx, id === undefined ? { number } : { id }) ??
    refuse('unknownDocument', { field: id === undefined ? 'number' : 'id' }),
  proposal: (ctx, input) => proposal(ctx, input.because),

  addWarehouse: (ctx, input) => places.addWarehouse(ctx, input),
  changeWarehouse: (ctx, input) => places.changeWarehouse(ctx, input.id, input.changes),
  addPlace: (ctx, input) => places.addPlace(ctx, input),
  changePlace: (ctx, input) => places.changePlace(ctx, input.id, input.changes),
  openBag: (ctx, input) => {
    const bag = places.bagOf(ctx, input.staffId, input.warehouseId)
    return isRefused(bag) ? bag : places.placeSeen(ctx.db, bag)
  },

  receive: (ctx, input) => whoWaitsGoesOn(ctx, input.lines, moves.receive(ctx, input)),
  supplierReturn: (ctx, input) => moves.supplierReturn(ctx, input),
  move: (ctx, input) => moves.moveWithin(ctx, input),
  transferSend: (ctx, input) => moves.transferSend(ctx, input),
  transferArrive: (ctx, input) => whoWaitsGoesOn(ctx, input.lines, moves.transferArrive(ctx, input)),
  transferLost: (ctx, input) => moves.transferLost(ctx, input),
  countSheet: (ctx, input) => countSheet(ctx, input.placeId),
  count: (ctx, input) => count(ctx, input),
  adjust: (ctx, input) => moves.adjust(ctx, input),
  scrap: (ctx, input) => moves.scrap(ctx, input),
  toHeadquarters: (ctx, input) => moves.toHeadquarters(ctx, input),
})
