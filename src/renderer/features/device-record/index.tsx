// What is known of a machine beside its names: what sits in it, and what its meter shows. For its orders and its owner.
export { DeviceParts } from './device-parts.tsx'
export { DeviceRecordDrawer } from './device-record-drawer.tsx'
export { Meter } from './meter.tsx'
