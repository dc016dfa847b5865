// A period that a report is asked for.
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { DateText } from '#shared/kernel/time.ts'
import { daysBetween } from '#shared/kernel/time.ts'

/** A report goes through every entry of its period: a year, and a leap day. */
export const MOST_DAYS = 366

export const periodProblem = ({
  from,
  to,
}: Readonly<{ from: DateText; to: DateText }>): Refused<'periodWrong'> | undefined =>
  from > to || daysBetween(from, to) >= MOST_DAYS ? refuse('periodWrong', { field: 'to' }) : undefined
