// Medians, percentiles and the clock that benches use.

export const median = (values: readonly number[]): number => percentile(values, 50)

/** Nearest rank: the least value that so many per cent do not exceed. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds that the work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const milliseconds = (value: number): number => Number(value.toFixed(3))
