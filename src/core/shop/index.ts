// The shop and its settings: what other features may use.
export { createOrigin, mayCombineDuties, readSettings, readShop } from './repository.ts'
