// Drawers and shifts: what other features may use.
export { currentShift } from './current.ts'
export type { Shift } from './current.ts'
