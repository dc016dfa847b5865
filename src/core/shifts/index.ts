// Drawers and shifts: what other features may use.
export { cashInDrawer, currentShift } from './current.ts'
export type { Shift } from './current.ts'
