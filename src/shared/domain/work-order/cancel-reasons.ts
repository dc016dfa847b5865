// Why an order may be cancelled (CAN-2) with the evidence each reason needs, and what is never a reason to
// cancel because such an order closes normally (CAN-3).

export const CANCEL_REASONS = [
  'wrongArea',
  'wrongPhone',
  'unreachable',
  'postponed',
  'solvedByCustomer',
  'complaintRefusesRepair',
  'refusesFeeSwitchesToDropOff',
  'rejectsPlan',
  'pastPromisedTime',
  'hotlineOrderRefused',
  'toMainStation',
  'entryMistake',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** CAN-3: these outcomes are finished work and close normally. */
export const CLOSE_NORMALLY = [
  'software',
  'phoneResolved',
  'replugged',
  'noFault',
  'outOfWarranty',
  'manMade',
  'secondLevelRepair',
  'complaintRepair',
] as const
export type CloseNormally = (typeof CLOSE_NORMALLY)[number]

export const CANCEL_EVIDENCE = [
  'ledgerComplete',
  'fiveWorkingDays',
  'postponedFifteenDays',
  'specialCaseForm',
  'promisedTimePassed',
] as const
export type CancelEvidence = (typeof CANCEL_EVIDENCE)[number]

/** What a request with this reason needs on file; the others need the clerk's words only. */
export const EVIDENCE_FOR = {
  unreachable: ['fiveWorkingDays', 'ledgerComplete'],
  postponed: ['postponedFifteenDays'],
  rejectsPlan: ['specialCaseForm'],
  pastPromisedTime: ['promisedTimePassed'],
} as const satisfies Partial<Record<CancelReason, readonly CancelEvidence[]>>

export const evidenceFor = (reason: CancelReason): readonly CancelEvidence[] =>
  reason in EVIDENCE_FOR ? EVIDENCE_FOR[reason as keyof typeof EVIDENCE_FOR] : []

export const isCancelReason = (reason: string): reason is CancelReason =>
  (CANCEL_REASONS as readonly string[]).includes(reason)
