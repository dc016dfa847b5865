export { followDispatch } from './follow.ts'
export {
  branchDispatch,
  currentDispatch,
  dispatchesOf,
  isOnTheJob,
  membersOf,
  nextPosition,
  openRequest,
  plannedVendor,
  vendorDispatch,
} from './repository.ts'
export { scanProblem } from './scan.ts'
export { technician } from './technician.ts'
