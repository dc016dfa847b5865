// Random documents beside a model of the rules; a hundred thousand of them are a matter of test/faults.
import { expect, it } from 'vitest'
import { postAtRandom } from '#test/support/stock-random.ts'

it.each([1, 2, 3, 4])(
  'PRT-4 PRT-5 PRT-9 PRT-10 after random documents (seed %i) balances and values are those of the rules, nothing is below zero, and no serial is at two places',
  { timeout: 120_000 },
  async (seed) => {
    await expect(postAtRandom(seed, 2500)).resolves.toBe(undefined)
  },
)
