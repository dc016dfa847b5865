// Where a job may be sent (rules DSP-1, DSP-7, DSP-8).

export const TARGETS = ['own', 'branch', 'vendor'] as const
export type Target = (typeof TARGETS)[number]

export const DISPATCH_STATES = [
  'planned',
  'open',
  'received',
  'refused',
  'revoked',
  'reassigned',
  'returned',
  'finished',
] as const
export type DispatchState = (typeof DISPATCH_STATES)[number]

export const BRANCH_LEVELS = [
  'headquarters',
  'region',
  'mainStation',
  'branch',
  'subPoint',
  'salesOutlet',
] as const
export type BranchLevel = (typeof BRANCH_LEVELS)[number]

/** Units that decide over us; their dispatches are confirmed, not refused, unless policy says so (DSP-6). */
export const isUpper = (level: BranchLevel): boolean =>
  level === 'headquarters' || level === 'region' || level === 'mainStation'

/** Whether this shop may dispatch to that branch: it serves us, and it is in use (DSP-8). */
export const mayDispatchTo = (branch: Readonly<{ serves: boolean; active: boolean }>): boolean =>
  branch.serves && branch.active
