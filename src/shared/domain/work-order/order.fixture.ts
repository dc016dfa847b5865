// Orders, facts and commands for the tests of this folder: everything that a guard asks for is there, so
// that a test takes away the one thing it is about.
import { type Actor, ACTORS } from './actors.ts'
import { CANCEL_EVIDENCE } from './cancel-reasons.ts'
import type { CommandName } from './commands.ts'
import type { Command } from './decide.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import type { Order } from './order.ts'
import { PROOFS } from './proofs.ts'
import { isMemoryState, type State } from './states.ts'

const T1 = Date.UTC(2024, 4, 6, 1)

export const goodFacts: Facts = {
  now: T1 + 86_400_000,
  t1: T1,
  madeAt: T1 + 86_400_000 - 60_000,
  enrolled: true,
  side: 'none',
  sentByUpper: true,
  mayRefuseUpper: true,
  dispatchProcessed: false,
  repairOrder: 'printed',
  vendorSlipPrinted: true,
  partsInHand: 0,
  oldPartsOwed: 0,
  partsWaived: false,
  due: 0,
  settled: 'no',
  skipZeroSettlement: true,
  moneyKept: 0,
  overLimit: false,
  quote: 'sent',
  appointments: 1,
  nextContacts: 1,
  failedAttempts: 1,
  callRecorded: false,
  evidence: CANCEL_EVIDENCE,
  touchedBy: [],
  alarms: 5,
  itemsUnaccounted: [],
  unclaimed: { enabled: true, termOver: true, noticesComplete: true },
  proofs: PROOFS,
  reviewsOwnWork: false,
  samePersonReview: false,
  onTheJob: true,
}

export const walkIn: Order = {
  state: 'pendingDispatch',
  stack: [],
  service: 'dropOff',
  origin: 'here',
  machine: 'here',
  purpose: 'repair',
  returnBy: 'pickUp',
  cancelApproved: false,
  suspendedBy: null,
  reassignRequested: false,
  outcome: null,
}

export const visit: Order = { ...walkIn, service: 'onSite', machine: 'withCustomer' }

const intake = { accessories: [], configuration: [], condition: 'scratched lid' }
const promise = { promiseType: 'customer', reason: 'not at home before six' } as const
const kept = { nextContactBy: goodFacts.now + 3_600_000, ...promise }
const appointed = { appointmentAt: goodFacts.now + 3_600_000, ...promise }
const parts = { requestNo: 'PR-7', partCode: 'FAN-01' }
const yes = { confirmedBy: 'Wang', confirmedAt: goodFacts.now, channel: 'phone', words: 'go ahead' }

/** The fields of each command when everything is entered; promises are made by `promiseFields`. */
export const goodFields: Readonly<Partial<Record<CommandName, CommandFields>>> = {
  declineRequest: { reason: 'outside our area' },
  confirmBranch: { scan: 'SN-1' },
  refuseBranch: { reason: 'no such part' },
  receiveDevice: intake,
  resolveByPhone: { phoneOutcome: 'software', callRef: 'call-1' },
  dispatch: { primary: 'li', assistants: ['zhao'] },
  dispatchBranch: { branch: 'B2' },
  sendToVendor: { vendor: 'V1', expectedReturn: goodFacts.now + 7 * 86_400_000 },
  refuse: { reason: 'on leave' },
  requestReassign: { reason: 'cannot do boards' },
  rejectReassign: { reason: 'nobody else can' },
  changeService: { service: 'dropOff' },
  sendQuote: { quoteVersion: 'Q1/1' },
  acceptQuote: yes,
  requestParts: { ...parts, expectedDate: goodFacts.now + 86_400_000 },
  partsLate: { ...parts, reason: 'supplier is late' },
  partsReady: { partsResult: 'arrived' },
  bringIn: intake,
  complete: { actualFault: 'fan blocked', action: 'fan replaced', outcome: 'repaired' },
  vendorReturn: { vendorResult: 'repaired', cost: 30_000, scan: 'SN-1' },
  notify: { contactOutcome: 'reached' },
  failAcceptance: { customerPresent: true },
  settle: { paidNow: 0 },
  reverseSettlement: { approval: 'manager' },
  handOver: { slip: 'SLIP-1', signature: { by: 'customer' } },
  deliver: { courier: { waybill: 'SF1', deliveryProof: 'photo' } },
  disposeUnclaimed: { approval: 'manager', disposalFile: 'file-1' },
  sendBack: { reason: 'signature missing' },
  cancel: { cancelReason: 'wrongPhone', words: 'number belongs to somebody else' },
  requestCancel: { cancelReason: 'unreachable', words: 'five days, nobody answered' },
  suspend: { reason: 'customer abroad' },
  amend: { changes: ['accessories'] },
}

const PROMISES: readonly CommandName[] = ['appoint', 'notFixed', 'faultReturned', 'partsLate']

/** A drop-off that is not ready moves its next contact; all others have an appointment. */
const promiseFields = (order: Order, name: CommandName): CommandFields => {
  if (!PROMISES.includes(name)) return {}
  const ready = order.state === 'readyForPickup' && name === 'appoint'
  return order.service === 'dropOff' && !ready ? kept : appointed
}

/** Everybody at once, so that a test of guards is not about roles. */
export const everybody: readonly Actor[] = ACTORS

export const give = (
  name: CommandName,
  order: Order,
  fields: CommandFields = {},
  by: readonly Actor[] = everybody,
): Command => ({ name, by, fields: { ...promiseFields(order, name), ...goodFields[name], ...fields } })

const ON_SITE: readonly CommandName[] = ['recordUnreachable', 'bringIn', 'changeService']
const WITHOUT_MACHINE: readonly CommandName[] = ['resolveByPhone', 'cancel']
const FROM_ABOVE: readonly CommandName[] = [
  'requestCancel',
  'approveCancel',
  'refuseCancel',
  'withdrawCancel',
]

/** An order in this state whose guard lets the command pass. */
export const orderFor = (name: CommandName, state: State): Order => {
  const early = state === 'accepted' || state === 'pendingReview' || state === 'pendingBranch'
  const outside = ON_SITE.includes(name) || early
  const base = outside ? visit : walkIn
  const order: Order = {
    ...base,
    state,
    stack: isMemoryState(state) ? ['pendingDispatch'] : [],
    origin: FROM_ABOVE.includes(name) ? 'hq' : 'here',
    returnBy: name === 'deliver' ? 'delivery' : 'pickUp',
    reassignRequested: name === 'approveReassign' || name === 'rejectReassign',
    suspendedBy: state === 'suspended' ? 'person' : null,
    outcome: state === 'readyForPickup' || state === 'pendingClose' ? 'repaired' : null,
  }
  if (name === 'receiveDevice') return { ...order, service: 'dropOff', machine: 'expected' }
  if (name === 'vendorReturn') return { ...order, machine: 'atVendor' }
  return WITHOUT_MACHINE.includes(name) ? { ...order, machine: 'withCustomer' } : order
}

/** `reverseSettlement` alone needs money that was taken. */
export const factsFor = (name: CommandName): Facts =>
  name === 'reverseSettlement' ? { ...goodFacts, settled: 'paid' } : goodFacts
