// Guards of intake, appointments, contact and amendment (INT, CLK, CON).
import type { CommandName } from './commands.ts'
import {
  dropOff,
  type Guard,
  noMachineInCare,
  noPromiseBeforeReady,
  onSite,
  ownOrder,
  promiseNeeds,
  when,
} from './guard-checks.ts'
import { problem } from './refusals.ts'

/** CLK-6: "not reachable" may be recorded from T1 + 3.5 h on; milliseconds. */
export const UNREACHABLE_AFTER = 3.5 * 3_600_000

/** What an amendment may not change once money is at stake: whose order it is, and for which machine. */
const FIXED_FROM_SETTLEMENT: readonly string[] = ['customer', 'machine']

export const contactGuards = {
  acceptRequest: {},
  declineRequest: {},
  receiveDevice: {
    checks: [
      dropOff({ command: 'changeService' }),
      when(
        ({ order }) => order.machine === 'here',
        () => problem('machineAlreadyHere', ['machine'], [{ command: 'amend' }]),
      ),
    ],
  },
  appoint: {
    checks: [
      // A drop-off that has not come has nothing to be dispatched: it is received, not appointed.
      when(
        ({ order }) => order.state === 'accepted' && order.service === 'dropOff',
        ({ order }) =>
          problem(
            'machineNotHere',
            ['machine'],
            [{ command: 'receiveDevice' }, { command: 'changeService' }],
            {
              machine: order.machine,
            },
          ),
      ),
      noPromiseBeforeReady(),
    ],
    needs: promiseNeeds(),
  },
  recordUnreachable: {
    checks: [
      onSite({ action: 'contactAttempt' }),
      when(
        ({ facts }) => facts.now < facts.t1 + UNREACHABLE_AFTER,
        ({ facts }) =>
          problem(
            'tooEarlyForUnreachable',
            ['now'],
            [{ waitUntil: facts.t1 + UNREACHABLE_AFTER }, { action: 'contactAttempt' }],
          ),
      ),
      when(
        ({ facts }) => facts.failedAttempts === 0,
        () => problem('noFailedAttempt', ['failedAttempts'], [{ action: 'contactAttempt' }]),
      ),
    ],
  },
  resolveByPhone: {
    checks: [noMachineInCare({ command: 'complete' }, { command: 'handBack' })],
    needs: ({ facts }) => (facts.callRecorded ? [] : ['callRef']),
  },
  changeService: {
    checks: [
      ownOrder,
      noMachineInCare({ command: 'handBack' }),
      when(
        ({ order, fields }) => fields?.service === order.service,
        ({ order }) =>
          problem('serviceUnchanged', ['service'], [{ field: 'service' }], { service: order.service }),
      ),
    ],
  },
  amend: {
    checks: [
      when(
        ({ order, fields }) =>
          (order.state === 'pendingSettlement' || order.state === 'pendingClose') &&
          (fields?.changes ?? []).some((name) => FIXED_FROM_SETTLEMENT.includes(name)),
        ({ fields }) =>
          problem('fixedFromSettlement', ['changes'], [{ field: 'changes' }, { action: 'remark' }], {
            fixed: (fields?.changes ?? []).filter((name) => FIXED_FROM_SETTLEMENT.includes(name)),
          }),
      ),
    ],
  },
} as const satisfies Partial<Record<CommandName, Guard>>
