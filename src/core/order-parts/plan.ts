// Planning parts for an order: of the catalogue, at the customer's price, or bought in at their own cost (rule PRT-3).
import type { z } from 'zod'
import type { Part } from '#shared/contract/catalogue.ts'
import type { orderParts } from '#shared/contract/order-parts.ts'
import { partFits } from '#shared/domain/catalogue/index.ts'
import { problemOf } from '#shared/domain/parts/index.ts'
import { proposedPayer } from '#shared/domain/service/index.ts'
import type { Payer } from '#shared/domain/service/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { priceFor, readPart } from '#core/catalogue/index.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { addLine, logParts, writeEntry } from './lines.ts'
import type { NewLine } from './lines.ts'
import { fractionProblem, orderAtWork, wholeProblem } from './on-the-order.ts'
import type { MovedParts } from './on-the-order.ts'
import { nextPosition, quantitiesOf, readLine } from './repository.ts'
import type { LineRow } from './repository.ts'

type Procedures = typeof orderParts.procedures
type Plan = z.output<Procedures['plan']['input']>
type ChangePlan = z.output<Procedures['changePlan']['input']>

export type Wanted = Readonly<{
  partId: string
  quantity: number
  misfitReason: string
  priceFen?: number | undefined
  payer?: Payer | undefined
  warrantyDays?: number | undefined
}>

const termsOf = (
  ctx: CommandContext,
  row: OrderRow,
  { payer, warrantyDays }: Pick<Wanted, 'payer' | 'warrantyDays'>,
  ofPart: number | null,
) => ({
  payer: payer ?? proposedPayer(row.charge_kind, row.comeback_of !== null),
  warrantyDays: warrantyDays ?? ofPart ?? readSettings(ctx.db).partWarrantyDays,
})

/** A part of another model needs a reason; one for any model needs no look at the machine. */
const misfitProblem = (
  ctx: CommandContext,
  row: OrderRow,
  { name, models }: Part,
  reason: string,
  field: string,
): Refused | undefined => {
  if (models.length === 0 || reason !== '') return undefined
  const device = readDevice(ctx.db, row.device_id)
  const [brand, model] = [device?.brand ?? '', device?.model ?? '']
  return partFits(models, brand, model) === 'misfit'
    ? refuse('misfit', {
        field: `${field}.misfitReason`,
        part: name,
        models,
        device: `${brand} ${model}`.trim(),
      })
    : undefined
}

/** The price of the customer's group, who is looked up only where groups have prices of their own. */
const priceOf = (ctx: CommandContext, row: OrderRow, part: Part): number =>
  priceFor(
    part,
    Object.keys(part.prices).length === 0
      ? null
      : (readCustomer(ctx.db, row.customer_id)?.priceGroup ?? null),
  )

/** A line for a part of the catalogue; a part of another model needs a reason. */
export const catalogueLine = (
  ctx: CommandContext,
  row: OrderRow,
  wanted: Wanted,
  field: string,
): Omit<NewLine, 'position'> | Refused => {
  const part = readPart(ctx.db, wanted.partId)
  if (!part) return refuse('unknownPart', { field: `${field}.partId` })
  if (!part.active) return refuse('partInactive', { field: `${field}.partId`, part: part.name })
  const problem =
    misfitProblem(ctx, row, part, wanted.misfitReason, field) ??
    wholeProblem(part, wanted.quantity, `${field}.quantity`)
  if (problem) return problem
  return {
    orderId: row.id,
    partId: part.id,
    code: part.code,
    name: part.name,
    unit: part.unit,
    boughtInCostFen: null,
    oldReturnable: part.oldReturnable,
    priceFen: wanted.priceFen ?? priceOf(ctx, row, part),
    misfitReason: wanted.misfitReason === '' ? null : wanted.misfitReason,
    ...termsOf(ctx, row, wanted, part.warrantyDays),
  }
}

/** A part that was bought for this repair: it never touches the stock. */
const boughtInLine = (
  ctx: CommandContext,
  row: OrderRow,
  wanted: Plan['lines'][number],
  field: string,
): Omit<NewLine, 'position'> | Refused => {
  const part = wanted.partId === undefined ? undefined : readPart(ctx.db, wanted.partId)
  if (wanted.partId !== undefined && !part) return refuse('unknownPart', { field: `${field}.partId` })
  const name = wanted.name === '' ? (part?.name ?? '') : wanted.name
  if (name === '') return refuse('nameMissing', { field: `${field}.name` })
  if (wanted.boughtInCostFen === undefined)
    return refuse('costMissing', { field: `${field}.boughtInCostFen` })
  const fraction = part && wholeProblem(part, wanted.quantity, `${field}.quantity`)
  if (fraction) return fraction
  return {
    orderId: row.id,
    partId: part?.id ?? null,
    code: part?.code ?? '',
    name,
    unit: wanted.unit === '' ? (part?.unit ?? '') : wanted.unit,
    boughtInCostFen: wanted.boughtInCostFen,
    oldReturnable: part?.oldReturnable ?? false,
    priceFen: wanted.priceFen ?? wanted.boughtInCostFen,
    misfitReason: wanted.misfitReason === '' ? null : wanted.misfitReason,
    ...termsOf(ctx, row, wanted, part?.warrantyDays ?? null),
  }
}

export const plan = (ctx: CommandContext, input: Plan): MovedParts | Refused => {
  const row = orderAtWork(ctx, input)
  if (isRefused(row)) return row
  const made: LineRow[] = []
  for (const [index, wanted] of input.lines.entries()) {
    const field = `lines.${index}`
    const boughtIn = wanted.boughtInCostFen !== undefined || wanted.partId === undefined
    const line = boughtIn
      ? boughtInLine(ctx, row, wanted, field)
      : catalogueLine(ctx, row, { ...wanted, partId: wanted.partId ?? '' }, field)
    if (isRefused(line)) return line
    made.push(addLine(ctx, { ...line, position: nextPosition(ctx.db, row.id) }, wanted.quantity))
  }
  logParts(
    ctx,
    row.id,
    'planned',
    made.map(({ name, planned }) => ({ name, quantity: planned })),
  )
  return { orderPartIds: made.map(({ id }) => id), documents: [], tags: [] }
}

export const changePlan = (ctx: CommandContext, input: ChangePlan): MovedParts | Refused => {
  const line = readLine(ctx.db, input.orderPartId)
  if (!line) return refuse('unknownOrderPart', { field: 'orderPartId' })
  const row = orderAtWork(ctx, { id: line.order_id })
  if (isRefused(row)) return row
  const entry = { of: 'planned', quantity: input.by } as const
  if (problemOf(quantitiesOf(line), entry) !== undefined || line.planned + input.by < 0)
    return refuse('moreThanPlanned', { field: 'by' })
  const fraction = fractionProblem(ctx, line.part_id, input.by, 'by')
  if (fraction) return fraction
  writeEntry(ctx, line, { ...entry, reason: input.reason })
  logParts(ctx, row.id, 'planned', [{ name: line.name, quantity: input.by }], input.reason)
  return { orderPartIds: [line.id], documents: [], tags: [] }
}
