// Meters of copiers and printers: readings that nobody changes, and when the next consumable is due (rule PRT-14).
import { z } from 'zod'
import { COUNTERS } from '#shared/domain/parts/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { id, instant, line, lineRequired } from './fields.ts'

/** Pages, or what else the meter counts. */
const value = z.int().min(0).max(1_000_000_000)
const field = z.strictObject({ field: z.string() })
const ofAnother = z.strictObject({ field: z.string(), last: z.int(), at: instant })

/** What a meter shows, as part of a report as well. */
export const readingInput = z.strictObject({
  counter: z.enum(COUNTERS).default('total'),
  value,
  /** Why it fits no earlier reading: a new board, a busy month. */
  reason: line(200).default(''),
})

export const readingRefusals = {
  /** Below the reading before it or above the one after it. */
  readingDoesNotFit: ofAnother,
  /** More in a short time than this machine ever did. */
  readingJumps: ofAnother,
  readingInFuture: field,
} as const

export const meterReading = z.strictObject({
  id,
  counter: z.enum(COUNTERS),
  value: z.int(),
  at: instant,
  who: z.string(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  reason: z.string(),
  /** The reading that this one corrects. */
  corrects: id.nullable(),
  /** Another one corrects this. */
  corrected: z.boolean(),
})
export type MeterReading = z.infer<typeof meterReading>

export const consumable = z.strictObject({
  partId: id,
  code: z.string(),
  name: z.string(),
  /** Pages that it lasts. */
  yieldCount: z.int(),
  changedAt: instant,
  orderNumber: z.string(),
  /** What the meter showed then; null where nobody read it. */
  changedValue: z.int().nullable(),
  /** Pages that are left by the newest reading; null where it cannot be told. */
  left: z.int().nullable(),
  dueAt: instant.nullable(),
})
export type Consumable = z.infer<typeof consumable>

export const meters = contract('meter', {
  ofDevice: query({
    summary: 'Readings of a machine, the newest first, and when its consumables are due (rule PRT-14).',
    input: z.strictObject({ deviceId: id }),
    output: z.strictObject({
      /** Machines of this kind have a meter. */
      usesMeter: z.boolean(),
      readings: z.array(meterReading),
      /** Of the counter that the forecast is told by; null while it cannot be told. */
      perDay: z.int().nullable(),
      consumables: z.array(consumable),
    }),
    refusals: { unknownDevice: field },
  }),
  read: command({
    summary:
      'Writes down what a meter shows, for an order or without one. What cannot be true is asked for a reason (rule PRT-14).',
    input: z.strictObject({
      deviceId: id,
      orderId: id.optional(),
      ...readingInput.shape,
      /** When it was read; now unless given. */
      at: instant.optional(),
    }),
    output: z.strictObject({ readingId: id }),
    refusals: { unknownDevice: field, orderOfAnotherMachine: field, ...readingRefusals },
    access: may('readMeter'),
  }),
  correct: command({
    summary: 'A reading was wrong: the right one takes its place, with the reason; both stay (rule PRT-14).',
    input: z.strictObject({ readingId: id, value, reason: lineRequired(200) }),
    output: z.strictObject({ readingId: id }),
    refusals: { unknownReading: field, readingCorrected: field },
    access: may('readMeter'),
  }),
})
