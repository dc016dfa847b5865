// Customers and machines: what other features may use.
export { insertCustomer, insertDevice, phonesOf, rankByOrder, renewSearch } from './customers.ts'
export type { DeviceInput } from './customers.ts'
export { findDuplicates } from './duplicates.ts'
export { customerRowid, devicesBySerial, openOrderOfDevice, readCustomer, readDevice } from './repository.ts'
