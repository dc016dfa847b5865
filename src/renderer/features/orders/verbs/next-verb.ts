// Which verb of an order comes next, and which ones stand beside it (rule WO-1: whether it may be given now, the
// core says). Pure.
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import type { State } from '#shared/domain/work-order/states.ts'

export type VerbFacts = Pick<
  OrderDetail,
  'state' | 'service' | 'machinePlace' | 't2' | 'returnBy' | 'reassignRequested'
>

const NEXT: Readonly<Record<State, readonly CommandName[]>> = {
  pendingReview: ['acceptRequest'],
  pendingBranch: ['confirmBranch', 'revoke'],
  accepted: ['receiveDevice', 'appoint'],
  pendingDispatch: ['dispatch'],
  pendingReceive: ['receive', 'complete', 'revoke'],
  inService: ['complete', 'requestReassign'],
  awaitingCustomer: ['acceptQuote', 'rejectQuote'],
  awaitingParts: ['partsReady', 'partsLate'],
  repeatService: ['complete'],
  atVendor: ['vendorReturn'],
  suspended: ['resume'],
  readyForPickup: ['notify', 'handOver'],
  pendingSettlement: ['settle'],
  pendingClose: ['approveClose'],
  cancelRequested: ['withdrawCancel', 'approveCancel', 'refuseCancel'],
  closed: [],
  cancelled: [],
}

/** What is done beside the ordinary next step often enough to stand in sight. */
const BESIDE: Readonly<Partial<Record<State, readonly CommandName[]>>> = {
  accepted: ['resolveByPhone', 'cancel'],
  pendingDispatch: ['sendToVendor', 'handBack', 'suspend'],
  pendingReceive: ['refuse', 'revoke', 'complete'],
  inService: ['sendQuote', 'requestParts', 'notFixed', 'handBack', 'suspend'],
  awaitingParts: ['partsLate', 'handBack'],
  awaitingCustomer: ['sendQuote', 'handBack', 'appoint'],
  repeatService: ['sendQuote', 'requestParts', 'notFixed', 'handBack'],
  atVendor: ['sendQuote', 'appoint'],
  suspended: ['cancel', 'requestCancel'],
  readyForPickup: ['notify', 'handOver', 'appoint', 'faultReturned'],
  pendingClose: ['sendBack'],
  cancelRequested: ['approveCancel', 'refuseCancel'],
}

const ordinary = (order: VerbFacts): readonly CommandName[] => {
  if (order.reassignRequested) return ['approveReassign', 'rejectReassign', ...NEXT[order.state]]
  if (order.state === 'accepted' && order.service === 'onSite') return ['appoint', 'dispatch']
  if (order.state === 'readyForPickup') {
    if (order.returnBy === 'delivery') return ['deliver', 'notify']
    return order.t2 === null ? ['notify', 'handOver'] : ['handOver', 'notify']
  }
  return NEXT[order.state]
}

/** The next step that may be taken now; without any, the ordinary one, so that its reason can be read. */
export const nextVerb = (order: VerbFacts, allowed: ReadonlySet<CommandName>): CommandName | null => {
  const steps = ordinary(order)
  return steps.find((command) => allowed.has(command)) ?? steps[0] ?? null
}

/** Up to so many more that may be given now. */
export const besideVerbs = (
  order: VerbFacts,
  allowed: ReadonlySet<CommandName>,
  most = 3,
): readonly CommandName[] => {
  const next = nextVerb(order, allowed)
  const wanted = [...ordinary(order), ...(BESIDE[order.state] ?? [])]
  return [...new Set(wanted)].filter((command) => command !== next && allowed.has(command)).slice(0, most)
}

/** Commands that nobody presses: the clock gives them, or another screen has them under its own name. */
const NOT_IN_MENU: readonly CommandName[] = ['suspendByAlarm', 'amend']

/** All verbs for the menu: what may be given now first, in the order of the table. */
export const menuVerbs = <T extends Readonly<{ command: string; allowed: boolean }>>(
  commands: readonly T[],
): readonly T[] => {
  const shown = commands.filter(({ command }) => !(NOT_IN_MENU as readonly string[]).includes(command))
  return [...shown.filter(({ allowed }) => allowed), ...shown.filter(({ allowed }) => !allowed)]
}
