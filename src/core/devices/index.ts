// Devices at the counter: what other features may use.
export { noCashDrawer } from './cash-drawer.ts'
export type { CashDrawerPort } from './cash-drawer.ts'
