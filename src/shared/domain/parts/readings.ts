// Readings of a meter as they stand, and whether a new one can be true (rule PRT-14). Pure.
import { categoryOf } from '#shared/domain/intake/index.ts'
import type { Reading } from './meter.ts'

export const COUNTERS = ['total', 'black', 'colour', 'scan'] as const
export type Counter = (typeof COUNTERS)[number]

const DAY_MS = 86_400_000
/** Pages a day that no machine over the counter makes, where nothing is known about this one. */
const MOST_A_DAY = 20_000
/** So many times its usual day is looked at twice, but not below this many pages. */
const UNUSUAL = 10
const UNREMARKABLE = 2000

/** Copiers and printers count what they do. */
export const usesMeter = (category: string): boolean => categoryOf(category) === 'printer'

type Kept = Reading & Readonly<{ id: string; corrects: string | null }>

/** Without those that were corrected, the oldest first. */
export const standingReadings = <R extends Kept>(readings: readonly R[]): R[] => {
  const corrected = new Set(readings.map(({ corrects }) => corrects))
  return readings
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Since the meter was last set back, with a new board for instance: before that it counted something else. */
export const sinceSetBack = <R extends Reading>(sorted: readonly R[]): readonly R[] => {
  const back = sorted.findLastIndex((reading, index) => reading.value < (sorted[index - 1]?.value ?? 0))
  return back < 0 ? sorted : sorted.slice(back)
}

export type ReadingProblem = Readonly<{ because: 'doesNotFit' | 'jump'; last: number; at: number }>

/**
 * Why a reading needs a reason: it is below the one before it or above the one after it, or the machine would have
 * worked as it never did. `sorted`: what stands of the same counter.
 */
export const readingProblem = (sorted: readonly Reading[], given: Reading): ReadingProblem | undefined => {
  const before = sorted.findLast(({ at }) => at <= given.at)
  const after = sorted.find(({ at }) => at > given.at)
  if (before && given.value < before.value)
    return { because: 'doesNotFit', last: before.value, at: before.at }
  if (after && given.value > after.value) return { because: 'doesNotFit', last: after.value, at: after.at }
  if (!before) return undefined
  const known = sinceSetBack(sorted.filter(({ at }) => at <= given.at))
  const [first, days] = [known[0] ?? before, (from: number, to: number) => (to - from) / DAY_MS]
  const usual =
    before.at - first.at < DAY_MS ? null : (before.value - first.value) / days(first.at, before.at)
  const most = usual === null ? MOST_A_DAY : Math.max(UNREMARKABLE, UNUSUAL * usual)
  return given.value - before.value > most * Math.max(1, days(before.at, given.at))
    ? { because: 'jump', last: before.value, at: before.at }
    : undefined
}
