// Rules of money without I/O.
export * from './accounts.ts'
