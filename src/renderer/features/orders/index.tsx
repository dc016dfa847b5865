// The order list and one order as a work tab.
export { OrdersScreen } from './list/orders-screen.tsx'
export { OrderScreen } from './order/order-screen.tsx'
export { Photo } from './photos/photo.tsx'
export { smallPhoto } from './photos/small-photo.ts'
