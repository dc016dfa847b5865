// The machine goes home: pick-up, delivery, failed acceptance, unclaimed machines (rules CLS-2, CLS-3, CLS-4).
import { z } from 'zod'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import { STATES } from '#shared/domain/work-order/states.ts'
import { command, contract, query } from './define.ts'
import { id, instant, lineRequired, nothing, prose, proseRequired, sha256 } from './fields.ts'
import { heldItem, itemKey, placeRef } from './custody.ts'
import { moved, onOrder, orderCommand, orderRefusals, orderState, unknownOrder } from './order-command.ts'
import { promise } from './service.ts'
import { phoneText } from './shop.ts'
import { accessoryInput, configurationInput } from './visits.ts'

const field = z.strictObject({ field: z.string() })

export const difference = z.strictObject({ kind: z.string(), before: z.string(), after: z.string() })

/**
 * Drawn on a pad or with the mouse, or signed on paper; the picture was stored by attachment.put. A paper may be
 * scanned back later (`attachPaper`): until then the review misses the signature.
 */
export const signature = z.union([
  z.strictObject({ on: z.literal('pad'), hash: sha256 }),
  z.strictObject({ on: z.literal('paper'), hash: sha256.nullable() }),
])

/** Who takes the machine: the customer, or somebody for him with name and telephone (rule CLS-3). */
export const taker = z.union([
  z.strictObject({ by: z.literal('customer') }),
  z.strictObject({ by: z.literal('proxy'), name: lineRequired(40), phone: phoneText.min(5) }),
])

/** The slip is lost: identity, a second person of the shop, a photo (rule CLS-3). */
export const lostSlip = z.strictObject({
  identity: lineRequired(60),
  secondPerson: id,
  photo: sha256,
})

export const pickupOrder = z.strictObject({
  id,
  number: z.string(),
  ver: z.int(),
  position: z.int(),
  state: orderState,
  label: z.string(),
  device: z.string(),
  serial: z.string(),
  reportedFault: z.string(),
  /** The first picture of the machine, for the eye. */
  photo: z.string().nullable(),
  configuration: z.array(configurationInput),
  items: z.array(heldItem),
  /** Still with the customer: must come back first. */
  loaners: z.array(heldItem),
  dueFen: z.int(),
  returnBy: z.enum(['pickUp', 'delivery']),
  /** Why it cannot go now, by the code of its refusal; null when it can. */
  problem: z.string().nullable(),
})
export type PickupOrder = z.infer<typeof pickupOrder>

const unknownCode = z.strictObject({
  field: z.string(),
  /** `notASlip`: a code of ours, but not the customer's slip. */
  because: z.enum(['notOurs', 'misread', 'otherShop', 'noSuch', 'notASlip']),
})

const pictureRefusals = {
  signatureMissing: z.strictObject({ field: z.string(), hash: z.string() }),
  photoMissing: z.strictObject({ field: z.string(), hash: z.string() }),
} as const

const handOverRefusals = {
  ...pictureRefusals,
  unknownCode,
  slipOfAnother: z.strictObject({ field: z.string(), number: z.string() }),
  notOneVisit: field,
  unknownPerson: field,
  samePersonTwice: field,
} as const

const handed = {
  /** What the customer has in his hands, by scan or tick; everything of the order must be among it. */
  items: z.array(itemKey).max(120),
  /** What is in the machine now; as it came in unless given. */
  configuration: z.array(configurationInput).max(30).optional(),
}

export const handOvers = contract('handOver', {
  panel: query({
    summary:
      'Everything for a pick-up from one scan: all machines of the visit, what must go with each, and what still stands in the way.',
    input: z
      .strictObject({
        code: z.string().min(1).max(60).optional(),
        visitId: id.optional(),
        orderId: id.optional(),
      })
      .refine((asked) => Object.values(asked).filter((value) => value !== undefined).length === 1, {
        path: ['orderId'],
        message: 'one of code, visitId and orderId',
      }),
    output: z.strictObject({
      visitId: id,
      visitNumber: z.string(),
      slipCode: z.string(),
      customerId: id,
      customerName: z.string(),
      phone: z.string(),
      broughtBy: z.string(),
      orders: z.array(pickupOrder),
    }),
    refusals: { unknownCode, unknownOrder, unknownVisit: field },
  }),
  handOver: command({
    summary:
      'Hands over machines of one visit, all or none: slip or lost-slip file, every thing accounted for, configuration compared, signed (rules INT-2, CLS-3, CLS-7).',
    input: z.strictObject({
      orders: z
        .array(z.strictObject({ ...onOrder, ...handed }))
        .min(1)
        .max(20),
      /** The scanned or typed slip. */
      slip: lineRequired(60).optional(),
      lostSlip: lostSlip.optional(),
      taker,
      signature,
      remark: prose(500).default(''),
    }),
    output: z.strictObject({
      orders: z.array(moved),
      visitId: id,
      /** Machines of the visit that stay: their slip is printed anew. */
      remaining: z.int(),
    }),
    refusals: { ...orderRefusals, ...handOverRefusals },
    access: mayGive('handOver'),
  }),
  deliver: command({
    summary: 'Brings the machine back: signed by who took it, or sent with waybill and proof of delivery.',
    input: z.strictObject({
      ...onOrder,
      ...handed,
      courier: z.strictObject({ waybill: lineRequired(40), deliveryProof: lineRequired(120) }).optional(),
      taker: taker.optional(),
      signature: signature.optional(),
      remark: prose(500).default(''),
    }),
    output: moved,
    refusals: { ...orderRefusals, ...pictureRefusals },
    access: mayGive('deliver'),
  }),
  undo: command({
    summary:
      'Takes a hand-over back within ten seconds and while nothing followed it: the wrong machine was about to leave. The order is as it was before.',
    input: z.strictObject({ id }),
    output: moved,
    refusals: { ...orderRefusals, nothingToUndo: field },
    access: mayGive('handOver'),
  }),
  failAcceptance: orderCommand(['failAcceptance'], {
    summary:
      'The customer tried it and it is not right: back to work, and delivered afterwards (rule CLS-4).',
    fields: { words: proseRequired(500), ...promise },
    refusals: { promiseInPast: field },
  }),
  receiveDevice: orderCommand(['receiveDevice'], {
    summary: 'The machine of a telephone, online or branch order arrives.',
    fields: {
      accessories: z.array(accessoryInput).max(30),
      configuration: z.array(configurationInput).max(30),
      condition: proseRequired(1000),
    },
  }),
  attachPaper: command({
    summary:
      'The signed paper, scanned back after the pick-up; it takes the place of a missing signature, never of one that is there.',
    input: z.strictObject({ id, hash: sha256 }),
    output: nothing,
    refusals: {
      unknownOrder,
      notHandedOver: field,
      alreadySigned: field,
      photoMissing: z.strictObject({ field: z.string(), hash: z.string() }),
    },
    access: may('attachPaper'),
  }),
  ofOrder: query({
    summary: 'The hand-overs of an order with their proof.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      handOvers: z.array(
        z.strictObject({
          id,
          way: z.enum(['slip', 'lostSlip', 'delivery', 'courier', 'disposal']),
          takenBy: z.enum(['customer', 'proxy', 'nobody']),
          proxyName: z.string(),
          proxyPhone: z.string(),
          identity: z.string(),
          secondPerson: z.string(),
          photo: z.string().nullable(),
          signature: z.string().nullable(),
          signedOn: z.enum(['pad', 'paper']).nullable(),
          waybill: z.string(),
          deliveryProof: z.string(),
          differences: z.array(difference),
          at: instant,
          who: z.string(),
          undone: z.boolean(),
        }),
      ),
    }),
  }),
  unclaimed: query({
    summary: 'Ready machines whose term is over, the longest waiting first (rule CLS-2).',
    input: nothing,
    output: z.strictObject({
      termDays: z.int(),
      orders: z.array(
        z.strictObject({
          id,
          number: z.string(),
          ver: z.int(),
          state: z.enum(STATES),
          customerName: z.string(),
          device: z.string(),
          readyAt: instant,
          t2: instant.nullable(),
          days: z.int(),
          /** Reached or failed attempts since it was ready. */
          notices: z.int(),
          lastNotice: instant.nullable(),
          place: placeRef,
        }),
      ),
    }),
  }),
  disposeUnclaimed: orderCommand(['disposeUnclaimed'], {
    summary: 'Disposes of an unclaimed machine; off unless the shop turned it on.',
    fields: { approval: lineRequired(200), disposalFile: sha256, words: proseRequired(500) },
    refusals: { photoMissing: z.strictObject({ field: z.string(), hash: z.string() }) },
  }),
})
