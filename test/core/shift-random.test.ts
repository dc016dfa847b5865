// Random days at a till beside a model of the rules.
import { expect, it } from 'vitest'
import { daysAtRandom } from '#test/support/till-random.ts'

it.each([1, 2, 3])(
  'SET-7 SET-8 after random receipts, pay-ins, counts, closes and days (seed %i) every shift says what happened, and says it again',
  { timeout: 120_000 },
  async (seed) => {
    await expect(daysAtRandom(seed, 150)).resolves.toBe(undefined)
  },
)
