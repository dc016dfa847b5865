// What sits in a machine: what other features may use.
export { followMachine } from './follow.ts'
export { partsOfDevice } from './repository.ts'
