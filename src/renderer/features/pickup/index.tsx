// Machines go home: scan the slip, count, sign, done.
export { PickupScreen } from './pickup-screen.tsx'
