// Guards from the ready machine to the closed order: pick-up, money, review (CLS, SET).
import type { CommandName } from './commands.ts'
import {
  type Check,
  type Guard,
  itemsAccounted,
  machineHere,
  noPartsInHandUnlessWaived,
  noPromiseBeforeReady,
  promiseNeeds,
  settledOrNothingDue,
  when,
} from './guard-checks.ts'
import { problem, type WayOut } from './refusals.ts'
import { missingProof, printGateHolds } from './proofs.ts'

/** A fault that comes back needs the machine, or a visit. */
const onSiteOrMachineHere = (...wayOut: readonly WayOut[]): Check =>
  when(
    ({ order }) => order.service === 'dropOff' && order.machine !== 'here',
    ({ order }) =>
      problem('machineNotHere', ['machine'], [{ action: 'custody' }, ...wayOut], { machine: order.machine }),
  )

export const finishGuards = {
  notify: {},
  faultReturned: {
    checks: [onSiteOrMachineHere(), noPromiseBeforeReady(true)],
    needs: promiseNeeds(true),
  },
  failAcceptance: { checks: [machineHere()] },
  settle: {
    checks: [
      when(
        ({ order, facts }) => order.state === 'readyForPickup' && facts.settled !== 'no',
        () =>
          problem('alreadySettled', ['settled'], [{ command: 'handOver' }, { command: 'reverseSettlement' }]),
      ),
      when(
        ({ facts, fields }) => (fields?.paidNow ?? 0) > facts.due,
        ({ facts, fields }) =>
          problem('paidTooMuch', ['paidNow'], [{ field: 'paidNow' }], {
            due: facts.due,
            paidNow: fields?.paidNow ?? 0,
          }),
      ),
    ],
    // What is not paid now goes on account, and that needs an approval.
    needs: ({ facts, fields }) =>
      fields?.paidNow !== undefined && fields.paidNow < facts.due ? ['approval'] : [],
  },
  reverseSettlement: {
    checks: [
      when(
        ({ facts }) => facts.settled === 'no',
        () => problem('nothingSettled', ['settled'], [{ command: 'sendBack' }, { command: 'settle' }]),
      ),
    ],
  },
  handOver: {
    checks: [machineHere(), settledOrNothingDue, itemsAccounted],
    // CLS-3: the slip, or identity, a second person and a photo.
    needs: ({ fields }) => (fields?.lostSlip === undefined ? ['slip'] : []),
  },
  deliver: {
    checks: [
      when(
        ({ order }) => order.returnBy !== 'delivery',
        () => problem('notForDelivery', ['returnBy'], [{ command: 'handOver' }, { command: 'amend' }]),
      ),
      machineHere(),
      itemsAccounted,
    ],
    needs: ({ fields }) => (fields?.courier === undefined ? ['signature'] : []),
  },
  disposeUnclaimed: {
    checks: [
      when(
        ({ facts }) => !facts.unclaimed.enabled,
        () =>
          problem('unclaimedTurnedOff', ['unclaimed'], [{ task: 'turnOnUnclaimed' }, { command: 'notify' }]),
      ),
      when(
        ({ facts }) => !facts.unclaimed.termOver || !facts.unclaimed.noticesComplete,
        ({ facts }) =>
          problem(
            'unclaimedTermRunning',
            ['unclaimed'],
            [{ command: 'notify' }, { action: 'contactAttempt' }],
            {
              termOver: facts.unclaimed.termOver,
              noticesComplete: facts.unclaimed.noticesComplete,
            },
          ),
      ),
      machineHere(),
    ],
  },
  approveClose: {
    checks: [
      when(
        ({ facts }) => facts.reviewsOwnWork && !facts.samePersonReview,
        () => problem('samePerson', ['samePersonReview'], [{ task: 'anotherReviewer' }]),
      ),
      (ask) => {
        const { outcome } = ask.order
        if (outcome === null) return problem('proofMissing', ['outcome'], [{ command: 'sendBack' }])
        const missing = missingProof(outcome, ask.facts.proofs)
        if (missing.length === 0) return null
        return problem('proofMissing', missing, [{ task: 'attachProof' }, { command: 'sendBack' }], {
          missing,
        })
      },
      when(
        ({ order, facts }) => !printGateHolds(order, facts),
        () =>
          problem('repairOrderNotPrinted', ['repairOrder'], [{ action: 'print' }, { command: 'sendBack' }]),
      ),
      itemsAccounted,
      noPartsInHandUnlessWaived,
      when(
        ({ facts }) => facts.oldPartsOwed > 0 && !facts.partsWaived,
        ({ facts }) =>
          problem('oldPartsOwed', ['oldPartsOwed'], [{ task: 'returnOldPart' }, { task: 'waiveOldPart' }], {
            pieces: facts.oldPartsOwed,
          }),
      ),
    ],
  },
  sendBack: {
    checks: [
      (ask) => (ask.fields?.to === 'repeatService' ? onSiteOrMachineHere({ field: 'to' })(ask) : null),
    ],
  },
} as const satisfies Partial<Record<CommandName, Guard>>
