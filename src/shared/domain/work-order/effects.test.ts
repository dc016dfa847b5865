// What each command changes beside the state, and the tasks it leaves: one table of whole answers.
import { describe, expect, it } from 'vitest'
import type { CommandName } from './commands.ts'
import { decide } from './decide.ts'
import type { Change } from './guard-cases/guard-case.fixture.ts'
import { everybody, factsFor, give, orderFor } from './order.fixture.ts'
import { STATE_OF, type Short } from './states.ts'

const CASES: readonly (readonly [CommandName, Short, Change, object, readonly string[]])[] = [
  ['declineRequest', 'PR', {}, {}, ['tellCustomer']],
  ['receiveDevice', 'AC', {}, { machine: 'here' }, ['printPickupSlip']],
  ['amend', 'IS', { fields: { returnBy: 'delivery' } }, { returnBy: 'delivery' }, ['markPapersOutdated']],
  [
    'confirmBranch',
    'PB',
    { order: { service: 'dropOff', machine: 'atBranch' } },
    { machine: 'expected' },
    [],
  ],
  ['confirmBranch', 'PB', { order: { service: 'onSite' } }, {}, []],
  ['confirmBranch', 'PB', { order: { purpose: 'handOver' } }, { machine: 'here' }, []],
  ['dispatchBranch', 'RP', {}, { purpose: 'handOver' }, []],
  ['dispatchBranch', 'IS', { order: { purpose: 'handOver' } }, { purpose: 'repair' }, []],
  ['sendToVendor', 'IS', {}, { machine: 'atVendor' }, []],
  ['vendorReturn', 'AV', {}, { machine: 'here' }, []],
  ['requestReassign', 'IS', {}, { reassignRequested: true }, []],
  ['rejectReassign', 'IS', {}, { reassignRequested: false }, []],
  ['approveReassign', 'IS', { facts: { side: 'sender' } }, { reassignRequested: false }, []],
  ['changeService', 'PD', {}, { service: 'dropOff', machine: 'expected' }, []],
  [
    'changeService',
    'PD',
    { order: { service: 'dropOff', machine: 'expected' }, fields: { service: 'onSite' } },
    { service: 'onSite', machine: 'withCustomer' },
    [],
  ],
  [
    'resolveByPhone',
    'PD',
    { order: { reassignRequested: true } },
    { reassignRequested: false, outcome: 'phoneResolved' },
    [],
  ],
  ['complete', 'IS', { fields: { outcome: 'noFault' } }, { outcome: 'noFault' }, []],
  ['handBack', 'AP', {}, { outcome: 'unrepaired' }, []],
  ['faultReturned', 'RP', {}, { outcome: null }, []],
  ['failAcceptance', 'RP', {}, { outcome: null, returnBy: 'delivery' }, []],
  ['handOver', 'RP', {}, { machine: 'withCustomer' }, []],
  ['deliver', 'RP', {}, { machine: 'withCustomer' }, []],
  ['disposeUnclaimed', 'RP', {}, { machine: 'disposed', outcome: 'unclaimed' }, []],
  ['sendBack', 'PC', {}, {}, []],
  ['sendBack', 'PC', { fields: { to: 'repeatService' } }, { outcome: null }, []],
  ['cancel', 'SU', { order: { suspendedBy: 'alarm' } }, { suspendedBy: null }, []],
  [
    'cancel',
    'PD',
    { order: { machine: 'here' }, fields: { machineBelongsTo: 'B1-0002' } },
    { machine: 'none' },
    [],
  ],
  ['requestCancel', 'SU', { order: { suspendedBy: 'alarm' } }, {}, []],
  [
    'approveCancel',
    'CR',
    { fields: { reissueTo: 'B2' } },
    { cancelApproved: true, outcome: 'unrepaired' },
    ['reissueOrder'],
  ],
  [
    'approveCancel',
    'CR',
    { order: { machine: 'withCustomer' }, facts: { due: 100 } },
    { cancelApproved: true },
    ['settleMoney'],
  ],
  ['cancelByHq', 'RP', {}, { cancelApproved: true }, []],
  [
    'cancelByHq',
    'IS',
    { order: { machine: 'atBranch' }, facts: { oldPartsOwed: 1, due: 100, settled: 'onAccount' } },
    { cancelApproved: true },
    ['settlePartsInHand', 'fetchMachine'],
  ],
  ['cancelByHq', 'AV', { order: { machine: 'atVendor' } }, { cancelApproved: true }, []],
  [
    'deliver',
    'RP',
    { order: { cancelApproved: true }, facts: { due: 100 } },
    { machine: 'withCustomer' },
    ['settleMoney'],
  ],
  ['suspend', 'AW', {}, { suspendedBy: 'person' }, []],
  ['suspendByAlarm', 'IS', {}, { suspendedBy: 'alarm' }, ['tellHq']],
  ['resume', 'SU', {}, { suspendedBy: null }, []],
  ['appoint', 'AC', { facts: { appointments: 0 } }, {}, ['makeT2']],
  ['appoint', 'PD', { facts: { appointments: 0 } }, {}, []],
]

describe('what a command changes and leaves to others', () => {
  it.each(CASES)('%s in %s, case %#', (command, short, change, set, follows) => {
    const order = { ...orderFor(command, STATE_OF[short]), ...change.order }
    const facts = { ...factsFor(command), ...change.facts }
    const decision = decide(order, give(command, order, change.fields, change.by ?? everybody), facts)
    const event = decision.ok ? decision.events[0] : decision.refusal
    const seen = event !== undefined && 'set' in event ? [event.set, event.follows] : event
    expect(seen).toEqual([set, follows])
  })
})
