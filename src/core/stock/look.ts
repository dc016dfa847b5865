// What there is, what moved and what to buy, as the person may see it: costs are for few (right `seeCost`).
import type { MovementLine, OnHandLine } from '#shared/contract/stock.ts'
import { has } from '#shared/domain/staff/rights.ts'
import type { Held } from '#shared/domain/stock/index.ts'
import {
  NOTHING_HELD,
  proposalReason,
  proposedQuantity,
  unitCost,
  worthOf,
} from '#shared/domain/stock/index.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'
import { findParts } from '#core/catalogue/index.ts'
import type { QueryContext } from '#core/command/context.ts'
import { grouped } from './grouped.ts'
import type { AtPlaceRow, Before, PartRow } from './repository-look.ts'
import * as rows from './repository-look.ts'
import { needs } from './repository-documents.ts'
import { costOf } from './repository.ts'

export type Looking = Pick<QueryContext, 'db' | 'actor'>

export const seesCost = ({ actor }: Looking): boolean => has('seeCost', actor.roles)

type Narrow = Readonly<{ warehouseId?: string | undefined; placeId?: string | undefined }>

const isAsked =
  ({ warehouseId, placeId }: Narrow) =>
  (row: AtPlaceRow): boolean =>
    (warehouseId === undefined || row.warehouse_id === warehouseId) &&
    (placeId === undefined || row.place_id === placeId)

const lineOf = (row: PartRow, places: readonly AtPlaceRow[], cost: Held | undefined): OnHandLine => {
  const sum = (kind?: AtPlaceRow['kind']): number =>
    places.reduce((all, one) => (kind === undefined || one.kind === kind ? all + one.quantity : all), 0)
  return {
    partId: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    decimals: row.decimals,
    spec: row.spec,
    serialTracked: row.serial_tracked === 1,
    active: row.active === 1,
    minimum: row.minimum,
    sellable: sum('bin'),
    inBags: sum('bag'),
    defective: sum('defective'),
    onTheWay: sum('transit'),
    unitCostFen: cost ? unitCost(cost, PER_UNIT) : null,
    valueFen: cost ? worthOf(cost, sum()) : null,
  }
}

const linesOf = (ctx: Looking, parts: readonly PartRow[], narrow: Narrow): OnHandLine[] => {
  const ids = parts.map(({ id }) => id)
  const places = grouped(rows.atPlaces(ctx.db, ids).filter(isAsked(narrow)), (row) => row.part_id)
  const costs = seesCost(ctx)
    ? new Map(
        rows
          .costsOf(ctx.db, ids)
          .map((row) => [row.part_id, { quantity: row.quantity, valueFen: row.value_fen }]),
      )
    : undefined
  return parts.map((part) =>
    lineOf(part, places.get(part.id) ?? [], costs && (costs.get(part.id) ?? NOTHING_HELD)),
  )
}

type OnHandAsk = Narrow &
  Readonly<{
    text: string
    only: 'all' | 'inStock' | 'belowMinimum'
    after?: string | undefined
    limit: number
  }>

/** So many of what the search finds are looked at where some of it is left out. */
const MOST_FOUND = 200

/** What was typed or scanned finds parts as everywhere, the best first; what is asked beside it leaves some out. */
const foundBy = (ctx: Looking, { text, only, limit, ...narrow }: OnHandAsk): OnHandLine[] => {
  const isNarrow = narrow.placeId !== undefined || narrow.warehouseId !== undefined
  const most = isNarrow || only !== 'all' ? MOST_FOUND : limit
  const ids = findParts(ctx.db, { text, limit: most, inactive: true }).map(({ id }) => id)
  return linesOf(ctx, rows.partRows(ctx.db, ids), narrow).filter((line) => {
    const total = line.sellable + line.inBags + line.defective + line.onTheWay
    return (
      (total > 0 || (!isNarrow && only !== 'inStock')) &&
      (only !== 'belowMinimum' || line.sellable < line.minimum)
    )
  })
}

/** A page ends with the code of its last part; what a search found is one page. */
export const onHand = (ctx: Looking, ask: OnHandAsk) => {
  const { after, limit } = ask
  if (ask.text !== '') return { lines: foundBy(ctx, ask).slice(0, limit), next: null }
  const all = rows.partsOfPage(ctx.db, { ...ask, afterKey: after ?? '', limit: limit + 1 })
  const page = all.slice(0, limit)
  return {
    lines: linesOf(ctx, page, ask),
    next: all.length > limit ? (page.at(-1)?.code_key ?? null) : null,
  }
}

export const ofPart = (ctx: Looking, part: PartRow) => {
  const serials = grouped(rows.serialsOf(ctx.db, part.id), (row) => row.place_id)
  const [line] = linesOf(ctx, [part], {})
  if (!line) throw new Error('a part without a line')
  return {
    part: line,
    places: rows.atPlaces(ctx.db, [part.id]).map((row) => ({
      placeId: row.place_id,
      place: row.place,
      kind: row.kind,
      warehouseId: row.warehouse_id,
      warehouse: row.warehouse,
      quantity: row.quantity,
      serials: (serials.get(row.place_id) ?? []).map(({ serial }) => serial),
    })),
  }
}

/** Where a page ended, and how much there was before its last movement. */
type Mark = Before & Readonly<{ total: number }>
const markText = ({ at, rowid, total }: Mark): string => `${at}.${rowid}.${total}`

/** Reads `at.rowid` with anything behind it; undefined for what nobody was given. */
export const readNumbers = (cursor: string | undefined, count: number): number[] | undefined => {
  const numbers = (cursor ?? '').split('.').map(Number)
  return cursor !== undefined && numbers.length === count && numbers.every(Number.isSafeInteger)
    ? numbers
    : undefined
}

type MovementsAsk = Readonly<{
  partId: string
  placeId?: string | undefined
  after?: string | undefined
  limit: number
}>

export const movements = (ctx: Looking, { partId, placeId, after, limit }: MovementsAsk) => {
  const [at, rowid, total] = readNumbers(after, 3) ?? []
  const found = rows.movementsOf(ctx.db, partId, {
    placeId,
    limit: limit + 1,
    ...(at !== undefined && rowid !== undefined ? { before: { at, rowid } } : {}),
  })
  const sees = seesCost(ctx)
  let left = total ?? rows.totalOf(ctx.db, partId, placeId)
  const page = found.slice(0, limit)
  const lines = page.map((row): MovementLine => {
    const afterwards = left
    left -= row.quantity
    return {
      id: row.id,
      documentId: row.document_id,
      number: row.number,
      kind: row.kind,
      at: row.at,
      who: row.who,
      place: row.place,
      quantity: row.quantity,
      after: afterwards,
      serials: JSON.parse(row.serials) as string[],
      valueFen: sees ? row.value_fen : null,
      orderId: row.order_id,
      orderNumber: row.order_number ?? '',
      partner: row.partner ?? '',
      reason: row.reason,
    }
  })
  const last = page.at(-1)
  return {
    lines,
    next: found.length > limit && last ? markText({ at: last.at, rowid: last.rowid, total: left }) : null,
  }
}

export const proposal = (ctx: Looking, because: 'orders' | 'minimum' | undefined) => ({
  lines: needs(ctx.db).flatMap((row) => {
    const need = {
      minimum: row.minimum,
      demand: row.demand,
      sellable: row.sellable,
      onTheWay: row.on_the_way,
    }
    const proposed = proposedQuantity(need)
    const why = proposalReason(need)
    if (proposed === 0 || (because !== undefined && because !== why)) return []
    const { id: partId, code, name, unit, decimals } = row
    return [
      {
        ...{ partId, code, name, unit, decimals },
        ...need,
        proposed,
        because: why,
        unitCostFen: seesCost(ctx) ? unitCost(costOf(ctx.db, partId) ?? NOTHING_HELD, PER_UNIT) : null,
      },
    ]
  }),
})
