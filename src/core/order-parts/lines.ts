// Writes the lines of parts on an order: every change is an entry, and the row says the sum (rules PRT-1, PRT-2).
import type { PartEntry, Quantities, QuantityOf } from '#shared/domain/parts/index.ts'
import { nothingYet, problemOf, withEntry } from '#shared/domain/parts/index.ts'
import type { Payer } from '#shared/domain/service/index.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import type { Writing } from '#core/command/context.ts'
import { columnOf } from '#core/db/entities.ts'
import { quantitiesOf, readLine } from './repository.ts'
import type { LineRow } from './repository.ts'

export type NewLine = Readonly<{
  orderId: string
  position: number
  partId: string | null
  code: string
  name: string
  unit: string
  boughtInCostFen: number | null
  oldReturnable: boolean
  priceFen: number
  payer: Payer
  warrantyDays: number
  misfitReason: string | null
}>

export type Written = PartEntry &
  Readonly<{
    /** What the line costs more (or less) by this, fen. */
    costFen?: number
    documentId?: string
    oldSerials?: readonly string[]
    newSerials?: readonly string[]
    reason?: string
  }>

const FACT: Readonly<Record<QuantityOf, string>> = {
  planned: 'part.planned',
  issued: 'part.issued',
  used: 'part.used',
  returnedGood: 'part.returnedGood',
  returnedDefective: 'part.returnedDefective',
  oldOwed: 'part.oldOwed',
  oldReturned: 'part.oldReturned',
}

type Line = Readonly<{ id: string; orderId: string }>

/** The entry alone, once it is sure that the line can have it; the sum on the line is the caller's. */
const insertEntry = (ctx: Writing, { id, orderId }: Line, now: Quantities, entry: Written): Quantities => {
  const problem = problemOf(now, entry)
  if (problem) throw new Error(`${entry.of} ${entry.quantity} on the line ${id}: ${problem}`)
  ctx.insert(
    'orderPartEntry',
    ctx.newId(),
    {
      orderPartId: id,
      orderId,
      quantityOf: entry.of,
      quantity: entry.quantity,
      costFen: entry.costFen ?? 0,
      documentId: entry.documentId ?? null,
      oldSerials: [...(entry.oldSerials ?? [])],
      newSerials: [...(entry.newSerials ?? [])],
      reason: entry.reason ?? '',
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    FACT[entry.of],
  )
  return withEntry(now, entry)
}

/** A line with its first entry, what is planned; the row is written with this sum at once. */
export const addLine = (ctx: Writing, line: NewLine, planned: number): LineRow => {
  const id = ctx.newId()
  ctx.insert(
    'orderPart',
    id,
    { ...line, boughtIn: line.boughtInCostFen !== null, ...nothingYet, planned, costFen: 0, active: true },
    'part.lineAdded',
  )
  insertEntry(ctx, { id, orderId: line.orderId }, nothingYet, { of: 'planned', quantity: planned })
  const row = readLine(ctx.db, id)
  if (!row) throw new Error('the line that was just written is not there')
  return row
}

/** Writes one entry and the sum; whoever calls has asked {@link problemOf} and told the person what is wrong. */
export const writeEntry = (ctx: Writing, line: LineRow, entry: Written): LineRow => {
  const costFen = entry.costFen ?? 0
  const next = insertEntry(ctx, { id: line.id, orderId: line.order_id }, quantitiesOf(line), entry)
  ctx.update(
    'orderPart',
    line.id,
    { [entry.of]: next[entry.of], ...(costFen === 0 ? {} : { costFen: line.cost_fen + costFen }) },
    FACT[entry.of],
  )
  // What was just written is known: reading it again would cost a statement for every entry.
  return { ...line, [columnOf(entry.of)]: next[entry.of], cost_fen: line.cost_fen + costFen }
}

/** What the log of the order says of parts: fact, the name of the part, and how many. */
export const logParts = (
  ctx: Writing,
  orderId: string,
  of: QuantityOf,
  moved: readonly Readonly<{ name: string; quantity: number }>[],
  remark = '',
): void => {
  ctx.log({
    subject: 'workOrder',
    subjectId: orderId,
    action: FACT[of],
    changes: { parts: [null, moved.map(({ name, quantity }) => `${name} × ${formatQuantity(quantity)}`)] },
    ...(remark === '' ? {} : { remark }),
  })
  ctx.audit({ action: FACT[of], object: 'workOrder', objectId: orderId, details: { lines: moved.length } })
  ctx.changed('workOrder', `workOrder:${orderId}`, `orderParts:${orderId}`, 'orderParts')
}
