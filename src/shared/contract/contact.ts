// Talking with the customer: attempts, appointments, the notice to pick up, urges, texts (rules CON-1, CLK-1,
// CLK-3, CLK-4, CLK-11, SRV-5).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { id, instant, line, nothing, prose, proseRequired } from './fields.ts'
import { moved, onOrder, orderCommand, orderRefusals, unknownOrder } from './order-command.ts'
import { promise } from './service.ts'

export const CHANNELS = ['phone', 'sms', 'wechat', 'visit', 'other'] as const
export const CONTACT_OUTCOMES = [
  'reached',
  'noAnswer',
  'busy',
  'off',
  'suspended',
  'noSuchNumber',
  'declined',
  'textSent',
] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

/** When a text to the customer is due (rule SRV-5). */
export const OCCASIONS = ['received', 'quoted', 'ready', 'overdue'] as const
export type Occasion = (typeof OCCASIONS)[number]

const attempt = {
  channel: z.enum(CHANNELS).default('phone'),
  outcome: z.enum(CONTACT_OUTCOMES),
  words: prose(500).default(''),
}

const promiseInPast = z.strictObject({ field: z.string() })

export const contacts = contract('contact', {
  ofOrder: query({
    summary: 'Everything said and promised about an order: attempts, appointments, urges; newest first.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      attempts: z.array(
        z.strictObject({
          id,
          channel: z.enum(CHANNELS),
          outcome: z.enum(CONTACT_OUTCOMES),
          words: z.string(),
          at: instant,
          who: z.string(),
        }),
      ),
      appointments: z.array(
        z.strictObject({
          id,
          kind: z.enum(['visit', 'pickUp', 'nextContact']),
          at: instant,
          type: z.enum(['customer', 'parts', 'other']).nullable(),
          reason: z.string().nullable(),
          requestNo: z.string().nullable(),
          partCode: z.string().nullable(),
          madeAt: instant,
          who: z.string(),
        }),
      ),
      urges: z.array(
        z.strictObject({
          id,
          source: z.enum(['customer', 'headquarters']),
          words: z.string(),
          at: instant,
          who: z.string(),
        }),
      ),
      /** T2: when the customer was told; null before. */
      t2: instant.nullable(),
    }),
  }),
  attempt: command({
    summary: 'Writes down one attempt to reach the customer, in any state (rule CON-1).',
    input: z.strictObject({ id, ...attempt }),
    output: nothing,
    refusals: { unknownOrder },
    access: may('contact'),
  }),
  appoint: orderCommand(['appoint'], {
    summary:
      'Agrees a time: a visit, a pick-up, or the next call while the machine is kept (rules CLK-3, CLK-4). From the second one on with type and reason.',
    fields: promise,
    refusals: { promiseInPast },
  }),
  notify: orderCommand(['notify'], {
    summary: 'Tells the customer that the machine is ready; only "reached" makes T2 (rule CLS-2).',
    fields: { ...attempt, pickUpAt: instant.optional() },
    refusals: { promiseInPast },
  }),
  recordUnreachable: orderCommand(['recordUnreachable'], {
    summary: 'The customer cannot be reached; an outcome, not a date (rule CLK-6).',
    fields: { words: prose(500).default('') },
  }),
  urge: command({
    summary:
      'The customer or headquarters wants it hurried: recorded, counted, first in every list (rule CLK-11).',
    input: z.strictObject({
      ...onOrder,
      source: z.enum(['customer', 'headquarters']).default('customer'),
      words: proseRequired(500),
    }),
    output: moved,
    refusals: { ...orderRefusals },
    access: may('urge'),
  }),
  texts: query({
    summary: 'The ready-made text for an occasion, to be copied or sent (rule SRV-5).',
    input: z.strictObject({ id, occasion: z.enum(OCCASIONS) }),
    output: z.strictObject({ text: z.string(), phone: z.string() }),
    refusals: { unknownOrder },
    access: may('contact'),
  }),
  copied: command({
    summary: 'The text was copied and sent by hand: it counts as an attempt (rules SRV-5, CON-1).',
    input: z.strictObject({
      id,
      occasion: z.enum(OCCASIONS),
      channel: z.enum(['sms', 'wechat']).default('wechat'),
      text: proseRequired(1000),
    }),
    output: nothing,
    refusals: { unknownOrder },
    access: may('contact'),
  }),
  messages: query({
    summary: 'Texts of an order, or all that still wait to be sent; newest first (rule DSP-11).',
    input: z.strictObject({ id: id.optional() }),
    output: z.strictObject({
      messages: z.array(
        z.strictObject({
          id,
          orderId: id,
          audience: z.enum(['technician', 'customer']),
          occasion: line(20),
          phone: z.string(),
          text: z.string(),
          state: z.enum(['queued', 'copied', 'sent', 'failed', 'dropped']),
          at: instant,
        }),
      ),
    }),
  }),
  markMessage: command({
    summary: 'A queued text was sent by hand, or is not wanted any more.',
    input: z.strictObject({ id, state: z.enum(['copied', 'dropped']) }),
    output: nothing,
    refusals: { unknownMessage: z.strictObject({ field: z.string() }) },
    access: may('contact'),
  }),
})
