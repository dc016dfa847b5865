// How often one window may call: far more than a person's clicks can cause, far less than what would hurt.

/** True while the caller keeps to `perSecond`, with bursts of up to `burst`. */
export const createRateLimit = (
  options: Readonly<{ perSecond: number; burst: number; now: () => number }>,
): (() => boolean) => {
  let left = options.burst
  let seen = options.now()
  return () => {
    const now = options.now()
    left = Math.min(options.burst, left + (Math.max(0, now - seen) / 1000) * options.perSecond)
    seen = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
