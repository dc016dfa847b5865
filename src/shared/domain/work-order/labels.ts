// Two states read differently as their work goes on: an accepted order waits for a machine or for a call,
// a ready machine waits for a notice, a customer, a courier. Label and board column come from here.
import { type BoardColumn, STATE_INFO, type State } from './states.ts'
import type { Order } from './order.ts'

export const STATE_LABELS = {
  waitingMachine: { zh: '待到机', en: 'awaiting machine' },
  waitingContact: { zh: '待联系', en: 'awaiting first contact' },
  toNotify: { zh: '修好待通知', en: 'ready, to be notified' },
  waitingPickup: { zh: '待取机', en: 'ready for pick-up' },
  toDeliver: { zh: '待送回', en: 'to be delivered' },
  overduePickup: { zh: '超期未取', en: 'unclaimed past the term' },
} as const satisfies Record<string, Readonly<{ zh: string; en: string }>>

export type StateLabel = State | keyof typeof STATE_LABELS

/** What the labels read beside the order. */
export type LabelFacts = Readonly<{
  /** T2: the customer was told that the machine is ready. */
  notified: boolean
  /** Ready for longer than the shop's term (30 days unless set). */
  pickupOverdue: boolean
}>

/** The key of the one label that a list, a card or a paper shows. */
export const stateLabel = (
  order: Pick<Order, 'state' | 'service' | 'returnBy'>,
  facts: LabelFacts,
): StateLabel => {
  if (order.state === 'accepted') return order.service === 'dropOff' ? 'waitingMachine' : 'waitingContact'
  if (order.state !== 'readyForPickup') return order.state
  if (order.returnBy === 'delivery') return 'toDeliver'
  if (facts.pickupOverdue) return 'overduePickup'
  return facts.notified ? 'waitingPickup' : 'toNotify'
}

/** The board column of an order; null when it waits on a work list or is finished. */
export const boardColumn = (
  order: Pick<Order, 'state' | 'service' | 'returnBy'>,
  facts: LabelFacts,
): BoardColumn | null => {
  const label = stateLabel(order, facts)
  if (label === 'overduePickup' || label === 'waitingPickup') return label
  // A machine to be delivered waits for our own step, like one whose customer has not been told.
  return STATE_INFO[order.state].column
}
