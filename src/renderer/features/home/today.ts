// Until when the home screen looks: by the calendar of the shop.
import { addDays, businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'

/** The first moment of tomorrow by the shop's calendar. */
export const endOfToday = (now: number, zone: string): number =>
  startOfBusinessDay(addDays(businessDate(now, zone), 1), zone)
