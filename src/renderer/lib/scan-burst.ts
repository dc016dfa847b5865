// Telling a scanner from a person: a wedge types digits faster than anybody and ends with Enter. Read by the
// place of the key, so that an input method, a layout or full-width letters do not matter.

export type BurstKey = Readonly<{ code: string; at: number; modified: boolean }>

/** Between two keys of one scan, in ms; people need more. */
export const BURST_GAP_MS = 30
export const BURST_LEAST = 6

export type BurstReader = Readonly<{
  /** Feeds a key. Tells where a burst may begin, and at Enter the digits of a finished one. */
  feed: (key: BurstKey) => Readonly<{ started: boolean; digits: string | null }>
}>

const NOTHING = { started: false, digits: null } as const

/** Half a scan times out by itself: the next key that comes late begins anew. */
export const createBurstReader = (): BurstReader => {
  let digits = ''
  let last = -Infinity
  const forget = () => {
    digits = ''
    return NOTHING
  }
  return {
    feed: ({ code, at, modified }) => {
      const slow = at - last > BURST_GAP_MS
      last = at
      if (modified) return forget()
      if (code === 'Enter' || code === 'NumpadEnter') {
        const whole = !slow && digits.length >= BURST_LEAST ? digits : null
        digits = ''
        return { started: false, digits: whole }
      }
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
      if (digit === undefined) return forget()
      digits = slow ? digit : digits + digit
      return { started: digits.length === 1, digits: null }
    },
  }
}
