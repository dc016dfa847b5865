// How near a promise is: what is late stands out, what comes soon is noticed, the rest stays quiet.
import { ageOf } from '../../lib/format.ts'
import type { Age } from '../../lib/format.ts'

const SOON = 2 * 3_600_000

export type Due = Readonly<{ tone: 'late' | 'soon' | 'later' } & Age>

/** Time left or gone by; a minute and less counts as now. */
export const dueOf = (promised: number, now: number): Due => {
  const left = promised - now
  const tone = left < 0 ? 'late' : left < SOON ? 'soon' : 'later'
  return { tone, ...ageOf(Math.abs(left)) }
}
