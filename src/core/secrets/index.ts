// Secrets at rest: what other features may use.
export type { Secrets } from './secrets.ts'
