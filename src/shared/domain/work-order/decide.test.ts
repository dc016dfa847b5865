// What decide and apply do beside the state: memory, the machine, tasks, and what the window is told.
import { describe, expect, it } from 'vitest'
import { ANY_STATE_ACTIONS, ACTIONS, isActionAllowed } from './any-state.ts'
import { type CommandName, COMMANDS } from './commands.ts'
import { allowedCommands, apply, decide } from './decide.ts'
import { ENTRIES, ENTRY_NAMES, enter } from './entries.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import { boardColumn, stateLabel } from './labels.ts'
import { give, goodFacts, visit, walkIn } from './order.fixture.ts'
import type { Order } from './order.ts'
import { isMemoryState, STATES } from './states.ts'

/** The order after these commands; a refusal is an error of the test. */
const after = (
  order: Order,
  ...names: readonly (CommandName | readonly [CommandName, CommandFields])[]
): Order =>
  names.reduce<Order>((at, step) => {
    const [name, fields] = typeof step === 'string' ? [step, {}] : step
    const decision = decide(at, give(name, at, fields), goodFacts)
    if (!decision.ok) throw new Error(`${name} in ${at.state}: ${decision.refusal.refusal}`)
    return decision.events.reduce(apply, at)
  }, order)

const short = ({ state, stack }: Order) => [state, ...stack]

describe('memory', () => {
  it('WO-7 suspending needs a reason and resuming restores the earlier state', () => {
    const order = { ...walkIn, state: 'repeatService' } as const
    const refused = decide(order, give('suspend', order, { reason: '' }), goodFacts)
    const suspended = after(order, 'suspend')
    expect({
      refused: refused.ok ? null : refused.refusal.missing,
      suspended: [...short(suspended), suspended.suspendedBy],
      resumed: after(suspended, 'resume'),
    }).toEqual({
      refused: ['reason'],
      suspended: ['suspended', 'repeatService', 'person'],
      resumed: order,
    })
  })

  it('WO-1 remembered states are a stack: cancel request over suspension over quote over parts', () => {
    const order: Order = { ...walkIn, state: 'inService', origin: 'hq' }
    const deep = after(order, 'requestParts', 'sendQuote', 'suspend', 'requestCancel')
    const back = [after(deep, 'withdrawCancel'), after(deep, 'refuseCancel', 'resume')]
    expect(
      [deep, ...back, after(deep, 'refuseCancel', 'resume', 'acceptQuote', 'partsReady')].map(short),
    ).toEqual([
      ['cancelRequested', 'inService', 'awaitingParts', 'awaitingCustomer', 'suspended'],
      ['suspended', 'inService', 'awaitingParts', 'awaitingCustomer'],
      ['awaitingCustomer', 'inService', 'awaitingParts'],
      ['inService'],
    ])
  })

  it('a machine back from the vendor, or arrived meanwhile, changes where the memory leads', () => {
    const quoted = after({ ...walkIn, state: 'pendingDispatch' }, 'sendToVendor', 'sendQuote')
    const waiting = after({ ...visit, state: 'accepted' }, 'requestParts')
    expect([
      after(quoted, 'acceptQuote').state,
      after(quoted, 'vendorReturn', 'acceptQuote').state,
      after(waiting, 'partsReady').state,
      after({ ...waiting, machine: 'here' }, 'partsReady').state,
    ]).toEqual(['atVendor', 'inService', 'accepted', 'pendingDispatch'])
  })
})

describe('what commands change and leave to others', () => {
  const eventOf = (
    order: Order,
    name: CommandName,
    facts: Partial<Facts> = {},
    fields: CommandFields = {},
  ) => {
    const decision = decide(order, give(name, order, fields), { ...goodFacts, ...facts })
    return decision.ok ? decision.events[0] : decision.refusal
  }

  it('bringing a machine in makes a drop-off that is returned by delivery', () => {
    const order: Order = { ...visit, state: 'inService' }
    expect(eventOf(order, 'bringIn')).toEqual({
      command: 'bringIn',
      from: 'inService',
      to: 'inService',
      memory: 'keep',
      set: { service: 'dropOff', machine: 'here', returnBy: 'delivery' },
      follows: ['printPickupSlip'],
    })
  })

  it('CAN-6 a cancel by headquarters leaves parts, money and the machine as work, never as orphans', () => {
    const order: Order = { ...walkIn, state: 'awaitingCustomer', stack: ['atVendor'], machine: 'atVendor' }
    expect(eventOf(order, 'cancelByHq', { partsInHand: 1, moneyKept: 100 })).toEqual({
      command: 'cancelByHq',
      from: 'awaitingCustomer',
      to: 'cancelled',
      memory: 'clear',
      set: { cancelApproved: true },
      follows: ['settlePartsInHand', 'settleMoney', 'fetchMachine'],
    })
  })

  it('CLK-9 the alarm’s suspension tells headquarters, and lifting it restarts the count', () => {
    const order: Order = { ...walkIn, state: 'inService' }
    const suspended = after(order, 'suspendByAlarm')
    expect([eventOf(order, 'suspendByAlarm'), eventOf(suspended, 'resume')]).toEqual([
      {
        command: 'suspendByAlarm',
        from: 'inService',
        to: 'suspended',
        memory: 'push',
        set: { suspendedBy: 'alarm' },
        follows: ['tellHq'],
      },
      {
        command: 'resume',
        from: 'suspended',
        to: 'inService',
        memory: 'pop',
        set: { suspendedBy: null },
        follows: ['restartAlarmCount'],
      },
    ])
  })

  it('DSP-4 a reassignment across branches returns the ownership; the machine is scanned there', () => {
    const order: Order = { ...walkIn, state: 'inService', reassignRequested: true }
    expect(eventOf(order, 'approveReassign', { side: 'receiver' })).toEqual({
      command: 'approveReassign',
      from: 'inService',
      to: 'pendingDispatch',
      memory: 'clear',
      set: { reassignRequested: false, machine: 'atBranch' },
      follows: ['returnOwnership'],
    })
  })

  it('CLK-1 only a reached customer makes T2; CLK-2 an agreed time implies it', () => {
    const ready: Order = { ...walkIn, state: 'readyForPickup' }
    const follows = (name: CommandName, facts: Partial<Facts>, fields: CommandFields) => {
      const event = eventOf(ready, name, facts, fields)
      return event !== undefined && 'follows' in event ? event.follows : event
    }
    expect([
      follows('notify', {}, { contactOutcome: 'reached' }),
      follows('notify', {}, { contactOutcome: 'noAnswer' }),
      follows('appoint', { appointments: 0 }, {}),
    ]).toEqual([['makeT2'], [], ['makeT2']])
  })

  it('the way of the machine and the outcome through one order', () => {
    const steps: readonly (readonly [CommandName, CommandFields?])[] = [
      ['sendToVendor'],
      ['vendorReturn'],
      ['complete'],
      ['failAcceptance'],
      ['handBack'],
      ['deliver'],
    ]
    let order: Order = walkIn
    const seen = steps.map(([name, fields]) => {
      order = after(order, [name, fields ?? {}])
      return [order.state, order.machine, order.outcome, order.returnBy]
    })
    expect(seen).toEqual([
      ['atVendor', 'atVendor', null, 'pickUp'],
      ['inService', 'here', null, 'pickUp'],
      ['readyForPickup', 'here', 'repaired', 'pickUp'],
      ['repeatService', 'here', null, 'delivery'],
      ['readyForPickup', 'here', 'unrepaired', 'delivery'],
      ['pendingClose', 'withCustomer', 'unrepaired', 'delivery'],
    ])
  })
})

describe('entries, labels, acts', () => {
  it('INT-1 each entry starts in its state with the machine where it is', () => {
    const started = ENTRY_NAMES.map((entry) => {
      const { links } = ENTRIES[entry]
      const entered = enter(entry, {
        origin: 'here',
        service: 'onSite',
        ...(links === null ? {} : { linked: links }),
      })
      return entered.ok
        ? [entry, entered.order.state, entered.order.service, entered.order.machine]
        : entered.refusal
    })
    expect(started).toEqual([
      ['acceptWalkIn', 'pendingDispatch', 'dropOff', 'here'],
      ['acceptByPhone', 'accepted', 'onSite', 'withCustomer'],
      ['submitRequest', 'pendingReview', 'onSite', 'withCustomer'],
      ['incomingDispatch', 'pendingBranch', 'onSite', 'withCustomer'],
      ['createPlanned', 'accepted', 'onSite', 'withCustomer'],
      ['createComeback', 'pendingDispatch', 'dropOff', 'here'],
      ['reissue', 'pendingBranch', 'onSite', 'withCustomer'],
    ])
  })

  it('one label and one column for an order, as its work goes on', () => {
    const see = (order: Partial<Order>, notified = false, pickupOverdue = false) => {
      const at = { ...walkIn, ...order }
      return [stateLabel(at, { notified, pickupOverdue }), boardColumn(at, { notified, pickupOverdue })]
    }
    expect([
      see({ state: 'accepted' }),
      see({ state: 'accepted', service: 'onSite' }),
      see({ state: 'readyForPickup' }),
      see({ state: 'readyForPickup' }, true),
      see({ state: 'readyForPickup' }, true, true),
      see({ state: 'readyForPickup', returnBy: 'delivery' }, true),
      see({ state: 'pendingSettlement' }),
      see({ state: 'suspended' }),
    ]).toEqual([
      ['waitingMachine', null],
      ['waitingContact', null],
      ['toNotify', 'toNotify'],
      ['waitingPickup', 'waitingPickup'],
      ['overduePickup', 'overduePickup'],
      ['toDeliver', 'toNotify'],
      ['pendingSettlement', null],
      ['suspended', 'suspended'],
    ])
  })

  it('WO-4 a remark goes in every state; the other acts where the page says', () => {
    const count = (action: keyof typeof ANY_STATE_ACTIONS) =>
      STATES.filter((state) => isActionAllowed(action, state)).length
    expect(Object.fromEntries(ACTIONS.map((action) => [action, count(action)]))).toEqual({
      remark: 17,
      star: 17,
      markImportant: 17,
      print: 17,
      reprint: 17,
      contactAttempt: 17,
      urge: 15,
      custody: 15,
      photos: 15,
      revealPasscode: 15,
      collectReceivable: 4,
      financeConfirm: 4,
      refund: 4,
      publishKnowledge: 2,
      followUp: 1,
    })
    expect(
      (['urge', 'custody', 'photos', 'revealPasscode'] as const).some(
        (action) => isActionAllowed(action, 'closed') || isActionAllowed(action, 'cancelled'),
      ),
    ).toBe(false)
  })
})

describe('what the window is told', () => {
  const told = (
    order: Order,
    facts: Partial<Facts> = {},
    roles: Parameters<typeof allowedCommands>[2] = ['clerk'],
  ) => allowedCommands(order, { ...goodFacts, ...facts }, roles)

  it('every command once, allowed with its fields or refused with why', () => {
    const ready: Order = { ...walkIn, state: 'readyForPickup', outcome: 'repaired' }
    const all = told(ready, { due: 100 })
    expect([
      all.map(({ command }) => command),
      all.filter(({ allowed }) => allowed).map((one) => [one.command, one.allowed ? one.needs : []]),
      all.find(({ command }) => command === 'handOver'),
    ]).toEqual([
      COMMANDS,
      [
        ['appoint', ['appointmentAt', 'promiseType', 'reason']],
        ['notify', ['contactOutcome']],
        ['failAcceptance', ['customerPresent']],
        ['amend', ['changes']],
      ],
      {
        command: 'handOver',
        allowed: false,
        refusal: {
          refusal: 'unpaid',
          command: 'handOver',
          state: 'readyForPickup',
          missing: ['settled'],
          wayOut: [{ command: 'settle' }],
          details: { due: 100 },
        },
      },
    ])
  })

  it('what it says is allowed is allowed once the fields are entered', () => {
    const wrong = STATES.flatMap((state) => {
      const order: Order = {
        ...visit,
        state,
        stack: isMemoryState(state) ? ['inService'] : [],
        outcome: 'repaired',
      }
      return told(order, {}, ['clerk', 'dispatcher', 'technician', 'warehouse', 'cashier', 'manager'])
        .filter(({ command, allowed }) => allowed && !decide(order, give(command, order), goodFacts).ok)
        .map(({ command }) => `${command} in ${state}`)
    })
    // The service it already has is a value, seen only when it is entered.
    expect(wrong).toEqual([])
  })
})
