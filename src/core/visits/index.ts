// Intake: what other features may use.
export { acceptMachine, openVisit } from './accept.ts'
export type { AcceptedMachine, Accepting } from './accept.ts'
export {
  readVisit,
  readVisitByNumber,
  readVisitByShortCode,
  readVisitRow,
  visitIdByNumber,
} from './repository.ts'
