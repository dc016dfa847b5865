export { followDispatch } from './follow.ts'
export { branchDispatch, currentDispatch, isOnTheJob, membersOf } from './repository.ts'
