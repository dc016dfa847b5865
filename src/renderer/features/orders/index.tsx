// The order list, one order as a work tab, the mark of a promise, and the form of a service record.
export { DueMark } from './due-mark.tsx'
export { useMarks } from './list/use-marks.ts'
export { OrdersScreen } from './list/orders-screen.tsx'
export { OrderScreen } from './order/order-screen.tsx'
export { canOpen } from './verbs/panels.ts'
export { Photo } from './photos/photo.tsx'
export { smallPhoto } from './photos/small-photo.ts'
export {
  RecordForm,
  VerbField,
  VerbFrame,
  chargedByLines,
  focusField,
  readRecord,
  useFieldWords,
} from './verbs/index.ts'
export type { RecordParams, RecordSubject } from './verbs/index.ts'
