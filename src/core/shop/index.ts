// The shop and its settings: what other features may use.
export { createOrigin, mayCombineDuties, PEOPLE_TO_SEPARATE, readSettings, readShop } from './repository.ts'
