// A second person's yes: what other features may use.
export { createApprovals } from './approvals.ts'
export type { Approvals } from './approvals.ts'
export { approvedBy } from './approved-by.ts'
