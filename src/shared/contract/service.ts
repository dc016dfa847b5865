// The work itself: what was found and done, what stops it, and who pays (rules SRV, DSP-9, DSP-10, WO-7).
import { z } from 'zod'
import { FAULT_CODES, LINE_KINDS, PAYERS, RESULTS } from '#shared/domain/service/index.ts'
import { contract, query } from './define.ts'
import { fen, id, instant, line, lineRequired, prose, proseRequired, sha256 } from './fields.ts'
import { readingInput, readingRefusals } from './meters.ts'
import { orderCommand } from './order-command.ts'
import { accessoryInput, configurationInput } from './visits.ts'

const reason = lineRequired(300)

/** The next promise: a visit on site, or the next call while the machine is kept (rules CLK-3, CLK-4). */
export const promise = {
  appointmentAt: instant.optional(),
  nextContactBy: instant.optional(),
  promiseType: z.enum(['customer', 'parts', 'other']).optional(),
  promiseReason: line(300).optional(),
  requestNo: line(40).optional(),
  partCode: line(60).optional(),
}

const minutes = z.int().min(0).max(60_000)

/** Who did a line of work and with what weight; empty: everybody on the job, in equal parts (rule PRT-13). */
const technicians = z
  .array(z.strictObject({ staffId: id, weight: z.int().min(1).max(10_000).default(1) }))
  .max(20)
  .default([])

export const chargeLineInput = z.strictObject({
  kind: z.enum(LINE_KINDS),
  text: lineRequired(120),
  /** Left out: as the order's charge says, a comeback on ourselves (rule SRV-2). */
  payer: z.enum(PAYERS).optional(),
  /** Left out: the service item's term, else the shop's for this kind (rule SRV-4). */
  warrantyDays: z.int().min(0).max(3650).optional(),
  /** The work of the catalogue that this is: its price unless one is given, and its rule of commission. */
  serviceItemId: id.optional(),
  /** Thousandths of a unit; one unit unless given. */
  quantity: z.int().min(1).max(100_000_000).optional(),
  priceFen: fen.optional(),
  waived: z.boolean().default(false),
  minutes: minutes.optional(),
  technicians,
})

/** What is said about a line that stood on the order before: who did it, how long it took. */
export const quotedWork = z.strictObject({ lineId: id, minutes: minutes.optional(), technicians })

export const recordInput = z.strictObject({
  faultCode: z.enum(FAULT_CODES),
  actualFault: proseRequired(2000),
  action: proseRequired(2000),
  result: z.enum(RESULTS),
  /** Minutes of work in the shop; on site they are computed. */
  minutes: z.int().min(0).max(60_000).nullable().default(null),
  arrivedAt: instant.nullable().default(null),
  finishedAt: instant.nullable().default(null),
  /** Why a visit took more than a day (rule DSP-9). */
  longReason: line(200).default(''),
  lines: z.array(chargeLineInput).max(50).default([]),
  /** Lines of the accepted quote whose people are not simply everybody on the job. */
  quoted: z.array(quotedWork).max(100).default([]),
  /** Serial barcodes that the technician reports (rule DSP-10). */
  serials: z.array(lineRequired(60)).max(50).default([]),
  photos: z.array(sha256).max(12).default([]),
  /** What the machine's meter shows, of machines that have one (rule PRT-14). */
  meters: z.array(readingInput).max(4).default([]),
})

export const serviceRecord = z.strictObject({
  id,
  dispatchId: id.nullable(),
  faultCode: z.enum(FAULT_CODES),
  actualFault: z.string(),
  action: z.string(),
  result: z.enum(RESULTS),
  minutes: z.int().nullable(),
  arrivedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  longReason: z.string(),
  serials: z.array(z.string()),
  photos: z.array(z.string()),
  doneBy: z.string(),
  reportedBy: z.string(),
  /** The counter reported it for the technician (rule DSP-10). */
  onBehalf: z.boolean(),
  at: instant,
  lines: z.array(
    z.strictObject({
      id,
      kind: z.enum(LINE_KINDS),
      text: z.string(),
      payer: z.enum(PAYERS),
      warrantyDays: z.int(),
      quantity: z.int().nullable(),
      priceFen: z.int().nullable(),
      amountFen: z.int().nullable(),
      waived: z.boolean(),
      minutes: z.int().nullable(),
    }),
  ),
})
export type ServiceRecord = z.infer<typeof serviceRecord>

const field = z.strictObject({ field: z.string() })
const recordRefusals = {
  ...readingRefusals,
  unknownDevice: z.strictObject({ field: z.string() }),
  orderOfAnotherMachine: z.strictObject({ field: z.string() }),
  finishBeforeArrival: field,
  timeInFuture: field,
  longVisitWithoutReason: z.strictObject({ field: z.string(), hours: z.int() }),
  timesMissing: field,
  hoursMissing: field,
  notATechnician: z.strictObject({ field: z.string(), name: z.string() }),
  technicianTwice: z.strictObject({ field: z.string(), name: z.string() }),
  unknownItem: field,
  unknownLine: field,
  amountTooLarge: field,
  photoMissing: z.strictObject({ field: z.string(), hash: z.string() }),
} as const
const promiseRefusals = { promiseInPast: field } as const

export const services = contract('service', {
  records: query({
    summary:
      'What was done on an order, one record per dispatch (rule SRV-1), and its repair warranty (SRV-4).',
    input: z.strictObject({ id }),
    output: z.strictObject({ records: z.array(serviceRecord), warrantyUntil: instant.nullable() }),
  }),
  complete: orderCommand(['complete'], {
    summary:
      'Reports completion with the service record. From a dispatch that waits to be received the counter reports for its technician (rules SRV-1, DSP-10).',
    fields: {
      record: recordInput,
      /** Whose work it was; the person who calls unless given. */
      doneBy: id.optional(),
      printException: z.enum(['systemFailure']).optional(),
    },
    refusals: recordRefusals,
  }),
  handBack: orderCommand(['handBack'], {
    summary: 'The machine goes back unrepaired: the customer does not want the repair, or it cannot be done.',
    fields: {
      reason,
      faultCode: z.enum(FAULT_CODES).default('other'),
      /** What was found; the reported fault stands unless given. */
      actualFault: prose(2000).default(''),
      /** Of the quote that the customer saw; let off it stays as a line (rule QUO-4). */
      diagnosticFee: z.enum(['asQuoted', 'waived']).default('asQuoted'),
    },
  }),
  notFixed: orderCommand(['notFixed'], {
    summary: 'Not fixed at once: the work goes on, with the next promise.',
    fields: { remark: prose(500).default(''), ...promise },
    refusals: promiseRefusals,
  }),
  faultReturned: orderCommand(['faultReturned'], {
    summary: 'The fault came back before the machine left: back to work.',
    fields: { remark: prose(500).default(''), ...promise },
    refusals: promiseRefusals,
  }),
  bringIn: orderCommand(['bringIn'], {
    summary: 'The technician brings the machine from the customer to the shop; it is delivered back later.',
    fields: {
      accessories: z.array(accessoryInput).max(30),
      configuration: z.array(configurationInput).max(30),
      condition: proseRequired(1000),
    },
  }),
  resolveByPhone: orderCommand(['resolveByPhone'], {
    summary: 'Solved on the telephone, with what was said: it closes, it is never cancelled.',
    fields: { phoneOutcome: z.enum(['software', 'other']), words: proseRequired(1000) },
  }),
  suspend: orderCommand(['suspend'], {
    summary: 'Lays the work aside, with the reason (rule WO-7).',
    fields: { reason },
  }),
  resume: orderCommand(['resume'], {
    summary: 'Takes the work up again where it was laid aside (rule WO-7).',
    fields: { remark: line(300).default('') },
  }),
  changeService: orderCommand(['changeService'], {
    summary: 'The customer brings the machine instead of being visited, or the other way round.',
    fields: { service: z.enum(['dropOff', 'onSite']), remark: line(300).default('') },
    refusals: {
      oneOnSite: z.strictObject({ field: z.string(), number: z.string() }),
      onSiteNotHere: field,
    },
  }),
  requestParts: orderCommand(['requestParts'], {
    summary: 'The work waits for a part: request, part and the day on which it should come.',
    fields: {
      requestNo: lineRequired(40),
      partCode: lineRequired(60),
      expectedDate: instant,
      remark: line(300).default(''),
    },
    refusals: promiseRefusals,
  }),
  partsLate: orderCommand(['partsLate'], {
    summary: 'The part comes later: the customer gets a new promise with its reason (rule CLK-4).',
    fields: {
      ...promise,
      promiseReason: reason,
      requestNo: lineRequired(40),
      partCode: lineRequired(60),
    },
    refusals: promiseRefusals,
  }),
  partsReady: orderCommand(['partsReady'], {
    summary: 'The part is here, or will never come: the work goes on.',
    fields: { partsResult: z.enum(['arrived', 'unavailable']), remark: line(300).default('') },
  }),
})
