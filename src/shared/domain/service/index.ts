// What was done on an order: results, payers, warranty, time on site (rules SRV, DSP-9). Pure.
export * from './actions.ts'
export * from './duration.ts'
export * from './payers.ts'
export * from './results.ts'
