// Intake: one drop-off visit holds one customer, one or more machines and one pick-up slip (rule INT-2).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import { command, contract, query } from './define.ts'
import { customerInput, deviceInput, duplicate, unknownCustomer, unreadablePhone } from './customers.ts'
import { count, fen, id, instant, line, lineRequired, prose, proseRequired, sha256 } from './fields.ts'
import { phoneText } from './shop.ts'

export const accessoryInput = z.strictObject({ name: lineRequired(40), count })
export const configurationInput = z.strictObject({
  kind: lineRequired(20),
  text: line(80).default(''),
  serial: line(60).default(''),
})

/** What is written down for one machine at intake (rule INT-3). */
export const intakeFacts = {
  reportedFault: proseRequired(2000),
  condition: prose(1000).default(''),
  accessories: z.array(accessoryInput).max(30).default([]),
  configuration: z.array(configurationInput).max(30).default([]),
  /** The agreed limit up to which the shop may repair without asking (rule INT-13). */
  limitFen: fen.nullable().default(null),
  /** Until when the shop promised to call (rule CLK-3). */
  nextContactBy: instant.nullable().default(null),
}

const machineInput = z.strictObject({
  device: z.union([z.strictObject({ existing: id }), z.strictObject({ new: deviceInput })]),
  ...intakeFacts,
  /** Left out: decided from purchase date and terms (rule INT-4). Given: the clerk's decision with a reason. */
  charge: z
    .strictObject({ kind: z.enum(CHARGE_KINDS), reason: lineRequired(200) })
    .nullable()
    .default(null),
  passcode: z.string().max(64).nullable().default(null),
  photos: z.array(sha256).max(12).default([]),
  important: z.boolean().default(false),
  /** The closed order that this machine comes back from, within its repair warranty (rule INT-12). */
  comebackOf: id.nullable().default(null),
  /** On site only by telephone; a machine on the counter is a drop-off. */
  service: z.enum(['dropOff', 'onSite']).default('dropOff'),
})

export const visits = contract('visit', {
  create: command({
    summary:
      'Takes in the machines of one visit: one work order each, numbers given, everything durable when answered.',
    input: z.strictObject({
      customer: z.union([z.strictObject({ existing: id }), z.strictObject({ new: customerInput })]),
      /** The clerk has seen the probable duplicates and says that this is somebody else. */
      notADuplicate: z.boolean().default(false),
      broughtBy: line(40).default(''),
      broughtByPhone: phoneText.default(''),
      /** How the customer came: the machine is on the counter, or he telephones and it is not (rule INT-1). */
      arrival: z.enum(['walkIn', 'phone']).default('walkIn'),
      machines: z.array(machineInput).min(1, 'at least one machine').max(20),
      /** The same machine has an open order, and the clerk wants a second one all the same. */
      secondOrderFor: z.array(id).max(20).default([]),
      /** The draft this was made from; it is discarded with the same commit. */
      draftId: id.nullable().default(null),
    }),
    output: z.strictObject({
      visitId: id,
      number: z.string(),
      shortCode: z.string(),
      customerId: id,
      orders: z.array(z.strictObject({ id, number: z.string(), deviceId: id })),
      /** Five machines or more with the same fault: the clerk is told, headquarters gets a notice (rule INT-8). */
      batchProblem: z.strictObject({ fault: z.string(), machines: z.int() }).nullable(),
    }),
    refusals: {
      unknownCustomer,
      unreadablePhone,
      probableDuplicate: z.strictObject({ duplicates: z.array(duplicate) }),
      unknownDevice: z.strictObject({ field: z.string() }),
      deviceOfAnotherCustomer: z.strictObject({ field: z.string(), owner: z.string(), customerId: id }),
      serialKnown: z.strictObject({
        field: z.string(),
        serial: z.string(),
        owner: z.string(),
        customerId: id,
        deviceId: id,
      }),
      alreadyInRepair: z.strictObject({ field: z.string(), deviceId: id, number: z.string() }),
      purchaseInFuture: z.strictObject({ field: z.string() }),
      contactInPast: z.strictObject({ field: z.string() }),
      photoMissing: z.strictObject({ field: z.string(), hash: z.string() }),
      diskNearlyFull: z.strictObject({ freeMiB: z.int() }),
      /** On site at most one of a day's machines of one customer; the others are brought (rule INT-8). */
      oneOnSite: z.strictObject({ field: z.string(), number: z.string() }),
      onSiteNotHere: z.strictObject({ field: z.string() }),
      onSiteByPhoneOnly: z.strictObject({ field: z.string() }),
      notAComeback: z.strictObject({
        field: z.string(),
        because: z.enum(['unknown', 'notClosed', 'warrantyOver', 'otherMachine']),
      }),
    },
    access: may('takeIn'),
  }),
  get: query({
    summary: 'One visit with its orders.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      number: z.string(),
      shortCode: z.string(),
      customerId: id,
      createdAt: instant,
      orders: z.array(z.strictObject({ id, number: z.string(), state: z.string(), device: z.string() })),
    }),
    refusals: { unknownVisit: z.strictObject({ field: z.string() }) },
  }),
})
