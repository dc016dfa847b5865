// The service record: what was found and done, by whom, how long, and who pays (rules SRV-1, SRV-2, SRV-4, DSP-9).
import type { z } from 'zod'
import type { recordInput } from '#shared/contract/service.ts'
import { minutesOnSite, warrantyUntil } from '#shared/domain/service/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { currentDispatch, membersOf } from '#core/dispatch/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import type { PricedLine } from './lines.ts'
import { linesOf, nextLinePosition } from './repository.ts'

export type RecordInput = z.output<typeof recordInput>

/** Minutes of the work; refuses what cannot be (DSP-9: on site arrival and finish, in the shop its hours). */
export const minutesOf = (
  row: Pick<OrderRow, 'service' | 'machine_place'>,
  record: RecordInput,
  now: number,
): number | null | Refused => {
  const { arrivedAt, finishedAt } = record
  const atCustomer = row.service === 'onSite' && row.machine_place === 'withCustomer'
  if (arrivedAt === null && finishedAt === null) {
    if (atCustomer) return refuse('timesMissing', { field: 'record.arrivedAt' })
    return record.minutes === null ? refuse('hoursMissing', { field: 'record.minutes' }) : record.minutes
  }
  if (arrivedAt === null || finishedAt === null)
    return refuse('timesMissing', { field: arrivedAt === null ? 'record.arrivedAt' : 'record.finishedAt' })
  const minutes = minutesOnSite({ arrivedAt, finishedAt, longReason: record.longReason }, now)
  if (!isRefused(minutes)) return minutes
  const { field, ...rest } = minutes.refused as { refusal: string; field: string }
  return { refused: { ...rest, field: `record.${field}` } }
}

export const photoProblem = (ctx: CommandContext, record: RecordInput): Refused | undefined => {
  for (const [index, hash] of record.photos.entries())
    if (!ctx.services.attachments.has(hash))
      return refuse('photoMissing', { field: `record.photos.${index}`, hash })
  return undefined
}

/** Whose work it was unless the form says: the primary of the dispatch, else whoever reports. */
export const workerOf = (ctx: CommandContext, orderId: string): string => {
  const current = currentDispatch(ctx.db, orderId)
  const primary = membersOf(ctx.db, orderId).find(
    (one) => one.dispatch_id === current?.id && one.part === 'primary',
  )
  return primary?.staff_id ?? ctx.actor.staffId
}

type Kept = Readonly<{
  row: OrderRow
  record: RecordInput
  minutes: number | null
  doneBy: string
  /** The dispatch that this record ends; null where nobody was dispatched. */
  dispatchId: string | null
  lines: readonly PricedLine[]
}>

/** Writes record and lines. Answers until when the whole order is warranted: a comeback goes on with its first term (INT-12). */
export const keepRecord = (
  ctx: CommandContext,
  { row, record, minutes, doneBy, dispatchId, lines }: Kept,
): number | null => {
  const recordId = ctx.newId()
  ctx.insert(
    'serviceRecord',
    recordId,
    {
      orderId: row.id,
      dispatchId,
      faultCode: record.faultCode,
      actualFault: record.actualFault,
      action: record.action,
      result: record.result,
      minutes,
      arrivedAt: record.arrivedAt,
      finishedAt: record.finishedAt,
      longReason: record.longReason === '' ? null : record.longReason,
      serials: record.serials,
      photos: record.photos,
      doneBy,
      reportedBy: ctx.actor.staffId,
      at: ctx.now,
    },
    'serviceRecord.made',
  )
  // Kept as photos of the order, so that they are shown with it and stay when orphans are swept.
  for (const hash of record.photos)
    ctx.insert(
      'photo',
      ctx.newId(),
      {
        orderId: row.id,
        hash,
        ...ctx.services.photoFacts(hash),
        caption: '',
        active: true,
        createdAt: ctx.now,
        createdBy: ctx.actor.staffId,
      },
      'photo.added',
    )
  const before = linesOf(ctx.db, row.id)
  const position = nextLinePosition(ctx.db, row.id)
  for (const [index, { id, workers: _workers, ...line }] of lines.entries())
    ctx.insert(
      'chargeLine',
      id,
      { ...line, orderId: row.id, recordId, position: position + index, active: true },
      'chargeLine.made',
    )
  const continued = row.comeback_of === null ? null : row.warranty_until
  const all = [...before.map((line) => ({ kind: line.kind, warrantyDays: line.warranty_days })), ...lines]
  return warrantyUntil(all, ctx.now, continued)
}
