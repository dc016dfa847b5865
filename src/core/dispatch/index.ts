export { followDispatch } from './follow.ts'
export { reviveDispatches } from './revive.ts'
export { branchDispatch, currentDispatch, isOnTheJob, membersOf } from './repository.ts'
