// What was used of the parts in hand, with the pair of serials and the old part that is owed (rules PRT-1, PRT-6, PRT-8).
import type { z } from 'zod'
import type { orderParts } from '#shared/contract/order-parts.ts'
import { problemOf } from '#shared/domain/parts/index.ts'
import { amountFits } from '#shared/domain/quote/index.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { keptSerial } from '#shared/domain/stock/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { chargeUsedParts } from './charge.ts'
import { logParts, writeEntry } from './lines.ts'
import { fractionProblem, handProblem, jobProblem, lineOf, orderAtWork } from './on-the-order.ts'
import type { MovedParts } from './on-the-order.ts'
import { entriesOfLine, quantitiesOf, readLine } from './repository.ts'
import type { LineRow } from './repository.ts'

type Procedures = typeof orderParts.procedures
type Use = z.output<Procedures['use']['input']>
type TakeBackUse = z.output<Procedures['takeBackUse']['input']>

/** A part with serials says which one came out, unless somebody says why there is none (PRT-6). */
const oldPartProblem = (
  line: LineRow,
  wanted: Use['lines'][number],
  newSerials: readonly string[],
  field: string,
): Refused | undefined =>
  newSerials.length > 0 && wanted.noOldPart === '' && wanted.oldSerials.length !== newSerials.length
    ? refuse('oldSerialMissing', { field: `${field}.oldSerials`, name: line.name })
    : undefined

export const use = (ctx: CommandContext, input: Use): MovedParts | Refused => {
  const row = orderAtWork(ctx, input)
  if (isRefused(row)) return row
  const notHis = jobProblem(ctx, row.id, 'useParts')
  if (notHis) return notHis
  const used: { name: string; quantity: number }[] = []
  for (const [index, wanted] of input.lines.entries()) {
    const field = `lines.${index}`
    const line = lineOf(ctx, row.id, wanted.orderPartId, `${field}.orderPartId`)
    if (isRefused(line)) return line
    const { quantity } = wanted
    const newSerials = wanted.newSerials.map(keptSerial)
    const problem =
      handProblem(ctx, line, { quantity, serials: newSerials, field, serialField: 'newSerials' }) ??
      oldPartProblem(line, wanted, newSerials, field)
    if (problem) return problem
    // In full, whatever the quote covers now: a new quote may cover less.
    if (!amountFits({ quantity: line.used + quantity, priceFen: line.price_fen }))
      return refuse('amountTooLarge', { field: `${field}.quantity` })
    const after = writeEntry(ctx, line, {
      of: 'used',
      quantity,
      newSerials,
      oldSerials: wanted.oldSerials.map(keptSerial),
      reason: wanted.noOldPart,
    })
    if (line.old_returnable === 1 && wanted.noOldPart === '')
      writeEntry(ctx, after, { of: 'oldOwed', quantity, oldSerials: wanted.oldSerials.map(keptSerial) })
    used.push({ name: line.name, quantity })
  }
  chargeUsedParts(ctx, row.id)
  logParts(ctx, row.id, 'used', used)
  return { orderPartIds: input.lines.map(({ orderPartId }) => orderPartId), documents: [], tags: [] }
}

/** Serials that were said to be used and were not taken back. */
const serialsUsed = (ctx: CommandContext, line: LineRow): Set<string> => {
  const used = new Set<string>()
  for (const entry of entriesOfLine(ctx.db, line.id)) {
    if (entry.quantity_of !== 'used') continue
    for (const serial of JSON.parse(entry.new_serials) as string[])
      if (entry.quantity > 0) used.add(serial)
      else used.delete(serial)
  }
  return used
}

export const takeBackUse = (ctx: CommandContext, input: TakeBackUse): MovedParts | Refused => {
  const line = readLine(ctx.db, input.orderPartId)
  if (!line) return refuse('unknownOrderPart', { field: 'orderPartId' })
  const row = orderAtWork(ctx, { id: line.order_id })
  if (isRefused(row)) return row
  const notHis = jobProblem(ctx, row.id, 'useParts')
  if (notHis) return notHis
  const { quantity, reason } = input
  const now = quantitiesOf(line)
  const fraction = fractionProblem(ctx, line.part_id, quantity, 'quantity')
  if (fraction) return fraction
  if (problemOf(now, { of: 'used', quantity: -quantity }))
    return refuse('moreThanUsed', { field: 'quantity' })
  const serials = input.serials.map(keptSerial)
  const known = serialsUsed(ctx, line)
  const needed = known.size === 0 ? 0 : quantity / PER_UNIT
  if (serials.length !== needed)
    return refuse('serialsMissing', { field: 'serials', part: line.name, needed, given: serials.length })
  const stranger = serials.find((serial) => !known.has(serial))
  if (stranger !== undefined) return refuse('serialNotInHand', { field: 'serials', serial: stranger })
  // What stays used keeps its old part owed, whichever piece is taken back.
  const owed = Math.max(0, now.oldOwed - (now.used - quantity))
  if (owed > 0 && problemOf(now, { of: 'oldOwed', quantity: -owed }))
    return refuse('moreThanOwed', { field: 'quantity' })
  const after = writeEntry(ctx, line, { of: 'used', quantity: -quantity, newSerials: serials, reason })
  if (owed > 0) writeEntry(ctx, after, { of: 'oldOwed', quantity: -owed, reason })
  chargeUsedParts(ctx, row.id)
  logParts(ctx, row.id, 'used', [{ name: line.name, quantity: -quantity }], reason)
  return { orderPartIds: [line.id], documents: [], tags: [] }
}
