// A hundred thousand random documents of the stock beside a model of the rules (test/support/stock-random.ts).
import { expect, it } from 'vitest'
import { postAtRandom } from '#test/support/stock-random.ts'

const SEEDS = [11, 12, 13, 14]
const DOCUMENTS = 100_000

it.each(SEEDS)(
  `PRT-4 PRT-10 after ${DOCUMENTS / SEEDS.length} random documents (seed %i) balances, values and serials are those of the rules`,
  { timeout: 600_000 },
  async (seed) => {
    await expect(postAtRandom(seed, DOCUMENTS / SEEDS.length)).resolves.toBe(undefined)
  },
)
