// Who a job was given to: what other features may use.
export { followDispatch } from './follow.ts'
export { reviveDispatches } from './revive.ts'
export {
  branchDispatch,
  currentDispatch,
  dispatchesOf,
  membersOf,
  nextPosition,
  openRequest,
  plannedVendor,
  vendorDispatch,
} from './repository.ts'
export { scanProblem } from './scan.ts'
export { technician } from './technician.ts'
