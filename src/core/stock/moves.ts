// Documents that a person writes: what comes from a supplier, goes elsewhere, is corrected or thrown away. Each only
// says which kinds of places it touches; everything else is the ledger's.
import type { StockPlaceKind } from '#shared/domain/stock/index.ts'
import { keptSerial } from '#shared/domain/stock/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { readPartner } from '#core/directory/index.ts'
import { stillOnWay } from './documents.ts'
import type { Leg, NewDocument } from './ledger.ts'
import { post } from './ledger.ts'
import { homePlace, transitOf } from './places.ts'
import type { StockPlaceRow } from './repository.ts'
import { readDocument, stockPlace } from './repository.ts'
import { readWarehouse } from './repository-places.ts'
import { answerRequest, requestToAnswer } from './transfer-requests.ts'

type Moving = Readonly<{ partId: string; quantity: number; serials: readonly string[] }>
type FromPlace = Moving & Readonly<{ placeId: string }>
type Numbered = { documentId: string; number: string }

const OWN: readonly StockPlaceKind[] = ['bin', 'defective', 'bag']
const SHELVES: readonly StockPlaceKind[] = ['bin', 'defective']

/** The place, if it is of one of these kinds. */
export const placeAmong = (
  ctx: Pick<CommandContext, 'db'>,
  id: string,
  kinds: readonly StockPlaceKind[],
  field: string,
): StockPlaceRow | Refused => {
  const place = stockPlace(ctx.db, id)
  if (!place) return refuse('unknownPlace', { field })
  return kinds.includes(place.kind)
    ? place
    : refuse('wrongPlace', { field, place: place.name, kind: place.kind })
}

const placesAmong = (
  ctx: CommandContext,
  lines: readonly Readonly<{ placeId: string }>[],
  kinds: readonly StockPlaceKind[],
): Refused | undefined => {
  for (const [index, { placeId }] of lines.entries()) {
    const place = placeAmong(ctx, placeId, kinds, `lines.${index}.placeId`)
    if (isRefused(place)) return place
  }
  return undefined
}

const partnerProblem = (ctx: CommandContext, partnerId: string | null): Refused | undefined =>
  partnerId !== null && !readPartner(ctx.db, partnerId)
    ? refuse('unknownPartner', { field: 'partnerId' })
    : undefined

/** Lines are written as positive amounts; what leaves is turned round here. */
const leaving = (lines: readonly FromPlace[]): Leg[] | Refused => {
  const legs: Leg[] = []
  for (const [index, line] of lines.entries()) {
    const field = `lines.${index}`
    if (line.quantity < 0)
      return refuse('quantityNotAllowed', { field: `${field}.quantity`, because: 'negative', unit: '' })
    legs.push({ ...line, quantity: -line.quantity || 0, field })
  }
  return legs
}

const numbered = (posted: ReturnType<typeof post>): Numbered | Refused =>
  isRefused(posted) ? posted : { documentId: posted.documentId, number: posted.number }

const goesAway = (
  ctx: CommandContext,
  document: NewDocument,
  lines: readonly FromPlace[],
  kinds: readonly StockPlaceKind[],
): Numbered | Refused => {
  const refused = partnerProblem(ctx, document.partnerId ?? null) ?? placesAmong(ctx, lines, kinds)
  if (refused) return refused
  const legs = leaving(lines)
  return isRefused(legs) ? legs : numbered(post(ctx, document, legs))
}

type Received = Readonly<{
  partnerId: string | null
  lines: readonly (Moving & Readonly<{ placeId?: string | undefined; costFen: number }>)[]
  reason: string
}>

export const receive = (ctx: CommandContext, { partnerId, lines, reason }: Received): Numbered | Refused => {
  const placed = lines.map((line) => ({ ...line, placeId: line.placeId ?? homePlace(ctx) }))
  const refused = partnerProblem(ctx, partnerId) ?? placesAmong(ctx, placed, SHELVES)
  if (refused) return refused
  const legs = placed.map(({ costFen, ...line }, index) => ({
    ...line,
    valueFen: costFen,
    field: `lines.${index}`,
  }))
  return numbered(post(ctx, { kind: 'receipt', partnerId, reason }, legs))
}

type Away = Readonly<{ partnerId?: string | null; lines: readonly FromPlace[]; reason: string }>

export const supplierReturn = (ctx: CommandContext, { lines, ...away }: Away): Numbered | Refused =>
  goesAway(ctx, { kind: 'supplierReturn', ...away }, lines, SHELVES)

export const toHeadquarters = (ctx: CommandContext, { lines, ...away }: Away): Numbered | Refused =>
  goesAway(ctx, { kind: 'toHeadquarters', ...away }, lines, SHELVES)

export const scrap = (ctx: CommandContext, { lines, ...away }: Away): Numbered | Refused =>
  goesAway(ctx, { kind: 'scrap', ...away }, lines, ['defective'])

/** Out of one place and into another, line by line. */
const carried = (lines: readonly Moving[], from: string, to: string): Leg[] | Refused => {
  const out = leaving(lines.map((line) => ({ ...line, placeId: from })))
  if (isRefused(out)) return out
  return [...out, ...lines.map((line, index) => ({ ...line, placeId: to, field: `lines.${index}` }))]
}

type Carrying = Readonly<{ fromPlaceId: string; lines: readonly Moving[]; reason: string }>

export const moveWithin = (
  ctx: CommandContext,
  { fromPlaceId, toPlaceId, lines, reason }: Carrying & Readonly<{ toPlaceId: string }>,
): Numbered | Refused => {
  const from = placeAmong(ctx, fromPlaceId, OWN, 'fromPlaceId')
  if (isRefused(from)) return from
  const to = placeAmong(ctx, toPlaceId, OWN, 'toPlaceId')
  if (isRefused(to)) return to
  if (from.id === to.id) return refuse('samePlace', { field: 'toPlaceId' })
  if (from.warehouse_id !== to.warehouse_id) return refuse('otherWarehouse', { field: 'toPlaceId' })
  // A defective part that is good again is how defective parts get sold: somebody says why.
  if (from.kind === 'defective' && to.kind !== 'defective' && reason === '')
    return refuse('reasonNeeded', { field: 'reason' })
  const legs = carried(lines, from.id, to.id)
  return isRefused(legs) ? legs : numbered(post(ctx, { kind: 'transfer', reason }, legs))
}

export const transferSend = (
  ctx: CommandContext,
  {
    fromPlaceId,
    toWarehouseId,
    lines,
    reason,
    requestId,
  }: Carrying & Readonly<{ toWarehouseId: string; requestId?: string | undefined }>,
): Numbered | Refused => {
  const from = placeAmong(ctx, fromPlaceId, SHELVES, 'fromPlaceId')
  if (isRefused(from)) return from
  const to = readWarehouse(ctx.db, toWarehouseId)
  if (!to || to.active === 0) return refuse('unknownWarehouse', { field: 'toWarehouseId' })
  if (to.id === from.warehouse_id) return refuse('sameWarehouse', { field: 'toWarehouseId' })
  const request =
    requestId === undefined
      ? undefined
      : requestToAnswer(ctx, requestId, { from: from.warehouse_id, to: to.id }, lines)
  if (isRefused(request)) return request
  const legs = carried(lines, from.id, transitOf(ctx, to))
  if (isRefused(legs)) return legs
  const sent = numbered(post(ctx, { kind: 'transfer', reason }, legs))
  if (request && !isRefused(sent)) answerRequest(ctx, request, 'sent', '', sent.documentId)
  return sent
}

type OnWay = Readonly<{ placeId: string; lines: ReturnType<typeof stillOnWay>['lines'] }>

/** What of the transfer is on the way, with the place where it is; or why nothing can arrive of it. */
const underWay = (ctx: CommandContext, documentId: string): OnWay | Refused => {
  if (!readDocument(ctx.db, documentId)) return refuse('unknownDocument', { field: 'documentId' })
  const { placeId, lines } = stillOnWay(ctx.db, documentId)
  return placeId === undefined ? refuse('nothingOnTheWay', { field: 'documentId' }) : { placeId, lines }
}

/** Serials that another transfer carries do not arrive with this one. */
const strangeSerial = (open: OnWay, lines: readonly FromPlace[]): Refused | undefined => {
  for (const [index, { partId, serials }] of lines.entries()) {
    const sent = open.lines.find((line) => line.partId === partId)?.serials ?? []
    const strange = serials.find((serial) => !sent.includes(keptSerial(serial)))
    if (strange !== undefined)
      return refuse('serialUnknown', { field: `lines.${index}.serials`, serial: strange })
  }
  return undefined
}

export const transferArrive = (
  ctx: CommandContext,
  {
    documentId,
    lines,
    reason,
  }: Readonly<{ documentId: string; lines: readonly FromPlace[]; reason: string }>,
) => {
  const open = underWay(ctx, documentId)
  if (isRefused(open)) return open
  const way = stockPlace(ctx.db, open.placeId)
  if (!way) throw new Error('what is on the way lies nowhere')
  for (const [index, { placeId }] of lines.entries()) {
    const field = `lines.${index}.placeId`
    const place = placeAmong(ctx, placeId, SHELVES, field)
    if (isRefused(place)) return place
    if (place.warehouse_id !== way.warehouse_id) return refuse('otherWarehouse', { field })
  }
  const out = leaving(lines.map((line) => ({ ...line, placeId: way.id })))
  if (isRefused(out)) return out
  const strange = strangeSerial(open, lines)
  if (strange) return strange
  const arriving = lines.map((line, index) => ({ ...line, field: `lines.${index}` }))
  const posted = post(ctx, { kind: 'arrival', refersTo: documentId, reason }, [...out, ...arriving])
  if (isRefused(posted)) return posted
  const missing = stillOnWay(ctx.db, documentId).lines
  return { documentId: posted.documentId, number: posted.number, missing }
}

export const transferLost = (
  ctx: CommandContext,
  { documentId, reason }: Readonly<{ documentId: string; reason: string }>,
): Numbered | Refused => {
  const open = underWay(ctx, documentId)
  if (isRefused(open)) return open
  const legs = open.lines.map(({ partId, quantity, serials }) => ({
    partId,
    placeId: open.placeId,
    quantity: -quantity,
    serials,
  }))
  return numbered(post(ctx, { kind: 'adjustment', refersTo: documentId, reason }, legs))
}

export const adjust = (
  ctx: CommandContext,
  { placeId, reason, ...line }: FromPlace & Readonly<{ reason: string }>,
): Numbered | Refused => {
  const place = placeAmong(ctx, placeId, OWN, 'placeId')
  if (isRefused(place)) return place
  const posted = post(ctx, { kind: 'adjustment', reason }, [{ ...line, placeId, field: 'line' }])
  if (!isRefused(posted)) return numbered(posted)
  // The one line stands in the input itself.
  const { field, ...rest } = posted.refused
  return { refused: { ...rest, field: String(field).replace('line.', '') } }
}
