// The meter of a copier or printer: what it will show, and when the next consumable is due (rule PRT-14).

export type Reading = Readonly<{
  /** UTC ms. */
  at: number
  value: number
}>

const DAY_MS = 86_400_000

/**
 * Pages a day between the first and the last reading, and when the meter will have gone on by `yieldCount` since
 * `changedAt` (the last change of the consumable, in counter values), UTC ms. Null where two readings on different
 * days are missing or the machine stands still.
 */
export const forecast = (
  readings: readonly Reading[],
  changedAt: number,
  yieldCount: number,
): Readonly<{ perDay: number; dueAt: number }> | null => {
  const sorted = readings.toSorted((a, b) => a.at - b.at)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || last.at - first.at < DAY_MS || last.value <= first.value) return null
  const perMs = (last.value - first.value) / (last.at - first.at)
  const left = changedAt + yieldCount - last.value
  return { perDay: Math.round(perMs * DAY_MS), dueAt: Math.round(last.at + Math.max(0, left) / perMs) }
}
