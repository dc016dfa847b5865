// Random commands on parts of orders and on the stock beside a model of the rules; a hundred thousand of them are a
// matter of test/faults.
import { expect, it } from 'vitest'
import { commandPartsAtRandom } from '#test/support/parts-random.ts'

it.each([1])(
  'PRT-1 PRT-2 PRT-4 SRV-2 after random commands (seed %i) every quantity, balance, serial and charge is what the rules say',
  { timeout: 120_000 },
  async (seed) => {
    await expect(commandPartsAtRandom(seed, 400)).resolves.toBe(undefined)
  },
)
