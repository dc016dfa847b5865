// Guards of quotes, parts and the work itself (QUO, PRT, SRV).
import type { CommandName } from './commands.ts'
import {
  type Guard,
  machineBack,
  machineOnlyAtVendor,
  noPartsInHand,
  noPartsInHandUnlessWaived,
  noPromiseBeforeReady,
  onSite,
  promiseNeeds,
  quoteSent,
  repairOrderPrinted,
  when,
} from './guard-checks.ts'
import { problem } from './refusals.ts'

export const workGuards = {
  sendQuote: {},
  acceptQuote: { checks: [quoteSent] },
  rejectQuote: { checks: [quoteSent] },
  requestParts: {},
  // The type of this promise is parts by nature, so its reason names request and part from the first time on.
  partsLate: {
    checks: [noPromiseBeforeReady()],
    needs: (ask) => [promiseNeeds()(ask)[0] ?? 'nextContactBy'],
  },
  partsReady: {},
  notFixed: { checks: [noPromiseBeforeReady()], needs: promiseNeeds() },
  bringIn: {
    checks: [
      onSite({ command: 'complete' }),
      when(
        ({ order }) => order.machine === 'here',
        () => problem('machineAlreadyHere', ['machine'], [{ command: 'complete' }]),
      ),
    ],
  },
  complete: {
    checks: [
      // From here the counter reports for him (DSP-10); the technician himself takes the job first.
      when(
        ({ order, actors }) => order.state === 'pendingReceive' && !actors.has('clerk'),
        () => problem('receiveFirst', ['state'], [{ command: 'receive' }]),
      ),
      (ask) => (ask.order.state === 'pendingReceive' ? repairOrderPrinted(ask) : null),
      machineBack,
      noPartsInHandUnlessWaived,
      when(
        ({ facts }) => facts.overLimit,
        () => problem('overLimit', ['overLimit'], [{ command: 'sendQuote' }, { command: 'receive' }]),
      ),
      when(
        ({ fields }) => fields?.outcome === 'phoneResolved' || fields?.outcome === 'unclaimed',
        ({ fields }) =>
          problem(
            'outcomeOfAnotherCommand',
            ['outcome'],
            [{ field: 'outcome' }, { command: 'resolveByPhone' }],
            {
              outcome: fields?.outcome ?? null,
            },
          ),
      ),
    ],
  },
  handBack: { checks: [machineBack, noPartsInHand] },
  vendorReturn: { checks: [machineOnlyAtVendor] },
} as const satisfies Partial<Record<CommandName, Guard>>
