// One customer as a screen, and the drawers that correct a customer or a machine from anywhere.
export { CustomerScreen } from './customer-screen.tsx'
export { CustomerDrawer } from './customer-drawer.tsx'
export { DeviceDrawer } from './device-drawer.tsx'
