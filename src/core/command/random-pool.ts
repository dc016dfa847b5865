// Random bytes for ids, fetched from the system many at a time: one call for each id costs more than the id.
import { randomFillSync } from 'node:crypto'
import type { Random } from '#shared/kernel/ids.ts'

const POOL = 4096

/** Bytes as unpredictable as `randomBytes`; each is given out once. */
export const createRandomPool = (): Random => {
  const pool = new Uint8Array(POOL)
  let used = POOL
  return (length) => {
    if (used + length > POOL) {
      randomFillSync(pool)
      used = 0
    }
    used += length
    return pool.slice(used - length, used)
  }
}
