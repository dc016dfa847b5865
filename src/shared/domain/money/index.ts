// Rules of money without I/O.
export * from './accounts.ts'
export * from './approvals.ts'
export * from './drawer.ts'
export * from './payments.ts'
export * from './charges.ts'
export * from './settlement.ts'
export * from './ageing.ts'
export * from './period.ts'
