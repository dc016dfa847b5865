// Stock: the moving average, places, documents, counts and what to buy (rules PRT-4, PRT-5, PRT-9, PRT-10). Pure.
export * from './average.ts'
export * from './counting.ts'
export * from './first-warehouse.ts'
export * from './kinds.ts'
export * from './proposal.ts'
