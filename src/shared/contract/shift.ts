// Shifts and days of the counter (rule SET-8): what is in the drawer, counting it, closing, confirming, the day's end.
import { z } from 'zod'
import { NOTES, PAY_IN_KINDS, PAY_OUT_KINDS } from '#shared/domain/money/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { approvalNeeded, approvalTokens } from './approvals.ts'
import { command, contract, query } from './define.ts'
import { day, fen, id, instant, line, lineRequired, nothing, password, staffNo } from './fields.ts'
import { method, notEnoughInDrawer, positiveFen } from './money-fields.ts'

const field = z.strictObject({ field: z.string() })
const most = z.strictObject({ field: z.string(), mostFen: z.int() })

/** What stands in the way of closing a shift, each with the verb that clears it. */
export const SHIFT_BLOCKS = ['receiptNotPrinted'] as const
const block = z.strictObject({
  code: z.enum(SHIFT_BLOCKS),
  verb: z.enum(['print']),
  objectId: id,
  number: z.string(),
})

const pieces = z.array(
  z.strictObject({ noteFen: z.literal([...NOTES]), pieces: z.int().min(0).max(100_000) }),
)

/** Of one method: what the books expect, what was counted (null: nobody did), and over (above zero) or short. */
export const methodCount = z.strictObject({
  method,
  expectedFen: z.int(),
  countedFen: z.int().nullable(),
  differenceFen: z.int().nullable(),
})
export type MethodCount = z.infer<typeof methodCount>

const countShown = z.strictObject({
  id,
  at: instant,
  who: z.string(),
  /** Without having seen what should be there. */
  blind: z.boolean(),
  pieces,
  methods: z.array(methodCount),
})

const opening = z.strictObject({
  at: instant,
  who: z.string(),
  reason: z.string(),
  /** The receipt whose cash opened it. */
  receiptId: id.nullable(),
  receiptNumber: z.string(),
  approvedBy: z.string(),
})

export const SHIFT_STANDINGS = ['open', 'closed', 'confirmed'] as const
const shiftLine = z.strictObject({
  id,
  number: z.string(),
  day,
  since: instant,
  openedBy: z.string(),
  standing: z.enum(SHIFT_STANDINGS),
  closedAt: instant.nullable(),
  closedBy: z.string(),
  /** Cash over or short when it was counted; null while open. */
  differenceFen: z.int().nullable(),
  leftFen: z.int().nullable(),
})
export type ShiftLine = z.infer<typeof shiftLine>

const cashMoveShown = z.strictObject({
  kind: z.enum([...PAY_IN_KINDS, ...PAY_OUT_KINDS]),
  at: instant,
  who: z.string(),
  reason: z.string(),
  approvedBy: z.string(),
  /** Out of the drawer below zero. */
  amountFen: z.int(),
})

/** Everything about one shift; of a closed one always the same. */
export const shiftReport = z.strictObject({
  shift: shiftLine,
  drawer: z.string(),
  floatFen: z.int(),
  methods: z.array(
    methodCount.extend({
      receiptsFen: z.int(),
      refundsFen: z.int(),
      payInsFen: z.int(),
      payOutsFen: z.int(),
    }),
  ),
  receipts: z.int(),
  /** Of each person who took or gave back money. */
  takers: z.array(z.strictObject({ who: z.string(), method, receipts: z.int(), amountFen: z.int() })),
  cashMoves: z.array(cashMoveShown),
  openings: z.array(opening),
  counts: z.array(countShown),
  /** Null while it is open. */
  close: z
    .strictObject({
      at: instant,
      who: z.string(),
      nextWho: z.string(),
      takenFen: z.int(),
      leftFen: z.int(),
      reason: z.string(),
    })
    .nullable(),
  confirmation: z
    .strictObject({ at: instant, who: z.string(), alone: z.boolean(), note: z.string() })
    .nullable(),
})
export type ShiftReport = z.infer<typeof shiftReport>

const shiftRefusals = {
  unknownShift: field,
  /** Somebody else closed it. */
  shiftAlreadyClosed: z.strictObject({ field: z.string(), number: z.string(), who: z.string(), at: instant }),
}

const booked = z.strictObject({ shiftId: id, entryId: id })

export const shifts = contract('shift', {
  current: query({
    summary:
      'The drawer of this counter and its open shift: since when, what is expected, what blocks closing.',
    input: nothing,
    output: z.strictObject({
      drawer: z.strictObject({ id, name: z.string() }).nullable(),
      /** What approvals of this drawer are about. */
      approvalFor: id,
      /** Null: the next money opens one. */
      shift: shiftLine.nullable(),
      floatFen: z.int(),
      /** Null until the drawer is counted, for whoever counts blind. */
      expected: z.array(z.strictObject({ method, amountFen: z.int() })).nullable(),
      /** The last count, while no money came or went since. */
      count: countShown.extend({ mayRecount: z.boolean() }).nullable(),
      differenceLimitFen: z.int(),
      blocks: z.array(block),
      openings: z.array(opening),
      /** The newest first. */
      shifts: z.array(shiftLine),
    }),
    access: may('seeShifts'),
  }),
  report: query({
    summary: 'One shift from its entries: per method, per person, pay-ins, openings, counts, close.',
    input: z.strictObject({ id }),
    output: shiftReport,
    refusals: {
      unknownShift: field,
      /** Whoever counts blind reads the report after the count. */
      countFirst: field,
    },
    access: may('seeShifts'),
  }),
  payIn: command({
    summary: 'Puts cash into the drawer: from the owner, or change from the safe.',
    input: z.strictObject({
      kind: z.enum(PAY_IN_KINDS),
      amountFen: positiveFen,
      reason: lineRequired(200),
    }),
    output: booked,
    refusals: { notEnoughInSafe: most },
    access: may('openDrawer'),
  }),
  payOut: command({
    summary: 'Takes cash out of the drawer: an expense (approved), to the safe, to the bank.',
    input: z.strictObject({
      kind: z.enum(PAY_OUT_KINDS),
      amountFen: positiveFen,
      reason: lineRequired(200),
      approvals: approvalTokens,
    }),
    output: booked,
    refusals: { notEnoughInDrawer, approvalNeeded },
    access: may('openDrawer'),
  }),
  openDrawer: command({
    summary: 'Opens the drawer without a sale; approved, and always written down.',
    input: z.strictObject({ reason: lineRequired(200), approvals: approvalTokens }),
    output: z.strictObject({ shiftId: id }),
    refusals: { approvalNeeded },
    access: may('openDrawer'),
  }),
  count: command({
    summary:
      'What was counted, note by note; answers what was expected. The same money is counted twice at most.',
    input: z.strictObject({
      id,
      pieces: pieces.max(NOTES.length),
      /** Other methods, from their own lists. */
      others: z
        .array(z.strictObject({ method: method.exclude(['cash']), countedFen: fen }))
        .max(4)
        .default([]),
    }),
    output: z.strictObject({ count: countShown, mayRecount: z.boolean() }),
    refusals: {
      ...shiftRefusals,
      noteTwice: z.strictObject({ field: z.string(), noteFen: z.int() }),
      methodTwice: z.strictObject({ field: z.string(), method }),
      alreadyRecounted: field,
    },
    access: may('countShift'),
  }),
  close: command({
    summary:
      'Closes the shift on its count: the difference is booked, cash goes to the safe, the rest stays.',
    input: z.strictObject({
      id,
      /** The count that it closes on: the last one, and no money came or went since. */
      countId: id,
      takenFen: fen,
      reason: line(200).default(''),
      /** Who takes the drawer over, with his own secret. */
      next: z
        .strictObject({
          staffNo,
          pin: z
            .string()
            .regex(/^\d{4,8}$/, '4 to 8 digits')
            .optional(),
          password: password.optional(),
        })
        .optional(),
    }),
    output: shiftReport,
    refusals: {
      ...shiftRefusals,
      shiftBlocked: z.strictObject({ field: z.string(), blocks: z.array(block) }),
      /** Money came or went since the count, or somebody counted again. */
      countOutdated: z.strictObject({ field: z.string() }),
      differenceReasonMissing: z.strictObject({
        field: z.string(),
        differenceFen: z.int(),
        limitFen: z.int(),
      }),
      takenTooMuch: most,
      wrongPassword: z.strictObject({ triesLeft: z.int() }),
      locked: z.strictObject({ seconds: z.int() }),
      lockedUntilReset: z.strictObject({}),
      passwordNeeded: z.strictObject({}),
      secretMissing: field,
      mayNotTakeOver: z.strictObject({ field: z.string(), name: z.string() }),
    },
    access: may('countShift'),
  }),
  confirm: command({
    summary:
      'Somebody who did not count confirms a closed shift; a small shop may let him, and it is listed.',
    input: z.strictObject({ id, note: line(200).default('') }),
    output: shiftReport,
    refusals: {
      unknownShift: field,
      shiftStillOpen: z.strictObject({ field: z.string(), number: z.string() }),
      shiftAlreadyConfirmed: z.strictObject({ field: z.string(), who: z.string(), at: instant }),
      ownCount: field,
    },
    access: may('confirmShift'),
  }),
})

const openShift = z.strictObject({ id, number: z.string(), since: instant, openedBy: z.string() })
const soloAct = z.strictObject({
  duty: z.string(),
  orderId: id.nullable(),
  number: z.string(),
  at: instant,
  who: z.string(),
})
const dayTotals = z.array(z.strictObject({ method, receiptsFen: z.int(), refundsFen: z.int() }))

export const days = contract('day', {
  current: query({
    summary:
      'The day that the books are at: its takings, its shifts, what one person did alone, and closed days.',
    input: nothing,
    output: z.strictObject({
      /** Where money falls that is taken now. */
      day,
      today: day,
      totals: dayTotals,
      shifts: z.array(shiftLine),
      openShifts: z.array(openShift),
      soloActs: z.array(soloAct),
      closed: z.array(z.strictObject({ day, at: instant, who: z.string(), backup: z.string() })),
    }),
    access: may('seeShifts'),
  }),
  close: command({
    summary: 'Ends a day, with a backup: what comes later stands in the next one.',
    input: z.strictObject({ day }),
    output: z.strictObject({
      day,
      nextDay: day,
      totals: dayTotals,
      shifts: z.array(shiftLine),
      backup: z.strictObject({ file: z.string(), bytes: z.int() }),
      soloActs: z.array(soloAct),
    }),
    refusals: {
      dayClosed: z.strictObject({ field: z.string(), day }),
      dayInFuture: z.strictObject({ field: z.string(), today: day }),
      shiftsOpen: z.strictObject({ field: z.string(), numbers: z.array(z.string()) }),
      backupFailed: z.strictObject({ reason: z.string() }),
    },
    access: may('closeDay'),
  }),
})
