// When a core that died is started again: at once, then ever later, and not at all after three quick deaths.
const DELAYS_MS = [0, 250, 1000, 3000]
const QUICK_MS = 10_000
const QUICK_DEATHS = 3
const MEMORY_MS = 5 * 60_000

export type RestartRule = Readonly<{
  started: () => void
  /** Milliseconds to wait before the next start, or undefined: give up until a person asks. */
  died: () => number | undefined
  reset: () => void
}>

export const createRestartRule = (now: () => number): RestartRule => {
  let startedAt: number | undefined
  let quick = 0
  let deaths: number[] = []
  return {
    started: () => {
      startedAt = now()
    },
    died: () => {
      const at = now()
      quick = startedAt !== undefined && at - startedAt >= QUICK_MS ? 1 : quick + 1
      startedAt = undefined
      deaths = [...deaths.filter((one) => at - one < MEMORY_MS), at]
      if (quick >= QUICK_DEATHS) return undefined
      return DELAYS_MS[Math.min(deaths.length, DELAYS_MS.length) - 1]
    },
    reset: () => {
      quick = 0
      deaths = []
    },
  }
}
