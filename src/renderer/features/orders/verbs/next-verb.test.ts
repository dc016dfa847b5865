// Which verb comes next: for every state, and where the ordinary step is not open.
import { describe, expect, it } from 'vitest'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { STATES } from '#shared/domain/work-order/states.ts'
import { besideVerbs, menuVerbs, nextVerb } from './next-verb.ts'
import type { VerbFacts } from './next-verb.ts'

const order = (given: Partial<VerbFacts>): VerbFacts => ({
  state: 'pendingDispatch',
  service: 'dropOff',
  machinePlace: 'here',
  t2: null,
  returnBy: 'pickUp',
  reassignRequested: false,
  ...given,
})
const all: ReadonlySet<CommandName> = new Set<CommandName>([
  'confirmBranch',
  'acceptRequest',
  'receiveDevice',
  'appoint',
  'dispatch',
  'receive',
  'complete',
  'acceptQuote',
  'partsReady',
  'vendorReturn',
  'resume',
  'notify',
  'handOver',
  'deliver',
  'settle',
  'approveClose',
  'withdrawCancel',
  'approveReassign',
  'suspend',
  'requestParts',
])

describe('the next verb', () => {
  it('WO-1 is the ordinary step of every state', () => {
    expect(Object.fromEntries(STATES.map((state) => [state, nextVerb(order({ state }), all)]))).toEqual({
      pendingReview: 'acceptRequest',
      pendingBranch: 'confirmBranch',
      accepted: 'receiveDevice',
      pendingDispatch: 'dispatch',
      pendingReceive: 'receive',
      inService: 'complete',
      awaitingCustomer: 'acceptQuote',
      awaitingParts: 'partsReady',
      repeatService: 'complete',
      atVendor: 'vendorReturn',
      suspended: 'resume',
      readyForPickup: 'notify',
      pendingSettlement: 'settle',
      pendingClose: 'approveClose',
      cancelRequested: 'withdrawCancel',
      closed: null,
      cancelled: null,
    })
  })

  it('depends on the visit, the notice, the way home and an open request', () => {
    expect([
      nextVerb(order({ state: 'accepted', service: 'onSite' }), all),
      nextVerb(order({ state: 'readyForPickup', t2: 1 }), all),
      nextVerb(order({ state: 'readyForPickup', returnBy: 'delivery' }), all),
      nextVerb(order({ state: 'inService', reassignRequested: true }), all),
    ]).toEqual(['appoint', 'handOver', 'deliver', 'approveReassign'])
  })

  it('WO-1 is another step where the first is not open, and the first one where none is, so that its reason is read', () => {
    expect([
      nextVerb(order({ state: 'pendingReceive' }), new Set(['complete'])),
      nextVerb(order({ state: 'pendingReceive' }), new Set()),
    ]).toEqual(['complete', 'receive'])
  })

  it('stands alone: what is beside it may be given now and is never itself', () => {
    expect(besideVerbs(order({ state: 'inService' }), all)).toEqual(['requestParts', 'suspend'])
  })
})

describe('the menu', () => {
  it('puts what may be given first and leaves out what nobody presses', () => {
    const commands = [
      { command: 'suspendByAlarm', allowed: true },
      { command: 'dispatch', allowed: false },
      { command: 'cancel', allowed: true },
    ]
    expect(menuVerbs(commands).map(({ command }) => command)).toEqual(['cancel', 'dispatch'])
  })
})
