// What the guards let pass although something ordinary is missing.
import { goodFacts } from '../order.fixture.ts'
import type { AllowedCase } from './guard-case.fixture.ts'

export const allowedCases: readonly AllowedCase[] = [
  [
    'STF-2 the counter reports for a technician without being on the job',
    'complete',
    'IS',
    { by: ['clerk'], facts: { onTheJob: false } },
  ],
  [
    'STF-2 whoever is a clerk as well works on any job',
    'complete',
    'IS',
    { by: ['technician', 'clerk'], facts: { onTheJob: false } },
  ],
  [
    'CLS-1 a system failure is recorded instead of the print',
    'receive',
    'RC',
    { facts: { repairOrder: 'no' }, fields: { printException: 'systemFailure' } },
  ],
  [
    'CLS-1 solved by phone closes unprinted',
    'approveClose',
    'PC',
    { order: { outcome: 'phoneResolved' }, facts: { repairOrder: 'no' } },
  ],
  [
    'CLK-2 the first appointment needs no reason',
    'appoint',
    'AC',
    { facts: { appointments: 0 }, fields: { promiseType: undefined, reason: undefined } },
  ],
  ['CLK-3 a ready machine has its pick-up time', 'appoint', 'RP', {}],
  [
    'CLK-6 unreachable at T1 + 3.5 h',
    'recordUnreachable',
    'AC',
    { facts: { now: goodFacts.t1 + 12_600_000 } },
  ],
  ['SET-12 on account is as good as paid', 'handOver', 'RP', { facts: { due: 100, settled: 'onAccount' } }],
  [
    'CLS-3 a lost slip has its path',
    'handOver',
    'RP',
    { fields: { slip: undefined, lostSlip: { identity: 'id', secondPerson: 'zhao', photo: 'p' } } },
  ],
  [
    'SET-2 the rest on account with an approval',
    'settle',
    'ST',
    { facts: { due: 9_070_000 }, fields: { paidNow: 70_000, approval: 'manager' } },
  ],
  [
    'a call on file stands for the signature',
    'resolveByPhone',
    'PD',
    { facts: { callRecorded: true }, fields: { callRef: undefined } },
  ],
  ['DSP-6 policy lets a branch refuse', 'refuseBranch', 'PB', {}],
  [
    'CAN-1 the manager cancels later',
    'cancel',
    'PD',
    { facts: { madeAt: 0, touchedBy: ['part'] }, by: ['manager'] },
  ],
  [
    'CAN-1 the clerk within ten minutes',
    'cancel',
    'PD',
    { facts: { madeAt: goodFacts.now - 600_000 }, by: ['clerk'] },
  ],
  [
    'CAN-1 an entry mistake names the machine’s order',
    'cancel',
    'PD',
    { order: { machine: 'here' }, fields: { machineBelongsTo: 'B1-0002' } },
  ],
  [
    'CLK-9 the manager lifts the alarm’s suspension',
    'resume',
    'SU',
    { order: { suspendedBy: 'alarm' }, by: ['manager'] },
  ],
  ['CLK-9 or headquarters', 'resume', 'SU', { order: { suspendedBy: 'alarm' }, by: ['hq'] }],
  [
    'REP-6 without headquarters the manager decides',
    'approveCancel',
    'CR',
    { facts: { enrolled: false }, by: ['manager'] },
  ],
  ['CLS-5 the manager reviews own orders', 'approveClose', 'PC', { by: ['manager'] }],
  ['CLS-5 headquarters reviews its orders', 'approveClose', 'PC', { order: { origin: 'hq' }, by: ['hq'] }],
  [
    'CLS-5 a small shop reviews its own work by setting',
    'approveClose',
    'PC',
    { facts: { reviewsOwnWork: true, samePersonReview: true } },
  ],
  ['CLS-5 a proxy signs', 'approveClose', 'PC', { facts: { proofs: ['proxySignature'] } }],
  ['CLS-5 a courier proves', 'approveClose', 'PC', { facts: { proofs: ['waybill', 'deliveryProof'] } }],
  [
    'PRT-12 a waiver covers parts',
    'approveClose',
    'PC',
    { facts: { partsInHand: 1, oldPartsOwed: 1, partsWaived: true } },
  ],
  [
    'DSP-6 the counter that holds a dispatch confirms it',
    'confirmBranch',
    'PB',
    { facts: { side: 'receiver' }, by: ['clerk'] },
  ],
  ['DSP-10 the clerk completes for the technician', 'complete', 'RC', { by: ['clerk'] }],
  ['a delivery may be paid on delivery', 'deliver', 'RP', { facts: { due: 100 } }],
  ['an amendment of anything else passes at review', 'amend', 'PC', { fields: { changes: ['accessories'] } }],
]
