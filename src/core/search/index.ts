// Search: what other features may use.
export { createNameTokens } from './name-tokens.ts'
export type { NameTokens } from './name-tokens.ts'
