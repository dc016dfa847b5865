// Guards of cancelling and suspending (CAN-1 … CAN-6, CLK-9, WO-7).
import {
  type CancelReason,
  CLOSE_NORMALLY,
  type CloseNormally,
  evidenceFor,
  isCancelReason,
} from './cancel-reasons.ts'
import type { CommandName } from './commands.ts'
import {
  type Ask,
  type Check,
  type Guard,
  noPartsInHand,
  orderFromAbove,
  ownOrder,
  when,
} from './guard-checks.ts'
import { inOurCare } from './order.ts'
import { problem } from './refusals.ts'

/** CAN-1: so long may the clerk cancel what he made himself; milliseconds. */
export const CLERK_CANCEL_WINDOW = 10 * 60_000

/** CLK-9: the alert that suspends. */
export const ALARMS_TO_SUSPEND = 5

const isFinishedWork = (reason: string | undefined): reason is CloseNormally =>
  (CLOSE_NORMALLY as readonly string[]).includes(reason ?? '')

const closesNormally: Check = when(
  ({ fields }) => isFinishedWork(fields?.cancelReason),
  ({ fields }) =>
    problem(
      'closesNormally',
      ['cancelReason'],
      [
        fields?.cancelReason === 'phoneResolved' ? { command: 'resolveByPhone' } : { command: 'complete' },
        { command: 'handBack' },
        { field: 'cancelReason' },
      ],
      { cancelReason: fields?.cancelReason ?? null },
    ),
)

const missingEvidence = ({ fields, facts }: Ask) => {
  const reason: CancelReason | CloseNormally | undefined = fields?.cancelReason
  if (reason === undefined || !isCancelReason(reason)) return []
  return evidenceFor(reason).filter((piece) => !facts.evidence.includes(piece))
}

export const cancelGuards = {
  cancel: {
    checks: [
      ownOrder,
      closesNormally,
      noPartsInHand,
      when(
        ({ facts }) => facts.moneyKept > 0,
        ({ facts }) =>
          problem('moneyKept', ['moneyKept'], [{ task: 'returnDeposit' }, { command: 'handBack' }], {
            kept: facts.moneyKept,
          }),
      ),
      // An entry mistake is cancelled with the machine standing here if it belongs to another order.
      when(
        ({ order, fields }) =>
          inOurCare(order.machine) && !(order.machine === 'here' && fields?.machineBelongsTo !== undefined),
        ({ order }) =>
          problem(
            'machineHere',
            ['machine'],
            [{ command: 'handBack' }, { command: 'vendorReturn' }, { field: 'machineBelongsTo' }],
            { machine: order.machine },
          ),
      ),
      when(
        ({ actors, facts }) =>
          !actors.has('manager') &&
          (facts.now - facts.madeAt > CLERK_CANCEL_WINDOW || facts.touchedBy.length > 0),
        ({ facts }) =>
          problem('clerkWindowOver', ['touchedBy'], [{ roles: ['manager'] }], {
            touchedBy: [...facts.touchedBy],
          }),
      ),
    ],
  },
  requestCancel: {
    checks: [
      orderFromAbove,
      closesNormally,
      when(
        (ask) => missingEvidence(ask).length > 0,
        (ask) =>
          problem('evidenceMissing', missingEvidence(ask), [
            { task: 'gatherEvidence' },
            { field: 'cancelReason' },
          ]),
      ),
    ],
  },
  withdrawCancel: {},
  refuseCancel: {},
  approveCancel: {},
  cancelByHq: {},
  suspend: {},
  suspendByAlarm: {
    checks: [
      when(
        ({ order }) => order.state === 'accepted' && order.service === 'dropOff',
        () => problem('alarmsDoNotCount', ['service'], [{ command: 'suspend' }, { action: 'urge' }]),
      ),
      when(
        ({ facts }) => facts.alarms < ALARMS_TO_SUSPEND,
        ({ facts }) =>
          problem('fewerThanFiveAlarms', ['alarms'], [{ command: 'suspend' }, { action: 'urge' }], {
            alarms: facts.alarms,
          }),
      ),
    ],
  },
  resume: {
    checks: [
      when(
        ({ order, actors }) =>
          order.suspendedBy === 'alarm' &&
          !actors.has('manager') &&
          !actors.has('hq') &&
          !actors.has('region'),
        () => problem('alarmSuspension', ['roles'], [{ roles: ['manager', 'region', 'hq'] }]),
      ),
      when(
        ({ order, actors }) =>
          order.suspendedBy !== 'alarm' && !actors.has('clerk') && !actors.has('manager'),
        () => problem('notYourRole', ['roles'], [{ roles: ['clerk', 'manager'] }]),
      ),
    ],
  },
} as const satisfies Partial<Record<CommandName, Guard>>
