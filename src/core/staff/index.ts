// People: what other features may use.
export {
  customerAsSeen,
  logAsSeen,
  phoneAsSeen,
  seesPhones,
  seesPhonesOfCustomer,
  seesPhonesOfOrder,
} from './phone-sight.ts'
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
