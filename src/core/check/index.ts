// Checking a database: what other features may use.
export { runChecks } from './checks.ts'
