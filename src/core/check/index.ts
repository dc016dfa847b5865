// Checking a database: what other features may use.
export { checkFolder } from './check-folder.ts'
export { runChecks } from './checks.ts'
