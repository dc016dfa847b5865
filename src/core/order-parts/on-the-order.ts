// What every command on parts asks first: the order, its state, the line, and the serials that somebody has.
import type { Part } from '#shared/contract/catalogue.ts'
import { inHand } from '#shared/domain/parts/index.ts'
import { isBoundToJobs } from '#shared/domain/staff/rights.ts'
import { PER_UNIT, fitsDecimals } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { readPart } from '#core/catalogue/index.ts'
import { orderToActOn } from '#core/lifecycle/index.ts'
import { hasJob } from '#core/own-jobs/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { entriesOfLine, quantitiesOf, readLine } from './repository.ts'
import type { LineRow } from './repository.ts'

/** Parts are planned, issued and used while somebody works on the order; returned as long as anything is in hand. */
const WORKING: readonly State[] = [
  'accepted',
  'pendingDispatch',
  'pendingReceive',
  'inService',
  'awaitingCustomer',
  'awaitingParts',
  'repeatService',
  'atVendor',
]

/** The order on which somebody works, at the version that was on the screen. */
export const orderAtWork = (
  ctx: Pick<CommandContext, 'db'>,
  { id, ver }: Readonly<{ id: string; ver?: number | undefined }>,
): OrderRow | Refused => {
  const row = orderToActOn(ctx, id, ver)
  if (isRefused(row)) return row
  return WORKING.includes(row.state) ? row : refuse('notWhileInState', { field: 'id', state: row.state })
}

/** A technician takes, uses and returns parts of his own jobs only; whoever may in another role, of all (STF-2). */
export const jobProblem = (
  ctx: Pick<CommandContext, 'db' | 'actor'>,
  orderId: string,
  right: 'issueParts' | 'useParts',
): Refused | undefined =>
  isBoundToJobs(right, ctx.actor.roles) && !hasJob(ctx, orderId)
    ? refuse('notYourJob', { field: 'id' })
    : undefined

/** A line of this order. */
export const lineOf = (
  ctx: Pick<QueryContext, 'db'>,
  orderId: string,
  lineId: string,
  field: string,
): LineRow | Refused => {
  const line = readLine(ctx.db, lineId)
  return line && line.order_id === orderId ? line : refuse('unknownOrderPart', { field })
}

/** Serials that somebody has: issued, and neither used nor returned. */
export const serialsInHand = (ctx: Pick<QueryContext, 'db'>, line: LineRow): string[] => {
  const held = new Set<string>()
  for (const entry of entriesOfLine(ctx.db, line.id)) {
    const takes = entry.quantity_of !== 'issued' && entry.quantity_of !== 'oldOwed' && entry.quantity > 0
    for (const serial of JSON.parse(entry.new_serials) as string[])
      if (takes) held.delete(serial)
      else held.add(serial)
  }
  return [...held]
}

/** Serials of old parts that came out and were not given back. */
export const oldSerialsOwed = (ctx: Pick<QueryContext, 'db'>, line: LineRow): string[] => {
  const owed = new Set<string>()
  for (const { quantity_of, quantity, old_serials } of entriesOfLine(ctx.db, line.id)) {
    if (quantity_of !== 'oldOwed' && quantity_of !== 'oldReturned') continue
    for (const serial of JSON.parse(old_serials) as string[])
      if (quantity_of === 'oldOwed' && quantity > 0) owed.add(serial)
      else owed.delete(serial)
  }
  return [...owed]
}

/** Half a screen is not used, and nobody could give the other half back. */
export const wholeProblem = (
  { decimals, unit }: Pick<Part, 'decimals' | 'unit'>,
  quantity: number,
  field: string,
): Refused | undefined =>
  fitsDecimals(quantity, decimals)
    ? undefined
    : refuse('quantityNotAllowed', { field, because: 'fraction', unit })

/** The same of a line; what was bought in without the catalogue may be of any amount. */
export const fractionProblem = (
  ctx: Pick<QueryContext, 'db'>,
  partId: string | null,
  quantity: number,
  field: string,
): Refused | undefined => {
  const part = partId === null ? undefined : readPart(ctx.db, partId)
  return part && wholeProblem(part, quantity, field)
}

type Handled = Readonly<{ quantity: number; serials: readonly string[]; field: string; serialField: string }>

/** More than somebody has, or serials that he has not. */
export const handProblem = (
  ctx: Pick<QueryContext, 'db'>,
  line: LineRow,
  { quantity, serials, field, serialField }: Handled,
): Refused | undefined => {
  const most = inHand(quantitiesOf(line))
  if (quantity > most) return refuse('moreThanInHand', { field: `${field}.quantity`, name: line.name, most })
  const fraction = fractionProblem(ctx, line.part_id, quantity, `${field}.quantity`)
  if (fraction) return fraction
  const tracked = line.part_id !== null && readPart(ctx.db, line.part_id)?.serialTracked === true
  const needed = tracked ? quantity / PER_UNIT : 0
  if (new Set(serials).size !== needed || serials.length !== needed)
    return refuse('serialsMissing', {
      field: `${field}.${serialField}`,
      part: line.name,
      needed,
      given: serials.length,
    })
  const held = new Set(serialsInHand(ctx, line))
  const stranger = serials.find((serial) => !held.has(serial))
  return stranger === undefined
    ? undefined
    : refuse('serialNotInHand', { field: `${field}.${serialField}`, serial: stranger })
}

/** What a command on several lines answers. */
export type MovedParts = { orderPartIds: string[]; documents: string[]; tags: string[] }
export const nothingMoved = (): MovedParts => ({ orderPartIds: [], documents: [], tags: [] })
