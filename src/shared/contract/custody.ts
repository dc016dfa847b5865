// Where every machine, accessory and loaner is (rule CLS-7): moved by scan, asked by scan.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { ITEM_KINDS, PLACE_KINDS } from '#shared/domain/custody/index.ts'
import { command, contract, query } from './define.ts'
import { day, id, instant, line, lineRequired, nothing, prose, proseRequired } from './fields.ts'
import { orderState, unknownOrder } from './order-command.ts'

/** `machine`, `accessory:3`, `loaner:ID`. */
export const itemKey = z.string().regex(/^(machine|accessory:[1-9]\d?|loaner:[0-9a-f-]{36})$/)

export const placeRef = z.strictObject({ kind: z.enum(PLACE_KINDS), id: id.nullable(), name: z.string() })

export const heldItem = z.strictObject({
  orderId: id,
  number: z.string(),
  state: orderState,
  item: itemKey,
  kind: z.enum(ITEM_KINDS),
  /** The label's digits; a loaner's code. */
  code: z.string(),
  name: z.string(),
  customerName: z.string(),
  place: placeRef,
  since: instant,
  who: z.string(),
})
export type HeldItem = z.infer<typeof heldItem>

export const place = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(['shelf', 'bench']),
  active: z.boolean(),
  /** How many things are there now. */
  holds: z.int(),
})
export type Place = z.infer<typeof place>

export const loaner = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  serial: z.string(),
  accessories: z.string(),
  remark: z.string(),
  active: z.boolean(),
  /** Who has it, if it is out. */
  lent: z
    .strictObject({
      orderId: id,
      number: z.string(),
      customerName: z.string(),
      lentAt: instant,
      backBy: instant.nullable(),
      overdue: z.boolean(),
    })
    .nullable(),
})
export type Loaner = z.infer<typeof loaner>

const field = z.strictObject({ field: z.string() })
const placeFields = { name: lineRequired(40), kind: z.enum(['shelf', 'bench']) }
const loanerFields = {
  name: lineRequired(60),
  serial: line(60),
  accessories: line(200),
  remark: prose(300),
}
/**
 * A code that a person may choose for a shelf or a loaner, short enough to be written by hand. Unless given it is
 * made of a number of the shop's own series, as barcode digits that say what they stick on.
 */
const ownCode = z.string().regex(/^[0-9A-Z-]{1,20}$/, 'capital letters, digits and dashes')

/** Where to: a scanned code of a shelf, a bench; or a place by its kind. */
const target = z.union([
  z.strictObject({ code: lineRequired(60) }),
  z.strictObject({ kind: z.enum(['counter']) }),
  z.strictObject({ kind: z.enum(['shelf', 'bench', 'technician', 'branch']), id }),
])

export const custodies = contract('custody', {
  find: query({
    summary:
      'What a scanned label is and where it is; of a shelf or bench, what stands there. One scan answers "where is it".',
    input: z.strictObject({ code: z.string().min(1).max(60) }),
    output: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('item'), item: heldItem, others: z.array(heldItem) }),
      z.strictObject({ what: z.literal('place'), place, items: z.array(heldItem) }),
      z.strictObject({ what: z.literal('loaner'), loaner }),
    ]),
    refusals: {
      unknownCode: z.strictObject({
        field: z.string(),
        because: z.enum(['notOurs', 'misread', 'otherShop', 'noSuch']),
      }),
    },
  }),
  ofOrder: query({
    summary:
      'The machine of an order, its accessories and its loaners, each with its place and its last moves.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      items: z.array(heldItem),
      moves: z.array(
        z.strictObject({
          item: itemKey,
          from: placeRef,
          to: placeRef,
          remark: z.string(),
          at: instant,
          who: z.string(),
        }),
      ),
    }),
    refusals: { unknownOrder },
  }),
  move: command({
    summary:
      'Puts the scanned things somewhere, all or none. A machine goes to a vendor or a customer by the verb for it, never by a scan alone.',
    input: z.strictObject({
      codes: z.array(lineRequired(60)).min(1).max(100),
      to: target,
      remark: line(200).default(''),
    }),
    output: z.strictObject({
      items: z.array(heldItem),
      place: placeRef,
      /** How many were somewhere else before: a thing scanned twice moves once. */
      moved: z.int(),
    }),
    refusals: {
      unknownCode: z.strictObject({ field: z.string(), because: z.string() }),
      unknownPlace: field,
      /** The machine is at a vendor, with the customer, or not here yet: the verb that brings it in. */
      needsVerb: z.strictObject({ field: z.string(), command: z.string(), number: z.string() }),
      orderIsOver: z.strictObject({ field: z.string(), number: z.string() }),
    },
    access: may('moveItems'),
  }),
  declareLost: command({
    summary:
      'A thing that cannot be found: who answers for it and what was agreed. The hand-over is free then; the manager alone may say so.',
    input: z.strictObject({ orderId: id, item: itemKey, words: proseRequired(500) }),
    output: nothing,
    refusals: {
      unknownOrder,
      unknownItem: field,
      orderIsOver: z.strictObject({ field: z.string(), number: z.string() }),
    },
    access: may('declareLost'),
  }),
  places: query({
    summary: 'Shelves and benches, in use first.',
    input: nothing,
    output: z.strictObject({ places: z.array(place) }),
  }),
  addPlace: command({
    summary: 'A shelf or a bench with its own code to scan.',
    input: z.strictObject({ ...placeFields, code: ownCode.optional() }),
    output: place,
    refusals: { codeTaken: z.strictObject({ field: z.string(), name: z.string() }) },
    access: may('manageDirectories'),
  }),
  changePlace: command({
    summary: 'Renames a place or takes it out of use; not while something stands there.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...placeFields, active: z.boolean() }).partial(),
    }),
    output: place,
    refusals: { unknownPlace: field, placeNotEmpty: z.strictObject({ field: z.string(), holds: z.int() }) },
    access: may('manageDirectories'),
  }),
  loaners: query({
    summary: 'Machines to lend, with who has them.',
    input: nothing,
    output: z.strictObject({ loaners: z.array(loaner) }),
  }),
  addLoaner: command({
    summary: 'A machine to lend.',
    input: z.strictObject({ ...loanerFields, code: ownCode.optional() }),
    output: loaner,
    refusals: { codeTaken: z.strictObject({ field: z.string(), name: z.string() }) },
    access: may('manageDirectories'),
  }),
  changeLoaner: command({
    summary: 'Changes a loaner or takes it out of use; not while it is lent.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...loanerFields, active: z.boolean() }).partial(),
    }),
    output: loaner,
    refusals: {
      unknownLoaner: field,
      loanerIsOut: z.strictObject({ field: z.string(), number: z.string() }),
    },
    access: may('manageDirectories'),
  }),
  lend: command({
    summary: 'Lends a machine for the time of the repair; the hand-over waits until it is back.',
    input: z.strictObject({
      orderId: id,
      /** A scanned code or an id. */
      loaner: lineRequired(60),
      backBy: day.nullable().default(null),
      condition: prose(300).default(''),
    }),
    output: loaner,
    refusals: {
      unknownOrder,
      unknownLoaner: field,
      loanerIsOut: z.strictObject({ field: z.string(), number: z.string() }),
      orderIsOver: z.strictObject({ field: z.string(), number: z.string() }),
      returnInPast: field,
    },
    access: may('lendLoaner'),
  }),
  takeBack: command({
    summary: 'The loaner is back, in this condition.',
    input: z.strictObject({ loaner: lineRequired(60), condition: prose(300).default('') }),
    output: loaner,
    refusals: { unknownLoaner: field, loanerNotOut: field },
    access: may('lendLoaner'),
  }),
})
