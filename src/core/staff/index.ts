// People: what other features may use.
export {
  deleteSession,
  deleteSessionsOf,
  findPerson,
  insertSession,
  listPeople,
  passwordColumns,
  readGuard,
  setPassword,
  writeGuard,
} from './repository.ts'
export type { PasswordHash, PersonWithPassword } from './repository.ts'
