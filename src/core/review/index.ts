// Review and what was done alone: what other features may use.
export { recordSoloAct } from './solo-act.ts'
export { soloActsSince } from './repository.ts'
export type { SoloActRow } from './repository.ts'
