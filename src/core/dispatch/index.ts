export { followDispatch } from './follow.ts'
export { branchDispatch, currentDispatch, isOnJobOfCustomer, isOnTheJob, membersOf } from './repository.ts'
