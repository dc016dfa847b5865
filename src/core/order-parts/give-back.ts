// Parts come back from an order: good ones into a bin, defective ones into the defective bin with a fault tag, old
// parts with a fault tag too (rules PRT-1, PRT-5, PRT-8). Allowed in every state: nothing in hand may stay there.
import type { z } from 'zod'
import type { orderParts } from '#shared/contract/order-parts.ts'
import { costOf, problemOf } from '#shared/domain/parts/index.ts'
import { keptSerial } from '#shared/domain/stock/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { orderToActOn } from '#core/lifecycle/index.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { fullestBin, homePlace, post, stockPlace } from '#core/stock/index.ts'
import type { Leg } from '#core/stock/index.ts'
import { logParts, writeEntry } from './lines.ts'
import { fractionProblem, handProblem, jobProblem, lineOf, nothingMoved } from './on-the-order.ts'
import type { MovedParts } from './on-the-order.ts'
import { quantitiesOf } from './repository.ts'
import type { LineRow } from './repository.ts'

type Procedures = typeof orderParts.procedures
type GiveBack = z.output<Procedures['giveBack']['input']>
type ReturnOld = z.output<Procedures['returnOld']['input']>
type Wanted = GiveBack['lines'][number]
type Asked = Readonly<{
  line: LineRow
  wanted: Wanted
  serials: readonly string[]
  field: string
  costFen: number
}>

/** Where it goes: a good part to the bin that is named or usual, a defective one to the defective bin. */
const placeFor = (ctx: CommandContext, line: LineRow, wanted: Wanted, field: string): string | Refused => {
  const partId = line.part_id ?? ''
  if (wanted.condition === 'defective') return homePlace(ctx, 'defective')
  const placeId = wanted.placeId ?? fullestBin(ctx.db, partId)?.placeId ?? homePlace(ctx, 'bin')
  return stockPlace(ctx.db, placeId)?.kind === 'bin'
    ? placeId
    : refuse('notABin', { field: `${field}.placeId` })
}

const tag = (
  ctx: CommandContext,
  line: LineRow,
  made: Readonly<{
    what: 'old' | 'defective'
    quantity: number
    serial: string
    fault: string
    placeId: string | null
  }>,
): string => {
  const id = ctx.newId()
  ctx.insert(
    'faultTag',
    id,
    {
      ...made,
      number: nextNumber(ctx),
      orderId: line.order_id,
      orderPartId: line.id,
      partId: line.part_id,
      at: ctx.now,
      staffId: ctx.actor.staffId,
      printedAt: null,
      sentAt: null,
      waybill: null,
    },
    'faultTag.made',
  )
  return id
}

const asked = (ctx: CommandContext, input: GiveBack): Asked[] | Refused => {
  const all: Asked[] = []
  for (const [index, wanted] of input.lines.entries()) {
    const field = `lines.${index}`
    const line = lineOf(ctx, input.id, wanted.orderPartId, `${field}.orderPartId`)
    if (isRefused(line)) return line
    if (all.some((other) => other.line.id === line.id)) return refuse('lineTwice', { field })
    const serials = wanted.serials.map(keptSerial)
    const problem = handProblem(ctx, line, {
      quantity: wanted.quantity,
      serials,
      field,
      serialField: 'serials',
    })
    if (problem) return problem
    if (wanted.condition === 'defective' && wanted.fault === '')
      return refuse('faultMissing', { field: `${field}.fault` })
    all.push({
      line,
      wanted,
      serials,
      field,
      costFen: costOf(quantitiesOf(line), line.cost_fen, wanted.quantity),
    })
  }
  return all
}

export const giveBack = (ctx: CommandContext, input: GiveBack): MovedParts | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const notHis = jobProblem(ctx, row.id, 'issueParts')
  if (notHis) return notHis
  const all = asked(ctx, input)
  if (isRefused(all)) return all
  const moved = nothingMoved()
  const legs: Leg[] = []
  for (const { line, wanted, serials, field, costFen } of all) {
    // A bought-in part goes back to whom it was bought from: the stock never had it.
    if (line.part_id === null || line.bought_in === 1) continue
    const placeId = placeFor(ctx, line, wanted, field)
    if (isRefused(placeId)) return placeId
    const { quantity } = wanted
    legs.push({
      partId: line.part_id,
      placeId,
      quantity,
      serials,
      valueFen: costFen,
      orderPartId: line.id,
      field,
    })
  }
  const posted = legs.length === 0 ? undefined : post(ctx, { kind: 'return', orderId: row.id }, legs)
  if (posted && isRefused(posted)) return posted
  if (posted) moved.documents.push(posted.documentId)
  for (const { line, wanted, serials, costFen } of all) {
    const { quantity, condition, fault } = wanted
    writeEntry(ctx, line, {
      of: condition === 'good' ? 'returnedGood' : 'returnedDefective',
      quantity,
      costFen: -costFen,
      newSerials: serials,
      reason: fault,
      ...(posted && line.bought_in === 0 ? { documentId: posted.documentId } : {}),
    })
    moved.orderPartIds.push(line.id)
    if (condition === 'good') continue
    const placeId = legs.find((leg) => leg.orderPartId === line.id)?.placeId ?? null
    const pieces =
      serials.length > 0
        ? serials.map((serial) => ({ serial, each: 1000 }))
        : [{ serial: '', each: quantity }]
    for (const { serial, each } of pieces)
      moved.tags.push(tag(ctx, line, { what: 'defective', quantity: each, serial, fault, placeId }))
  }
  for (const quantity of ['returnedGood', 'returnedDefective'] as const) {
    const some = all.filter(({ wanted }) => (wanted.condition === 'good') === (quantity === 'returnedGood'))
    if (some.length > 0)
      logParts(
        ctx,
        row.id,
        quantity,
        some.map(({ line, wanted }) => ({ name: line.name, quantity: wanted.quantity })),
      )
  }
  return moved
}

export const returnOld = (ctx: CommandContext, input: ReturnOld): MovedParts | Refused => {
  const row = orderToActOn(ctx, input.id, input.ver)
  if (isRefused(row)) return row
  const notHis = jobProblem(ctx, row.id, 'issueParts')
  if (notHis) return notHis
  const moved = nothingMoved()
  const returned: { name: string; quantity: number }[] = []
  for (const [index, { orderPartId, quantity, serial, fault }] of input.lines.entries()) {
    const field = `lines.${index}`
    const line = lineOf(ctx, row.id, orderPartId, `${field}.orderPartId`)
    if (isRefused(line)) return line
    const fraction = fractionProblem(ctx, line.part_id, quantity, `${field}.quantity`)
    if (fraction) return fraction
    if (problemOf(quantitiesOf(line), { of: 'oldReturned', quantity }))
      return refuse('moreThanOwed', { field: `${field}.quantity` })
    writeEntry(ctx, line, {
      of: 'oldReturned',
      quantity,
      oldSerials: serial === '' ? [] : [keptSerial(serial)],
      reason: fault,
    })
    moved.orderPartIds.push(line.id)
    moved.tags.push(
      tag(ctx, line, { what: 'old', quantity, serial: keptSerial(serial), fault, placeId: null }),
    )
    returned.push({ name: line.name, quantity })
  }
  logParts(ctx, row.id, 'oldReturned', returned)
  return moved
}
