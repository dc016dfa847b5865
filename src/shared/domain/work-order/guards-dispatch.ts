// Guards of the dispatch verbs: own technicians, branches, vendors, and reassignment (DSP-1 … DSP-7).
import type { CommandName } from './commands.ts'
import { type Guard, machineHere, noPartsInHand, repairOrderPrinted, when } from './guard-checks.ts'
import { problem } from './refusals.ts'

const reassignAsked = when(
  ({ order }) => !order.reassignRequested,
  () =>
    problem(
      'noReassignRequest',
      ['reassignRequested'],
      [{ command: 'requestReassign' }, { command: 'revoke' }],
    ),
)

export const dispatchGuards = {
  confirmBranch: {
    // The return leg ends with the machine in hand, so it is scanned in.
    needs: ({ order }) => (order.purpose === 'handOver' ? ['scan'] : []),
  },
  refuseBranch: {
    checks: [
      when(
        ({ facts }) => facts.sentByUpper && !facts.mayRefuseUpper,
        () => problem('refusalNotAllowed', ['mayRefuseUpper'], [{ command: 'confirmBranch' }]),
      ),
    ],
  },
  dispatch: {
    checks: [
      when(
        ({ order }) => order.state === 'accepted' && order.service === 'dropOff',
        ({ order }) =>
          problem(
            'machineNotHere',
            ['machine'],
            [{ command: 'receiveDevice' }, { command: 'dispatchBranch' }],
            {
              machine: order.machine,
            },
          ),
      ),
      when(
        ({ fields }) => fields?.primary !== undefined && (fields.assistants ?? []).includes(fields.primary),
        ({ fields }) =>
          problem('primaryAlsoAssistant', ['assistants'], [{ field: 'assistants' }], {
            primary: fields?.primary ?? null,
          }),
      ),
    ],
  },
  dispatchBranch: { checks: [noPartsInHand] },
  sendToVendor: {
    checks: [
      machineHere({ command: 'bringIn' }),
      repairOrderPrinted,
      when(
        ({ facts }) => !facts.vendorSlipPrinted,
        () => problem('vendorSlipNotPrinted', ['vendorSlipPrinted'], [{ task: 'printVendorSlip' }]),
      ),
    ],
  },
  receive: { checks: [repairOrderPrinted] },
  refuse: {},
  revoke: {
    checks: [
      when(
        ({ order, facts }) => order.state === 'pendingBranch' && facts.side === 'receiver',
        () => problem('notOurDispatch', ['side'], [{ command: 'refuseBranch' }]),
      ),
      // A branch that confirmed while we were apart is known only later: then HQ's commit decides.
      when(
        ({ facts }) => facts.dispatchProcessed,
        ({ order }) =>
          problem(
            'dispatchAlreadyProcessed',
            ['dispatchProcessed'],
            [order.state === 'pendingBranch' ? { task: 'askHeadquarters' } : { command: 'requestReassign' }],
          ),
      ),
    ],
  },
  requestReassign: {},
  rejectReassign: { checks: [reassignAsked] },
  approveReassign: { checks: [reassignAsked, noPartsInHand] },
} as const satisfies Partial<Record<CommandName, Guard>>
