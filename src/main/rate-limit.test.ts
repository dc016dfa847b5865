import { expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

it('takes a burst, then only so many a second, also when the clock steps back', () => {
  let now = 0
  const mayCall = createRateLimit({ perSecond: 10, burst: 3, now: () => now })
  const tries = (count: number) => Array.from({ length: count }, mayCall).filter(Boolean).length
  const taken = [tries(10)]
  for (const at of [100, 350, 300, 60_000]) {
    now = at
    taken.push(tries(10))
  }
  expect(taken).toEqual([3, 1, 2, 0, 3])
})
