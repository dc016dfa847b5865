// The shop and its settings: what other features may use.
export { createOrigin, readSettings, readShop } from './repository.ts'
