// The refusals of the table: a code, what is missing and the way out, as data. The sentences that people
// read are in the locale files, one per code, per task and per name in `missing`.
import type { JsonValue, Refusal as KernelRefusal } from '#shared/kernel/result.ts'
import type { Actor } from './actors.ts'
import type { ActionName } from './any-state.ts'
import type { CancelEvidence } from './cancel-reasons.ts'
import type { CommandName } from './commands.ts'
import type { EntryName } from './entries.ts'
import type { Facts } from './facts.ts'
import type { FieldName } from './fields.ts'
import type { Order } from './order.ts'
import type { Proof } from './proofs.ts'
import type { State } from './states.ts'

export const REFUSAL_CODES = [
  // the table itself
  'notInThisState',
  'orderIsFinal',
  'notYourRole',
  'notYourJob',
  'fieldMissing',
  // where the machine is
  'machineNotHere',
  'machineHere',
  'machineAway',
  'machineAlreadyHere',
  // service and origin
  'onSiteOnly',
  'dropOffOnly',
  'serviceUnchanged',
  'ownOrdersOnly',
  'ordersFromAboveOnly',
  // branches and dispatch
  'refusalNotAllowed',
  'notOurDispatch',
  'dispatchAlreadyProcessed',
  'primaryAlsoAssistant',
  'noReassignRequest',
  'receiveFirst',
  // time and contact
  'promiseBeforeReady',
  'tooEarlyForUnreachable',
  'noFailedAttempt',
  // paper
  'repairOrderNotPrinted',
  'vendorSlipNotPrinted',
  // quote, parts, money
  'noOpenQuote',
  'overLimit',
  'partsInHand',
  'oldPartsOwed',
  'unpaid',
  'alreadySettled',
  'nothingSettled',
  'paidTooMuch',
  'moneyKept',
  // completion and review
  'outcomeOfAnotherCommand',
  'itemsUnaccounted',
  'notForDelivery',
  'proofMissing',
  'samePerson',
  'unclaimedTurnedOff',
  'unclaimedTermRunning',
  // cancel and suspension
  'closesNormally',
  'evidenceMissing',
  'clerkWindowOver',
  'alarmsDoNotCount',
  'fewerThanFiveAlarms',
  'alarmSuspension',
  // amendment
  'fixedFromSettlement',
  // entries
  'feeRefused',
  'linkedOrderMissing',
  'linkedOrderNotFinal',
  // undo
  'undoNever',
  'undoFollowed',
  'undoTooLate',
  'undoConfirmed',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Work that other features offer, named by a way out. */
export const TASKS = [
  'returnParts',
  'declareParts',
  'returnOldPart',
  'waiveOldPart',
  'returnDeposit',
  'printVendorSlip',
  'attachProof',
  'gatherEvidence',
  'anotherReviewer',
  'turnOnUnclaimed',
  'completeLedger',
  'exceptionQueue',
  'askHeadquarters',
  'customerNote',
] as const
export type Task = (typeof TASKS)[number]

/** One step that helps: press this, fill that, ask whom, wait until. */
export type WayOut =
  | Readonly<{ command: CommandName }>
  | Readonly<{ entry: EntryName }>
  | Readonly<{ action: ActionName }>
  | Readonly<{ field: FieldName }>
  | Readonly<{ task: Task }>
  | Readonly<{ roles: readonly Actor[] }>
  /** UTC milliseconds. */
  | Readonly<{ waitUntil: number }>

/** What is missing: a field of the command, a fact, a part of the order, a proof, a piece of evidence. */
export type Missing = FieldName | keyof Facts | keyof Order | Proof | CancelEvidence | 'roles' | 'linkedOrder'

export type Refusal = KernelRefusal<RefusalCode> &
  Readonly<{
    command: string
    state: State | null
    missing: readonly Missing[]
    wayOut: readonly WayOut[]
    details: Readonly<Record<string, JsonValue>>
  }>

/** A refusal before it knows its command and state. */
export type Problem = Readonly<{
  code: RefusalCode
  missing: readonly Missing[]
  wayOut: readonly WayOut[]
  details: Readonly<Record<string, JsonValue>>
}>

export const problem = (
  code: RefusalCode,
  missing: readonly Missing[],
  wayOut: readonly WayOut[],
  details: Readonly<Record<string, JsonValue>> = {},
): Problem => ({ code, missing, wayOut, details })

export const toRefusal = (found: Problem, command: string, state: State | null): Refusal => ({
  refusal: found.code,
  command,
  state,
  missing: found.missing,
  wayOut: found.wayOut,
  details: found.details,
})
