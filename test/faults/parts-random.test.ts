// A hundred thousand random commands on parts of orders and on the stock, through the contract, beside a model of the
// rules (test/support/parts-random.ts).
import { expect, it } from 'vitest'
import { commandPartsAtRandom } from '#test/support/parts-random.ts'

const SEEDS = [21, 22, 23, 24]
const COMMANDS = 100_000

it.each(SEEDS)(
  `PRT-1 PRT-2 PRT-4 SRV-2 after ${COMMANDS / SEEDS.length} random commands (seed %i) every quantity, balance, serial and charge is what the rules say`,
  { timeout: 1_800_000 },
  async (seed) => {
    await expect(commandPartsAtRandom(seed, COMMANDS / SEEDS.length)).resolves.toBe(undefined)
  },
)
