// Issuing parts to an order (备件领料): several lines, one document of the stock (rules PRT-1, PRT-3, PRT-4, PRT-5).
import type { z } from 'zod'
import type { orderParts } from '#shared/contract/order-parts.ts'
import { netIssued } from '#shared/domain/parts/index.ts'
import { keptSerial } from '#shared/domain/stock/index.ts'
import { fractionOf } from '#shared/kernel/money.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { fullestBin, post } from '#core/stock/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { addLine, logParts, writeEntry } from './lines.ts'
import { fractionProblem, jobProblem, lineOf, orderAtWork } from './on-the-order.ts'
import type { MovedParts } from './on-the-order.ts'
import { catalogueLine } from './plan.ts'
import { linesOfOrder, quantitiesOf } from './repository.ts'
import type { LineRow } from './repository.ts'

type Issue = z.output<typeof orderParts.procedures.issue.input>
type Wanted = Issue['lines'][number]
type Asked = Readonly<{ line: LineRow; wanted: Wanted; field: string }>

const isOf = (line: LineRow, { partId, priceFen, payer }: Wanted): boolean =>
  line.part_id === partId &&
  line.bought_in === 0 &&
  (priceFen === undefined || priceFen === line.price_fen) &&
  (payer === undefined || payer === line.payer)

/** Named, the planned one of the same part, or one that had it before: a bad piece is replaced on its own line. */
const knownLine = (
  ctx: CommandContext,
  row: OrderRow,
  lines: readonly LineRow[],
  wanted: Wanted,
  field: string,
): LineRow | Refused | undefined => {
  if (wanted.orderPartId !== undefined) return lineOf(ctx, row.id, wanted.orderPartId, `${field}.orderPartId`)
  const known = lines.filter((line) => isOf(line, wanted))
  return known.find((line) => netIssued(quantitiesOf(line)) < line.planned) ?? known[0]
}

/** The line that is issued, a new one where there is none. */
const lineFor = (
  ctx: CommandContext,
  row: OrderRow,
  lines: readonly LineRow[],
  wanted: Wanted,
  field: string,
): LineRow | Refused => {
  const known = knownLine(ctx, row, lines, wanted, field)
  if (isRefused(known)) return known
  if (known) return fractionProblem(ctx, known.part_id, wanted.quantity, `${field}.quantity`) ?? known
  if (wanted.partId === undefined) return refuse('unknownPart', { field: `${field}.partId` })
  const line = catalogueLine(ctx, row, { ...wanted, partId: wanted.partId }, field)
  if (isRefused(line)) return line
  return addLine(ctx, { ...line, position: (lines.at(-1)?.position ?? 0) + 1 }, wanted.quantity)
}

/** What is issued beyond the plan is planned with it: a plan is never less than what was taken. */
const planned = (ctx: CommandContext, line: LineRow, quantity: number): LineRow => {
  const missing = line.issued - line.returned_good - line.returned_defective + quantity - line.planned
  return missing > 0 ? writeEntry(ctx, line, { of: 'planned', quantity: missing }) : line
}

/** Bought-in parts have no document: they were never in the stock (rule PRT-3). */
const issueBoughtIn = (ctx: CommandContext, { line, wanted }: Asked): LineRow =>
  writeEntry(ctx, planned(ctx, line, wanted.quantity), {
    of: 'issued',
    quantity: wanted.quantity,
    costFen: fractionOf(line.bought_in_cost_fen ?? 0, wanted.quantity, PER_UNIT),
    newSerials: wanted.serials.map(keptSerial),
  })

const issueFromStock = (
  ctx: CommandContext,
  row: OrderRow,
  receivedBy: string | undefined,
  asked: readonly Asked[],
): string | Refused => {
  const legs = []
  for (const { line, wanted, field } of asked) {
    const partId = line.part_id ?? ''
    const placeId = wanted.placeId ?? fullestBin(ctx.db, partId)?.placeId
    if (placeId === undefined)
      return refuse('notInStock', {
        field: `${field}.quantity`,
        part: line.name,
        place: '',
        inStock: 0,
        wanted: wanted.quantity,
        unit: line.unit,
      })
    legs.push({
      partId,
      placeId,
      quantity: -wanted.quantity,
      serials: wanted.serials,
      orderPartId: line.id,
      field,
    })
  }
  const posted = post(
    ctx,
    { kind: 'issue', orderId: row.id, ...(receivedBy === undefined ? {} : { receivedBy }) },
    legs,
  )
  if (isRefused(posted)) return posted
  for (const [index, { line, wanted }] of asked.entries()) {
    const leg = posted.legs[index]
    if (!leg) throw new Error('the document has another number of legs')
    writeEntry(ctx, planned(ctx, line, wanted.quantity), {
      of: 'issued',
      quantity: wanted.quantity,
      costFen: -leg.valueFen,
      documentId: posted.documentId,
      newSerials: leg.serials,
    })
  }
  return posted.documentId
}

export const issue = (ctx: CommandContext, input: Issue): MovedParts | Refused => {
  const row = orderAtWork(ctx, input)
  if (isRefused(row)) return row
  const notHis = jobProblem(ctx, row.id, 'issueParts')
  if (notHis) return notHis
  const asked: Asked[] = []
  // In the order of their positions; those that this issue adds join them.
  const lines = linesOfOrder(ctx.db, row.id)
  for (const [index, wanted] of input.lines.entries()) {
    const field = `lines.${index}`
    const line = lineFor(ctx, row, lines, wanted, field)
    if (isRefused(line)) return line
    if (!lines.some(({ id }) => id === line.id)) lines.push(line)
    if (asked.some((other) => other.line.id === line.id)) return refuse('lineTwice', { field })
    asked.push({ line, wanted, field })
  }
  const fromStock = asked.filter(({ line }) => line.bought_in === 0)
  for (const one of asked) if (one.line.bought_in === 1) issueBoughtIn(ctx, one)
  const documents: string[] = []
  if (fromStock.length > 0) {
    const document = issueFromStock(ctx, row, input.receivedBy, fromStock)
    if (isRefused(document)) return document
    documents.push(document)
  }
  logParts(
    ctx,
    row.id,
    'issued',
    asked.map(({ line, wanted }) => ({ name: line.name, quantity: wanted.quantity })),
  )
  return { orderPartIds: asked.map(({ line }) => line.id), documents, tags: [] }
}
