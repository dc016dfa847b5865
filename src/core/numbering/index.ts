// Document numbers: what other features may use.
export { createNumbering } from './numbering.ts'
export type { Numbering } from './numbering.ts'
export { nextNumber } from './next-number.ts'
