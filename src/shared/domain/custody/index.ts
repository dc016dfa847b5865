// Where things are and what a hand-over compares (rules CLS-3, CLS-7). Pure.
export * from './hand-over.ts'
export * from './items.ts'
