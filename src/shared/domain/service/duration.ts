// The time on site (rule DSP-9): computed from arrival and finish, never typed.
import { refuse, type Refused } from '#shared/kernel/result.ts'

const MINUTE_MS = 60_000
/** Longer than this a visit needs a reason; minutes. */
export const LONG_VISIT = 24 * 60
/** A counter's clock and a technician's may differ so much; milliseconds. */
const CLOCK_SLACK = 5 * MINUTE_MS

export type Times = Readonly<{ arrivedAt: number; finishedAt: number; longReason: string }>
export type TimesRefusal = 'finishBeforeArrival' | 'timeInFuture' | 'longVisitWithoutReason'

/** Whole minutes from arrival to finish. Refuses (value) a finish before the arrival, a time that is not yet, and more than 24 h without a reason. */
export const minutesOnSite = (times: Times, now: number): number | Refused<TimesRefusal> => {
  if (times.finishedAt < times.arrivedAt) return refuse('finishBeforeArrival', { field: 'finishedAt' })
  if (times.finishedAt > now + CLOCK_SLACK) return refuse('timeInFuture', { field: 'finishedAt' })
  const minutes = Math.round((times.finishedAt - times.arrivedAt) / MINUTE_MS)
  if (minutes > LONG_VISIT && times.longReason.trim() === '')
    return refuse('longVisitWithoutReason', { field: 'longReason', hours: Math.floor(minutes / 60) })
  return minutes
}
