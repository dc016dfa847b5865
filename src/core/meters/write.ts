// Writes readings down (rule PRT-14): every one is a new row, also the one that corrects another.
import type { z } from 'zod'
import type { meters } from '#shared/contract/meters.ts'
import { readingProblem, standingReadings } from '#shared/domain/parts/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { readDevice } from '#core/customers/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { readReading, readingsOf } from './repository.ts'

type Procedures = typeof meters.procedures
type Read = z.output<Procedures['read']['input']>
type Correct = z.output<Procedures['correct']['input']>

/** A person's clock may run ahead of the counter's by so much; milliseconds. */
const CLOCK_SLACK = 5 * 60_000

/** `at`: where the fields stand in the input of the command that brings the reading. */
export const readMeter = (ctx: CommandContext, input: Read, place = ''): { readingId: string } | Refused => {
  const { deviceId, orderId, counter, value, reason } = input
  if (!readDevice(ctx.db, deviceId)) return refuse('unknownDevice', { field: `${place}deviceId` })
  if (orderId !== undefined && readOrderRow(ctx.db, orderId)?.device_id !== deviceId)
    return refuse('orderOfAnotherMachine', { field: `${place}orderId` })
  const at = input.at ?? ctx.now
  if (at > ctx.now + CLOCK_SLACK) return refuse('readingInFuture', { field: `${place}at` })
  const same = standingReadings(readingsOf(ctx.db, deviceId).filter((one) => one.counter === counter))
  const problem = reason === '' ? readingProblem(same, { at, value }) : undefined
  if (problem) {
    const { because, ...last } = problem
    const code = because === 'jump' ? 'readingJumps' : 'readingDoesNotFit'
    return refuse(code, { field: `${place}value`, ...last })
  }
  const last = same.at(-1)?.value ?? null
  return keep(ctx, { deviceId, orderId: orderId ?? null, counter, value, reason, corrects: null, at }, last)
}

export const correct = (ctx: CommandContext, input: Correct): { readingId: string } | Refused => {
  const wrong = readReading(ctx.db, input.readingId)
  if (!wrong) return refuse('unknownReading', { field: 'readingId' })
  const { deviceId, orderId, counter, at } = wrong
  if (readingsOf(ctx.db, deviceId).some(({ corrects }) => corrects === wrong.id))
    return refuse('readingCorrected', { field: 'readingId' })
  // It says what the meter showed at that time; when it was corrected and by whom stands in the log.
  const { value, reason } = input
  return keep(ctx, { deviceId, orderId, counter, value, reason, corrects: wrong.id, at }, wrong.value)
}

type Kept = Readonly<{
  deviceId: string
  orderId: string | null
  counter: Read['counter']
  value: number
  reason: string
  corrects: string | null
  at: number
}>

const keep = (ctx: CommandContext, reading: Kept, before: number | null): { readingId: string } => {
  const readingId = ctx.newId()
  const action = reading.corrects === null ? 'meter.read' : 'meter.corrected'
  const { orderId, deviceId, counter, value, reason } = reading
  ctx.insert('meterReading', readingId, { ...reading, staffId: ctx.actor.staffId }, action)
  ctx.log({
    ...(orderId === null
      ? { subject: 'device', subjectId: deviceId }
      : { subject: 'workOrder', subjectId: orderId }),
    action,
    changes: { counter: [null, counter], reading: [before, value] },
    ...(reason === '' ? {} : { remark: reason }),
  })
  ctx.audit({ action, object: 'device', objectId: deviceId, details: { counter, before, value } })
  ctx.changed('device', ...(orderId === null ? [] : ['workOrder', `workOrder:${orderId}`]))
  return { readingId }
}

/** The readings that come with a report. */
export const readMeters = (
  ctx: CommandContext,
  order: Readonly<{ id: string; device_id: string }>,
  given: readonly Pick<Read, 'counter' | 'value' | 'reason'>[],
): Refused | undefined => {
  for (const [index, reading] of given.entries()) {
    const place = `record.meters.${index}.`
    const read = readMeter(ctx, { ...reading, deviceId: order.device_id, orderId: order.id }, place)
    if (isRefused(read)) return read
  }
  return undefined
}
