export { followDispatch } from './follow.ts'
export {
  branchDispatch,
  currentDispatch,
  dispatchesOf,
  isOnJobOfCustomer,
  isOnTheJob,
  membersOf,
  nextPosition,
  openRequest,
  plannedVendor,
  vendorDispatch,
} from './repository.ts'
export { scanProblem } from './scan.ts'
export { technician } from './technician.ts'
