// Parts on an order: planned, issued, used, returned, the old part beside them, and what is waited for (rules PRT-1
// to PRT-3, PRT-6 to PRT-8, PRT-11, PRT-12). Quantities are thousandths of the unit.
import { z } from 'zod'
import { QUANTITIES, REQUEST_SOURCES, REQUEST_STATES, TAGGED } from '#shared/domain/parts/index.ts'
import { PAYERS } from '#shared/domain/service/index.ts'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import { MAX_QUANTITY } from '#shared/kernel/quantity.ts'
import { part } from './catalogue.ts'
import { command, contract, query } from './define.ts'
import { fen, id, instant, line, lineRequired, nothing, proseRequired } from './fields.ts'
import { stockRefusals } from './stock.ts'
import { changedMeanwhile, onOrder, orderRefusals, orderState, unknownOrder } from './order-command.ts'

/** Thousandths of the unit. */
export const quantity = z.int().min(1).max(MAX_QUANTITY)
const serials = z.array(lineRequired(60)).max(200).default([])
const field = z.strictObject({ field: z.string() })

export const orderPart = z.strictObject({
  id,
  partId: id.nullable(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  boughtIn: z.boolean(),
  serialTracked: z.boolean(),
  oldReturnable: z.boolean(),
  ...(Object.fromEntries(QUANTITIES.map((name) => [name, z.int()])) as Record<
    (typeof QUANTITIES)[number],
    z.ZodInt
  >),
  inHand: z.int(),
  /** What lies in bins; null for a part that is in no catalogue. */
  sellable: z.int().nullable(),
  decimals: z.int(),
  /** Of what was used: covered by a line of the accepted quote, and charged by a line of its own. */
  quoted: z.int(),
  charged: z.int(),
  /** Serials that somebody has, of a part that is tracked by serial. */
  serialsInHand: z.array(z.string()),
  /** Serials of old parts that are still to be given back. */
  oldSerialsOwed: z.array(z.string()),
  priceFen: fen,
  /** What the pieces that did not come back cost; null for who does not see costs. */
  costFen: fen.nullable(),
  payer: z.enum(PAYERS),
  warrantyDays: z.int(),
  misfitReason: z.string().nullable(),
})
export type OrderPart = z.infer<typeof orderPart>

export const faultTag = z.strictObject({
  id,
  number: z.string(),
  orderId: id,
  orderNumber: z.string(),
  what: z.enum(TAGGED),
  code: z.string(),
  name: z.string(),
  quantity: z.int(),
  serial: z.string(),
  fault: z.string(),
  at: instant,
  who: z.string(),
  printed: z.boolean(),
  sentAt: instant.nullable(),
})
export type FaultTag = z.infer<typeof faultTag>

export const partRequest = z.strictObject({
  id,
  number: z.string(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  partId: id,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantity: z.int(),
  source: z.enum(REQUEST_SOURCES),
  expectedAt: instant.nullable(),
  state: z.enum(REQUEST_STATES),
  reason: z.string(),
  at: instant,
  who: z.string(),
  /** The text for the customer's appointment, ready for the clerk (rule CLK-4). */
  lateText: z.string(),
})
export type PartRequest = z.infer<typeof partRequest>

export const orderDocument = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(['issue', 'return']),
  at: instant,
  who: z.string(),
  /** How many parts it moved. */
  lines: z.int(),
})

const lineRef = { orderPartId: id, quantity }
const movedParts = z.strictObject({ orderPartIds: z.array(id), documents: z.array(id), tags: z.array(id) })
const handRefusals = {
  unknownOrder,
  changedMeanwhile,
  /** A technician moves parts of his own jobs only. */
  notYourJob: field,
  unknownOrderPart: field,
  lineTwice: field,
  notWhileInState: z.strictObject({ field: z.string(), state: orderState }),
  moreThanInHand: z.strictObject({ field: z.string(), name: z.string(), most: z.int() }),
  quantityNotAllowed: stockRefusals.quantityNotAllowed,
  serialsMissing: stockRefusals.serialsMissing,
  serialNotInHand: z.strictObject({ field: z.string(), serial: z.string() }),
} as const
const lines = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject(shape)).min(1).max(50)

const priced = {
  priceFen: fen.optional(),
  payer: z.enum(PAYERS).optional(),
  warrantyDays: z.int().min(0).max(3650).optional(),
}

export const orderParts = contract('orderPart', {
  ofOrder: query({
    summary:
      'Parts of an order with their quantities, tags and requests, and what headquarters pays (PRT-11).',
    input: z.strictObject({ id }),
    output: z.strictObject({
      lines: z.array(orderPart),
      tags: z.array(faultTag),
      requests: z.array(partRequest),
      /** Documents of the stock for this order, the newest first; each can be printed as a slip. */
      documents: z.array(orderDocument),
      /** Parts of the accepted quote beyond what is planned already. */
      quoted: z.array(z.strictObject({ partId: id, code: z.string(), name: z.string(), quantity: z.int() })),
      waiver: z.strictObject({ words: z.string(), who: z.string(), at: instant }).nullable(),
      headquartersFeeFen: fen,
      /** What the accepted quote charges and nobody used: whether the price goes down is the customer's to hear. */
      quotedUnused: z.array(z.strictObject({ text: z.string(), quantity: z.int() })),
    }),
  }),
  ofSerial: query({
    summary: 'The parts that a serial number in a bin or a bag stands for, for whoever scans it at an issue.',
    input: z.strictObject({ serial: lineRequired(60) }),
    output: z.strictObject({ parts: z.array(part) }),
  }),
  plan: command({
    summary: 'Plans parts for an order: from the catalogue, or bought in at their own cost (rule PRT-3).',
    input: z.strictObject({
      ...onOrder,
      lines: lines({
        partId: id.optional(),
        /** Left out for a part of the catalogue. */
        name: line(80).default(''),
        unit: line(10).default(''),
        quantity,
        boughtInCostFen: fen.optional(),
        /** Why a part is used that is not for this model. */
        misfitReason: line(200).default(''),
        ...priced,
      }),
    }),
    output: movedParts,
    refusals: {
      ...handRefusals,
      unknownPart: field,
      partInactive: stockRefusals.partInactive,
      nameMissing: field,
      costMissing: field,
      misfit: z.strictObject({
        field: z.string(),
        part: z.string(),
        models: z.array(z.string()),
        device: z.string(),
      }),
    },
    access: may('planParts'),
  }),
  changePlan: command({
    summary: 'Plans more or less of a part; what was issued stays.',
    input: z.strictObject({
      orderPartId: id,
      by: z.int().min(-MAX_QUANTITY).max(MAX_QUANTITY),
      reason: line(200).default(''),
    }),
    output: movedParts,
    refusals: {
      ...handRefusals,
      moreThanPlanned: field,
    },
    access: may('planParts'),
  }),
  issue: command({
    summary:
      'Issues parts to an order, several lines in one document (rule PRT-1). A line of the catalogue that is not planned yet is planned with it.',
    input: z.strictObject({
      ...onOrder,
      /** Who takes them; his own bag may be taken from. */
      receivedBy: id.optional(),
      lines: lines({
        orderPartId: id.optional(),
        partId: id.optional(),
        placeId: id.optional(),
        quantity,
        serials,
        misfitReason: line(200).default(''),
        ...priced,
      }),
    }),
    output: movedParts,
    refusals: {
      ...handRefusals,
      ...stockRefusals,
      misfit: z.strictObject({
        field: z.string(),
        part: z.string(),
        models: z.array(z.string()),
        device: z.string(),
      }),
    },
    access: may('issueParts'),
  }),
  use: command({
    summary:
      'Says what was used of the parts in hand, with the serials that went in and came out (rule PRT-6). The old part is owed unless somebody says why not.',
    input: z.strictObject({
      ...onOrder,
      lines: lines({
        ...lineRef,
        newSerials: serials,
        oldSerials: serials,
        /** Why no old part is owed: the customer keeps it, there was none. */
        noOldPart: line(200).default(''),
      }),
    }),
    output: movedParts,
    refusals: {
      ...handRefusals,
      oldSerialMissing: z.strictObject({ field: z.string(), name: z.string() }),
      amountTooLarge: field,
    },
    access: may('useParts'),
  }),
  takeBackUse: command({
    summary: 'Takes back what was said to be used by mistake: it is in hand again.',
    input: z.strictObject({ ...lineRef, serials, reason: lineRequired(200) }),
    output: movedParts,
    refusals: { ...handRefusals, moreThanUsed: field, moreThanOwed: field },
    access: may('useParts'),
  }),
  giveBack: command({
    summary:
      'Returns parts in hand: good ones to a bin, defective ones to the defective bin with a fault tag each (rules PRT-1, PRT-8).',
    input: z.strictObject({
      ...onOrder,
      lines: lines({
        ...lineRef,
        condition: z.enum(['good', 'defective']),
        placeId: id.optional(),
        serials,
        fault: line(200).default(''),
      }),
    }),
    output: movedParts,
    refusals: { ...handRefusals, ...stockRefusals, faultMissing: field, notABin: field },
    access: may('issueParts'),
  }),
  returnOld: command({
    summary: 'Old parts are given back, each with its fault tag (rule PRT-8).',
    input: z.strictObject({
      ...onOrder,
      lines: lines({ ...lineRef, serial: line(60).default(''), fault: lineRequired(200) }),
    }),
    output: movedParts,
    refusals: { ...handRefusals, moreThanOwed: field },
    access: may('issueParts'),
  }),
  waive: command({
    summary:
      'The manager lets the order close with parts in hand or old parts owed, in writing (rule PRT-12).',
    input: z.strictObject({ id, words: proseRequired(500) }),
    output: nothing,
    refusals: { unknownOrder, nothingToWaive: field },
    access: may('waiveParts'),
  }),
  request: command({
    summary:
      'Asks headquarters or a supplier for a part that is not in stock; an order waits for it (rule PRT-7).',
    input: z.strictObject({
      orderPartId: id.optional(),
      partId: id.optional(),
      quantity,
      source: z.enum(REQUEST_SOURCES),
      partnerId: id.optional(),
      expectedAt: instant,
      remark: line(200).default(''),
    }),
    output: z.strictObject({ requestId: id, number: z.string() }),
    refusals: {
      ...orderRefusals,
      unknownPart: field,
      unknownOrderPart: field,
      unknownPartner: field,
      boughtInNeedsNoRequest: field,
      promiseInPast: field,
    },
    access: mayGive('requestParts'),
  }),
  requestLate: command({
    summary: 'The part comes later: the new day, and the words for the customer (rules PRT-7, CLK-4).',
    input: z.strictObject({
      requestId: id,
      expectedAt: instant,
      nextContactBy: instant.optional(),
      appointmentAt: instant.optional(),
    }),
    output: z.strictObject({ text: z.string() }),
    refusals: { ...orderRefusals, unknownRequest: field, requestOver: field, promiseInPast: field },
    access: mayGive('partsLate'),
  }),
  endRequest: command({
    summary: 'A request ends: arrived, not to be had, or withdrawn. Orders that wait for nothing else go on.',
    input: z.strictObject({
      requestId: id,
      end: z.enum(['arrived', 'unavailable', 'withdrawn']),
      reason: line(200).default(''),
    }),
    output: z.strictObject({ raised: z.array(id) }),
    refusals: { ...orderRefusals, unknownRequest: field, requestOver: field, reasonNeeded: field },
    access: mayGive('partsReady'),
  }),
  arrived: command({
    summary:
      'Parts came in: the oldest requests that are covered have arrived, and orders that wait for nothing else go on (rule PRT-7). A receipt and the arrival of a transfer do this by themselves.',
    input: z.strictObject({ parts: z.array(z.strictObject({ partId: id, quantity })).max(500) }),
    output: z.strictObject({ raised: z.array(id) }),
    access: may('manageStock'),
  }),
  waiting: query({
    summary: 'What waits for which part: open requests, the longest expected first (rule PRT-7).',
    input: nothing,
    output: z.strictObject({ requests: z.array(partRequest) }),
  }),
  owed: query({
    summary: 'Returned parts that headquarters or the maker has not got yet, the oldest first (rule PRT-8).',
    input: nothing,
    output: z.strictObject({
      tags: z.array(faultTag),
      oldParts: z.array(
        z.strictObject({
          orderId: id,
          orderNumber: z.string(),
          name: z.string(),
          quantity: z.int(),
          since: instant,
        }),
      ),
    }),
  }),
  sendTagged: command({
    summary: 'Tagged parts leave for headquarters or the maker, with the waybill.',
    input: z.strictObject({ tags: z.array(id).min(1).max(200), waybill: lineRequired(60) }),
    output: z.strictObject({ documentId: id.nullable() }),
    refusals: { unknownTag: field, alreadySent: field, ...stockRefusals },
    access: may('issueParts'),
  }),
})
