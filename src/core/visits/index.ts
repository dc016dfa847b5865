// Intake: what other features may use.
export { readVisit, readVisitRow } from './repository.ts'
