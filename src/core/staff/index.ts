// People: what other features may use.
export {
  deleteSession,
  deleteSessionsOf,
  endTrust,
  findPerson,
  insertSession,
  listPeople,
  passwordColumns,
  readGuard,
  readPin,
  setPassword,
  trustedSince,
  trustTerminal,
  writeGuard,
  writePin,
} from './repository.ts'
export type { PasswordHash, PersonWithPassword } from './repository.ts'
