// What a command changes on the order beside its state, and the work it leaves to other features.
import type { CommandName } from './commands.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import type { Follow, Order, OrderEvent } from './order.ts'
import { isFinal, type State } from './states.ts'
import type { Target } from './target.ts'

type Changes = OrderEvent['set']

const ownChanges = (
  command: CommandName,
  order: Order,
  facts: Facts,
  fields: CommandFields,
  to: State,
): Changes => {
  switch (command) {
    case 'receiveDevice':
    case 'vendorReturn':
      return { machine: 'here' }
    case 'confirmBranch':
      // Purpose hand-over: scanned in. Purpose repair: a machine on its way is received next.
      if (order.purpose === 'handOver') return { machine: 'here' }
      return order.service === 'dropOff' ? { machine: 'expected' } : {}
    case 'dispatchBranch':
      return { purpose: order.state === 'readyForPickup' ? 'handOver' : 'repair' }
    case 'sendToVendor':
      return { machine: 'atVendor' }
    case 'requestReassign':
      return { reassignRequested: true }
    case 'rejectReassign':
      return { reassignRequested: false }
    case 'approveReassign':
      // Across branches the order returns to its owner, who does not have the machine yet.
      return {
        reassignRequested: false,
        ...(facts.side === 'receiver' && order.machine === 'here' ? { machine: 'atBranch' } : {}),
      }
    case 'changeService':
      return fields.service === 'onSite'
        ? { service: 'onSite', machine: 'withCustomer' }
        : { service: 'dropOff', machine: 'expected' }
    case 'bringIn':
      return { service: 'dropOff', machine: 'here', returnBy: 'delivery' }
    case 'resolveByPhone':
      return { outcome: 'phoneResolved' }
    case 'complete':
      return fields.outcome === undefined ? {} : { outcome: fields.outcome }
    case 'handBack':
      return { outcome: 'unrepaired' }
    case 'failAcceptance':
      return { outcome: null, returnBy: 'delivery' }
    case 'handOver':
    case 'deliver':
      return { machine: 'withCustomer' }
    case 'disposeUnclaimed':
      return { machine: 'disposed', outcome: 'unclaimed' }
    case 'cancel':
      // The machine that stands here is another order's.
      return order.machine === 'here' ? { machine: 'none' } : {}
    case 'approveCancel':
    case 'cancelByHq':
      return {
        cancelApproved: true,
        ...(to === 'readyForPickup' ? { outcome: order.outcome ?? 'unrepaired' } : {}),
      }
    case 'suspend':
      return { suspendedBy: 'person' }
    case 'suspendByAlarm':
      return { suspendedBy: 'alarm' }
    case 'resume':
      return { suspendedBy: null }
    case 'faultReturned':
      return { outcome: null }
    case 'sendBack':
      return to === 'repeatService' ? { outcome: null } : {}
    case 'amend':
      return fields.returnBy === undefined ? {} : { returnBy: fields.returnBy }
    default:
      return {}
  }
}

const WORK_IS_OVER: readonly State[] = [
  'readyForPickup',
  'pendingSettlement',
  'pendingClose',
  'closed',
  'cancelled',
]

/** Everything the command changes, without fields that stay as they are. */
export const changesOf = (
  command: CommandName,
  order: Order,
  facts: Facts,
  fields: CommandFields,
  target: Target,
): Changes => {
  const all: Changes = {
    ...(WORK_IS_OVER.includes(target.to) ? { reassignRequested: false } : {}),
    ...(target.memory === 'clear' ? { suspendedBy: null } : {}),
    ...ownChanges(command, order, facts, fields, target.to),
  }
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => order[name as keyof Order] !== value),
  )
}

/** Tasks that other features take from the command. */
export const followsOf = (
  command: CommandName,
  order: Order,
  facts: Facts,
  fields: CommandFields,
  target: Target,
): readonly Follow[] => {
  const follows: Follow[] = []
  if (command === 'receiveDevice' || command === 'bringIn') follows.push('printPickupSlip')
  if (command === 'amend') follows.push('markPapersOutdated')
  if (command === 'declineRequest') follows.push('tellCustomer')
  if (command === 'suspendByAlarm') follows.push('tellHq')
  if (command === 'resume' && order.suspendedBy === 'alarm') follows.push('restartAlarmCount')
  if (command === 'approveReassign' && facts.side === 'receiver') follows.push('returnOwnership')
  if (command === 'approveCancel' && fields.reissueTo !== undefined) follows.push('reissueOrder')
  // CLK-1, CLK-2: told by phone, or an agreed time that implies it.
  if (command === 'notify' && fields.contactOutcome === 'reached') follows.push('makeT2')
  if (command === 'appoint' && fields.appointmentAt !== undefined && facts.appointments === 0)
    follows.push('makeT2')
  // CAN-6: what HQ cancels leaves work, never orphans.
  if (command === 'cancelByHq' || command === 'approveCancel' || isCancelledByHandOver(order, target)) {
    if (facts.partsInHand > 0 || facts.oldPartsOwed > 0) follows.push('settlePartsInHand')
    if (facts.moneyKept > 0 || (facts.due > 0 && facts.settled === 'no')) follows.push('settleMoney')
    if (isFinal(target.to) && (order.machine === 'atVendor' || order.machine === 'atBranch'))
      follows.push('fetchMachine')
  }
  return follows
}

const isCancelledByHandOver = (order: Order, target: Target) =>
  order.cancelApproved && target.to === 'cancelled' && order.state !== 'cancelled'
