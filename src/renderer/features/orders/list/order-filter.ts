// What the order list is narrowed to: a saved view, and what one sets beside it.
import type { Params } from '#shared/contract/index.ts'
import { ORDER_VIEWS } from '#shared/contract/orders.ts'
import type { OrderView } from '#shared/contract/orders.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import { addDays, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { DateText } from '#shared/kernel/time.ts'
import type { JsonValue } from '#shared/kernel/result.ts'

export type OrderFilter = Readonly<{
  view: OrderView
  state: State | null
  text: string
  /** First and last day on which the order was taken in; either may be open (rule WO-8: no limit between). */
  from: DateText | null
  until: DateText | null
}>

export const FIRST_FILTER: OrderFilter = {
  view: 'unfinished',
  state: null,
  text: '',
  from: null,
  until: null,
}

/** Whether something besides the saved view narrows the list. */
export const isNarrowed = ({ state, text, from, until }: OrderFilter): boolean =>
  state !== null || text.trim() !== '' || from !== null || until !== null

/** The days of the shop as instants; the last day counts whole. */
export const listParams = (filter: OrderFilter, zone: string): Params<'order.list'> => ({
  view: filter.view,
  text: filter.text.trim().slice(0, 80),
  ...(filter.state === null ? {} : { state: filter.state }),
  ...(filter.from === null ? {} : { from: startOfBusinessDay(filter.from, zone) }),
  ...(filter.until === null ? {} : { until: startOfBusinessDay(addDays(filter.until, 1), zone) }),
})

/** The view that another screen asked for, such as the home screen's "overdue". */
export const viewOf = (asked: JsonValue | undefined): OrderView | undefined =>
  ORDER_VIEWS.find((view) => view === asked)
