// Work orders: lists with saved views, one order with everything about it, and what may be done to any order.
import { z } from 'zod'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import { OUTCOMES } from '#shared/domain/work-order/order.ts'
import { COMMANDS } from '#shared/domain/work-order/commands.ts'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { customer, device } from './customers.ts'
import {
  cursor,
  id,
  instant,
  line,
  lineRequired,
  nothing,
  pageSize,
  proseRequired,
  sha256,
} from './fields.ts'
import { changedMeanwhile, orderState, unknownOrder } from './order-command.ts'
import { accessoryInput, configurationInput, intakeFacts } from './visits.ts'

export const ORDER_VIEWS = [
  'all',
  'unfinished',
  'waitingForResponse',
  'starred',
  'important',
  'overdue',
  'mine',
  'today',
] as const
export type OrderView = (typeof ORDER_VIEWS)[number]

export const orderLine = z.strictObject({
  id,
  number: z.string(),
  state: orderState,
  /** The one label that lists, cards and papers show (`stateLabel`). */
  label: z.string(),
  stateSince: instant,
  customerId: id,
  customerName: z.string(),
  company: z.string(),
  device: z.string(),
  serial: z.string(),
  reportedFault: z.string(),
  important: z.boolean(),
  starred: z.boolean(),
  urges: z.int(),
  nextContactBy: instant.nullable(),
  printed: z.boolean(),
  papersOutdated: z.boolean(),
  createdAt: instant,
})
export type OrderLine = z.infer<typeof orderLine>

const change = z.tuple([z.json(), z.json()])
export const logLine = z.strictObject({
  seq: z.int(),
  at: instant,
  who: z.string(),
  terminal: z.string(),
  action: z.string(),
  changes: z.record(z.string(), change).nullable(),
  remark: z.string().nullable(),
})
export type LogLine = z.infer<typeof logLine>

export const orderDetail = z.strictObject({
  id,
  number: z.string(),
  digits: z.string(),
  shortCode: z.string(),
  visitId: id,
  visitNumber: z.string(),
  visitShortCode: z.string(),
  position: z.int(),
  ofVisit: z.int(),
  siblings: z.array(z.strictObject({ id, number: z.string(), state: orderState, device: z.string() })),
  state: orderState,
  stateSince: instant,
  service: z.enum(['dropOff', 'onSite']),
  origin: z.string(),
  machinePlace: z.string(),
  /** The one label that lists, cards and papers show (`stateLabel`). */
  label: z.string(),
  outcome: z.enum(OUTCOMES).nullable(),
  returnBy: z.enum(['pickUp', 'delivery']),
  reassignRequested: z.boolean(),
  suspendReason: z.string(),
  /** The technician of the newest dispatch. */
  primary: z.strictObject({ staffId: id, name: z.string() }).nullable(),
  /** T2: when the customer was told; null before. */
  t2: instant.nullable(),
  /** The newest agreed visit or pick-up. */
  promisedAt: instant.nullable(),
  readyAt: instant.nullable(),
  /** When a vendor or a part should be here. */
  backBy: instant.nullable(),
  urges: z.int(),
  vendorSlipAt: instant.nullable(),
  /** The closed order that this one comes back from (rule INT-12). */
  comeback: z.strictObject({ id, number: z.string(), technician: z.string() }).nullable(),
  /** Until when the work is warranted (rule SRV-4). */
  warrantyUntil: instant.nullable(),
  important: z.boolean(),
  starred: z.boolean(),
  customer,
  device,
  reportedFault: z.string(),
  condition: z.string(),
  accessories: z.array(accessoryInput),
  configuration: z.array(configurationInput),
  chargeKind: z.enum(CHARGE_KINDS),
  chargeBasis: z.json(),
  limitFen: z.int().nullable(),
  nextContactBy: instant.nullable(),
  hasPasscode: z.boolean(),
  photos: z.array(
    z.strictObject({ id, hash: z.string(), mime: z.string(), caption: z.string(), createdAt: instant }),
  ),
  printedAt: instant.nullable(),
  papersOutdated: z.boolean(),
  createdAt: instant,
  createdBy: z.string(),
  updatedAt: instant,
  ver: z.int(),
})
export type OrderDetail = z.infer<typeof orderDetail>

const notInThisState = z.strictObject({ state: z.string(), command: z.string() })

export const orders = contract('order', {
  list: query({
    summary:
      'Orders of a saved view, page by page: unfinished ones that were urged first (rule CLK-11), then the newest; no limit on the span of time (rule WO-8). With a text a page may hold fewer orders than asked for, even none, although more follow: `next` says so.',
    input: z.strictObject({
      view: z.enum(ORDER_VIEWS).default('unfinished'),
      state: orderState.optional(),
      text: line(80).default(''),
      from: instant.optional(),
      until: instant.optional(),
      after: cursor.optional(),
      limit: pageSize.default(100),
    }),
    output: z.strictObject({ orders: z.array(orderLine), next: cursor.nullable() }),
  }),
  counts: query({
    summary: 'How many orders each saved view holds.',
    input: nothing,
    output: z.strictObject({ counts: z.record(z.enum(ORDER_VIEWS), z.int()) }),
  }),
  get: query({
    summary: 'One order with customer, machine, papers and photos.',
    input: z.strictObject({ id }),
    output: orderDetail,
    refusals: { unknownOrder },
  }),
  allowed: query({
    summary:
      'Every command of the table for this order and this person: allowed with the fields it asks for, or why not and what helps.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      ver: z.int(),
      commands: z.array(
        z.strictObject({
          command: z.enum(COMMANDS as readonly [string, ...string[]]),
          allowed: z.boolean(),
          needs: z.array(z.string()),
          /** Only where it is refused: the code and the way out. */
          refusal: z.string().nullable(),
          missing: z.array(z.string()),
          wayOut: z.array(z.record(z.string(), z.json())),
        }),
      ),
    }),
    refusals: { unknownOrder },
  }),
  comebacks: query({
    summary:
      'Closed orders within their repair warranty that this machine may come back from, the surest first (rule INT-12).',
    input: z.strictObject({ customerId: id, deviceId: id.optional(), model: line(60).optional() }),
    output: z.strictObject({
      orders: z.array(
        z.strictObject({
          id,
          number: z.string(),
          device: z.string(),
          sameMachine: z.boolean(),
          technician: z.string(),
          reportedFault: z.string(),
          closedAt: instant,
          warrantyUntil: instant,
        }),
      ),
    }),
  }),
  log: query({
    summary: 'The service log of an order, oldest first (rule WO-2).',
    input: z.strictObject({ id }),
    output: z.strictObject({ log: z.array(logLine) }),
  }),
  amend: command({
    summary:
      'Corrects what was written at intake; old and new stand in the log, printed papers become outdated (rule INT-15).',
    input: z.strictObject({
      id,
      /** The version that was on the screen: somebody else's change in between is shown, not overwritten. */
      ver: z.int().min(1),
      changes: z
        .strictObject({
          reportedFault: intakeFacts.reportedFault,
          condition: intakeFacts.condition.unwrap(),
          accessories: intakeFacts.accessories.unwrap(),
          configuration: intakeFacts.configuration.unwrap(),
          limitFen: intakeFacts.limitFen.unwrap(),
          nextContactBy: intakeFacts.nextContactBy.unwrap(),
          charge: z.strictObject({ kind: z.enum(CHARGE_KINDS), reason: lineRequired(200) }),
        })
        .partial(),
    }),
    output: z.strictObject({ ver: z.int() }),
    refusals: {
      unknownOrder,
      changedMeanwhile,
      notInThisState,
      contactInPast: z.strictObject({ field: z.string() }),
      needsAcceptedQuote: z.strictObject({ field: z.string() }),
    },
    access: mayGive('amend'),
  }),
  remark: command({
    summary: 'Adds a free remark in any state (rule WO-4).',
    input: z.strictObject({ id, text: proseRequired(2000) }),
    output: nothing,
    refusals: { unknownOrder },
    access: may('remark'),
  }),
  star: command({
    summary: "Puts the order among one's own starred ones, or takes it out (rule WO-5).",
    input: z.strictObject({ id, starred: z.boolean() }),
    output: nothing,
    refusals: { unknownOrder },
    access: may('mark'),
  }),
  setImportant: command({
    summary: 'Marks the order important for everybody, or no longer (rule WO-5).',
    input: z.strictObject({ id, important: z.boolean() }),
    output: nothing,
    refusals: { unknownOrder },
    access: may('mark'),
  }),
  addPhoto: command({
    summary: 'Adds a photo that was stored by attachment.put.',
    input: z.strictObject({ id, hash: sha256, caption: line(80).default('') }),
    output: z.strictObject({ photoId: id }),
    refusals: {
      unknownOrder,
      notInThisState,
      photoMissing: z.strictObject({ field: z.string(), hash: z.string() }),
    },
    access: may('addPhoto'),
  }),
  revealPasscode: command({
    summary:
      "Shows the device's passcode once; who, when and why stand in the audit log before it is shown (rule INT-9).",
    input: z.strictObject({ id, reason: lineRequired(200) }),
    output: z.strictObject({ passcode: z.string() }),
    refusals: {
      unknownOrder,
      notInThisState,
      noPasscode: z.strictObject({}),
      passcodeKeyLost: z.strictObject({}),
    },
    access: may('revealPasscode'),
    secretAnswer: true,
  }),
})
