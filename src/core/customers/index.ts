// Customers and machines: what other features may use.
export { insertCustomer, insertDevice, phonesOf, renewSearch } from './customers.ts'
export type { DeviceInput } from './customers.ts'
export { findDuplicates } from './duplicates.ts'
export {
  devicesBySerial,
  isCustomer,
  openOrderOfDevice,
  readCustomer,
  readDevice,
  touchLastOrder,
} from './repository.ts'
