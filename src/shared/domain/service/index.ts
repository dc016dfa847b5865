// What was done on an order: results, payers, warranty, time on site, commission (rules SRV, DSP-9, PRT-13). Pure.
export * from './actions.ts'
export * from './commission.ts'
export * from './duration.ts'
export * from './payers.ts'
export * from './results.ts'
