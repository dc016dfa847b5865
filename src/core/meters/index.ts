// Meters: what other features may use.
export { readMeters } from './write.ts'
