// Lines of a service record with their prices, and who earns what on them once the work is done (rules SRV-2, SRV-4,
// PRT-13). What the catalogue says later changes neither.
import type { z } from 'zod'
import type { chargeLineInput, quotedWork } from '#shared/contract/service.ts'
import { commissionOn } from '#shared/domain/catalogue/index.ts'
import { amountFits, lineAmount, lineDue } from '#shared/domain/quote/index.ts'
import { proposedPayer, splitCommission, warrantyOfKind } from '#shared/domain/service/index.ts'
import type { Worker } from '#shared/domain/service/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { currentDispatch, membersOf, technician } from '#core/dispatch/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { priceGroupOf, readWork } from '#core/quotes/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { commissionsOf, linesOf } from './repository.ts'

type LineInput = z.output<typeof chargeLineInput>
type QuotedWork = z.output<typeof quotedWork>

/** A line as it is kept; amounts are null where nobody named a price. */
export type PricedLine = Readonly<{
  id: string
  kind: LineInput['kind']
  text: string
  serviceItemId: string | null
  quantity: number | null
  priceFen: number | null
  amountFen: number | null
  waived: boolean | null
  payer: NonNullable<LineInput['payer']>
  warrantyDays: number
  minutes: number | null
  /** Who did it, if not simply everybody on the job. */
  workers: readonly Worker[] | null
}>

/** What is said about a line: who did it, how long it took. */
type Said = Readonly<{ minutes: number | null; workers: readonly Worker[] | null }>

const workersOf = (
  ctx: CommandContext,
  given: LineInput['technicians'],
  at: string,
): readonly Worker[] | null | Refused => {
  if (given.length === 0) return null
  for (const [index, { staffId }] of given.entries()) {
    const field = `${at}.technicians.${index}.staffId`
    const person = technician(ctx, staffId, field)
    if (isRefused(person)) return person
    if (given.findIndex((one) => one.staffId === staffId) < index)
      return refuse('technicianTwice', { field, name: person.name })
  }
  return given.map(({ staffId, weight }) => ({ staffId, weight }))
}

export const priceLines = (
  ctx: CommandContext,
  row: OrderRow,
  lines: readonly LineInput[],
): PricedLine[] | Refused => {
  const settings = readSettings(ctx.db)
  const priced: PricedLine[] = []
  for (const [index, line] of lines.entries()) {
    const at = `record.lines.${index}`
    const item =
      line.serviceItemId === undefined
        ? undefined
        : readWork(ctx.db, line.serviceItemId, priceGroupOf(ctx.db, row.customer_id))
    if (line.serviceItemId !== undefined && (!item || line.kind === 'part'))
      return refuse('unknownItem', { field: `${at}.serviceItemId` })
    const workers = workersOf(ctx, line.technicians, at)
    if (isRefused(workers)) return workers
    const priceFen = line.priceFen ?? item?.priceFen ?? null
    const quantity = line.quantity ?? PER_UNIT
    if (priceFen !== null && !amountFits({ quantity, priceFen }))
      return refuse('amountTooLarge', { field: `${at}.priceFen` })
    priced.push({
      id: ctx.newId(),
      kind: line.kind,
      text: line.text,
      serviceItemId: item?.id ?? null,
      quantity: priceFen === null ? (line.quantity ?? null) : quantity,
      priceFen,
      amountFen: priceFen === null ? null : lineAmount({ quantity, priceFen }),
      waived: priceFen === null ? null : line.waived,
      payer: line.payer ?? proposedPayer(row.charge_kind, row.comeback_of !== null),
      warrantyDays: line.warrantyDays ?? item?.warrantyDays ?? warrantyOfKind(line.kind, settings),
      minutes: line.minutes ?? null,
      workers,
    })
  }
  return priced
}

/** What these lines add to the customer's bill, fen. */
export const customerFenOf = (lines: readonly PricedLine[]): number =>
  sumFen(
    lines.map(({ payer, priceFen, quantity, waived }) =>
      payer !== 'customer' || priceFen === null || quantity === null
        ? 0
        : lineDue({ priceFen, quantity, waived: waived === true }),
    ),
  )

/** By the line's id. */
export type SaidOfLines = ReadonlyMap<string, Said>

/** What the record says of lines that stood before, those of an accepted quote. */
export const saidOfQuoted = (
  ctx: CommandContext,
  orderId: string,
  given: readonly QuotedWork[],
): SaidOfLines | Refused => {
  const lines = linesOf(ctx.db, orderId)
  const said = new Map<string, Said>()
  for (const [index, { lineId, minutes, technicians }] of given.entries()) {
    const at = `record.quoted.${index}`
    if (lines.every(({ id }) => id !== lineId)) return refuse('unknownLine', { field: `${at}.lineId` })
    const workers = workersOf(ctx, technicians, at)
    if (isRefused(workers)) return workers
    said.set(lineId, { minutes: minutes ?? null, workers })
  }
  return said
}

/** Whoever is on the job: its primary first, then the assistants; only him who did it where that was somebody else. */
export const peopleOnJob = (ctx: CommandContext, orderId: string, doneBy: string): readonly Worker[] => {
  const current = currentDispatch(ctx.db, orderId)
  const members = membersOf(ctx.db, orderId).filter(({ dispatch_id }) => dispatch_id === current?.id)
  const people = members.some(({ staff_id, part }) => staff_id === doneBy && part === 'primary')
    ? members.map(({ staff_id }) => staff_id)
    : [doneBy]
  return people.map((staffId) => ({ staffId, weight: 1 }))
}

/** Fixes the commission of every line of work that has none yet (PRT-13). */
export const fixCommissions = (
  ctx: CommandContext,
  orderId: string,
  everybody: readonly Worker[],
  said: SaidOfLines,
): void => {
  const fixed = new Set(commissionsOf(ctx.db, orderId).map(({ line_id }) => line_id))
  for (const line of linesOf(ctx.db, orderId)) {
    if (line.service_item_id === null || line.kind === 'part' || fixed.has(line.id)) continue
    const item = readWork(ctx.db, line.service_item_id, null)
    if (!item || item.commission.commission === 'none') continue
    const whole = commissionOn(item.commission, line.amount_fen ?? 0, line.quantity ?? PER_UNIT)
    const workers = said.get(line.id)?.workers ?? everybody
    for (const { staffId, share, amountFen } of splitCommission(whole, workers))
      ctx.insert(
        'commission',
        ctx.newId(),
        { lineId: line.id, orderId, staffId, share, amountFen, at: ctx.now },
        'commission.fixed',
      )
  }
}
