// Search: what other features may use.
export { createNameTokens } from './name-tokens.ts'
export type { NameTokens } from './name-tokens.ts'
export { partQuery, partTokens } from './part-tokens.ts'
export type { SearchablePart } from './part-tokens.ts'
export { loadPinyin } from './tokens.ts'
