// A count of a place (rule PRT-10): what differs from the books is posted with a reason, what nobody counted is named.
import { countsBlind, differencesOf, keptSerial } from '#shared/domain/stock/index.ts'
import { PER_UNIT, fitsDecimals } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import type { Leg } from './ledger.ts'
import { post } from './ledger.ts'
import { seesCost } from './look.ts'
import { placeAmong } from './moves.ts'
import type { PartRow } from './repository-look.ts'
import { partRow, partsAt, serialsOf } from './repository-look.ts'
import { balanceAt, stockPlace } from './repository.ts'

const ofPart = ({ id: partId, code, name, unit, decimals }: PartRow) => ({
  partId,
  code,
  name,
  unit,
  decimals,
})

const serialsAt = (ctx: Pick<QueryContext, 'db'>, part: PartRow, placeId: string): string[] =>
  part.serial_tracked === 1
    ? serialsOf(ctx.db, part.id).flatMap((row) => (row.place_id === placeId ? row.serial : []))
    : []

export const countSheet = (ctx: QueryContext, placeId: string) => {
  if (!stockPlace(ctx.db, placeId)) return refuse('unknownPlace', { field: 'placeId' })
  const blind = countsBlind(ctx.actor.roles)
  return {
    blind,
    lines: partsAt(ctx.db, placeId).map((row) => ({
      ...ofPart(row),
      serialTracked: row.serial_tracked === 1,
      quantity: blind ? null : row.quantity,
      serials: blind ? null : serialsAt(ctx, row, placeId),
    })),
  }
}

type CountLine = Readonly<{ partId: string; counted: number; serials: readonly string[] }>
type Compared = Readonly<{
  part: PartRow
  booked: number
  counted: number
  missing: readonly string[]
  found: readonly string[]
  legs: readonly Leg[]
}>

const compare = (
  ctx: CommandContext,
  placeId: string,
  line: CountLine,
  field: string,
): Compared | Refused => {
  const part = partRow(ctx.db, line.partId)
  if (!part) return refuse('unknownPart', { field: `${field}.partId` })
  if (!fitsDecimals(line.counted, part.decimals))
    return refuse('quantityNotAllowed', { field: `${field}.counted`, because: 'fraction', unit: part.unit })
  const tracked = part.serial_tracked === 1
  const serials = line.serials.map(keptSerial)
  const given = new Set(serials).size
  const needed = tracked ? line.counted / PER_UNIT : 0
  if (given !== needed || given !== serials.length)
    return refuse('serialsMissing', { field: `${field}.serials`, part: part.name, needed, given })
  const booked = balanceAt(ctx.db, part.id, placeId)
  const onBook = { quantity: booked, serials: serialsAt(ctx, part, placeId) }
  const differences = differencesOf({ counted: line.counted, serials }, onBook, tracked)
  const serialsOfSign = (sign: 1 | -1): readonly string[] =>
    differences.find(({ quantity }) => Math.sign(quantity) === sign)?.serials ?? []
  return {
    part,
    booked,
    counted: line.counted,
    missing: serialsOfSign(-1),
    found: serialsOfSign(1),
    legs: differences.map((one) => ({ ...one, partId: part.id, placeId, field })),
  }
}

type Count = Readonly<{ placeId: string; lines: readonly CountLine[]; reason: string }>

export const count = (ctx: CommandContext, { placeId, lines, reason }: Count) => {
  const place = placeAmong(ctx, placeId, ['bin', 'defective', 'bag'], 'placeId')
  if (isRefused(place)) return place
  const compared = new Map<string, Compared>()
  for (const [index, line] of lines.entries()) {
    const field = `lines.${index}`
    if (compared.has(line.partId)) return refuse('countedTwice', { field: `${field}.partId` })
    const one = compare(ctx, placeId, line, field)
    if (isRefused(one)) return one
    compared.set(line.partId, one)
  }
  const before = partsAt(ctx.db, placeId)
  const legs = [...compared.values()].flatMap((one) => one.legs)
  const posted = legs.length === 0 ? undefined : post(ctx, { kind: 'count', reason }, legs)
  if (isRefused(posted)) return posted
  if (!posted)
    ctx.audit({
      action: 'stock.counted',
      object: 'stockPlace',
      objectId: placeId,
      details: { lines: lines.length },
    })
  const blind = countsBlind(ctx.actor.roles)
  const valueOf = (partId: string): number =>
    (posted?.legs ?? []).reduce((sum, leg) => (leg.partId === partId ? sum + leg.valueFen : sum), 0)
  return {
    document: posted ? { documentId: posted.documentId, number: posted.number } : null,
    differences: [...compared.values()].flatMap(({ part, booked, counted, missing, found, legs: own }) =>
      own.length === 0
        ? []
        : [
            {
              ...ofPart(part),
              booked,
              counted,
              missing: [...missing],
              found: [...found],
              valueFen: seesCost(ctx) ? valueOf(part.id) : null,
            },
          ],
    ),
    notCounted: before.flatMap((row) =>
      compared.has(row.id) ? [] : [{ ...ofPart(row), quantity: blind ? null : row.quantity }],
    ),
  }
}
