// The shop and its settings: what other features may use.
export { readSettings, readShop } from './repository.ts'
