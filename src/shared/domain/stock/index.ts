// Stock: the moving average, places, documents and what to buy (rules PRT-4, PRT-5, PRT-9, PRT-10). Pure.
export * from './average.ts'
export * from './kinds.ts'
