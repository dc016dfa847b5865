// What the home screen makes of the unfinished orders: who waits longest, and whom somebody promised to call.
import type { OrderLine } from '#shared/contract/orders.ts'
import { addDays, businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'

/** The first moment of tomorrow by the shop's calendar. */
export const endOfToday = (now: number, zone: string): number =>
  startOfBusinessDay(addDays(businessDate(now, zone), 1), zone)

/** Longest in their present state first. */
export const waitingLongest = (orders: readonly OrderLine[], count: number): readonly OrderLine[] =>
  orders.toSorted((a, b) => a.stateSince - b.stateSince || a.createdAt - b.createdAt).slice(0, count)

export type DueContact = OrderLine & Readonly<{ nextContactBy: number }>

/** Promised contacts that fall due until the end of today, the most overdue first. */
export const contactsDue = (orders: readonly OrderLine[], until: number): readonly DueContact[] =>
  orders
    .filter((order): order is DueContact => order.nextContactBy !== null && order.nextContactBy < until)
    .toSorted((a, b) => a.nextContactBy - b.nextContactBy)
