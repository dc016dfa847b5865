// Whom a job is given to (rules DSP). Pure.
export * from './ranking.ts'
export * from './targets.ts'
