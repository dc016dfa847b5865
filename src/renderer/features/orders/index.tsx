// The order list, one order as a work tab, and the mark of a promise.
export { DueMark } from './due-mark.tsx'
export { useMarks } from './list/use-marks.ts'
export { OrdersScreen } from './list/orders-screen.tsx'
export { OrderScreen } from './order/order-screen.tsx'
export { canOpen } from './verbs/panels.ts'
export { Photo } from './photos/photo.tsx'
export { smallPhoto } from './photos/small-photo.ts'
