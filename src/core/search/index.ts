// Search: what other features may use.
export type { NameTokens } from './name-tokens.ts'
