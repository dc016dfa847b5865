// Which orders of the list are marked for one act together. Pure.
import type { OrderLine } from '#shared/contract/orders.ts'

/** At most so many are dispatched at once (rule DSP-5). */
export const MOST_MARKED = 50

export type Marked = ReadonlyMap<string, OrderLine>

/** Marks an order or takes it out; the list stays as it is when it is full. */
export const toggledMark = (marked: Marked, order: OrderLine): Marked => {
  const next = new Map(marked)
  if (!next.delete(order.id) && next.size < MOST_MARKED) next.set(order.id, order)
  return next
}
