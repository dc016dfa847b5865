// Unfinished forms: what other features may use.
export { discardDraft } from './repository.ts'
