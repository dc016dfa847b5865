// Drawers and shifts: what other features may use.
export { currentShift } from './current.ts'
export type { Shift } from './current.ts'
export { openDrawer } from './drawer.ts'
export type { AtTheDrawer, Opening } from './drawer.ts'
export { cashInDrawer, seesExpected } from './in-drawer.ts'
