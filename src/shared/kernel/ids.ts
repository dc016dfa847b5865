// Why: row ids are made at the counter, offline, and must sort by the time they were made (RFC 9562 UUIDv7).

/** Where randomness comes from: `random(n)` gives n unpredictable bytes. Passed in by the host. */
export type Random = (length: number) => Uint8Array

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const COUNTER_LIMIT = 2 ** 42
const TIME_LIMIT = 2 ** 48
const TOLERATED_STEP_BACK_MS = 10_000

/** True for the one form ids are stored in: lower case, with dashes, any RFC 9562 version from 1 to 8. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

const numberOf = (bytes: Uint8Array, from: number, to: number): number => {
  let all = 0
  for (let i = from; i < to; i++) all = all * 256 + bytes[i]!
  return all
}

const compose = (ms: number, counter: number, tail: number): string => {
  const time = hex(ms, 12)
  const low = counter % 2 ** 30
  const head = 0x7000 + Math.floor(counter / 2 ** 30)
  const variant = 0x8000 + Math.floor(low / 2 ** 16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex(head, 4)}-${hex(variant, 4)}-${hex(low % 2 ** 16, 4)}${hex(tail, 8)}`
}

/**
 * A source of UUIDv7 whose ids sort in the order they were asked for: 48 bits of time, then a 42-bit counter
 * that starts at random in each millisecond, then 32 random bits. A clock stepping back by up to 10 s does not
 * break the order; a larger step is taken as a corrected clock and followed.
 */
export const createIdSource = (deps: { now: () => number; random: Random }): (() => string) => {
  let last = -Infinity
  let counter = 0
  return () => {
    const now = Math.floor(deps.now())
    if (!(now >= 0 && now < TIME_LIMIT)) throw new RangeError(`not a time in UTC milliseconds: ${now}`)
    const bytes = deps.random(10)
    if (now > last || now < last - TOLERATED_STEP_BACK_MS) {
      last = now
      // the top bit starts clear, so that a burst in one millisecond has room to count
      counter = numberOf(bytes, 0, 6) % (COUNTER_LIMIT / 2)
    } else if (++counter >= COUNTER_LIMIT) {
      last += 1
      counter = 0
    }
    return compose(last, counter, numberOf(bytes, 6, 10))
  }
}

/** One UUIDv7 for the time `now` (UTC ms). Ids that must keep their order come from {@link createIdSource}. */
export const uuidv7 = (now: number, random: Random): string => createIdSource({ now: () => now, random })()
