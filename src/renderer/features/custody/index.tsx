// Where things are: the screen, and the section of an order.
export { CustodyScreen } from './custody-screen.tsx'
export { OrderThings } from './order-things.tsx'
