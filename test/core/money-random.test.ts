// Random money beside a model of the rules; a hundred thousand steps are a matter of test/faults.
import { expect, it } from 'vitest'
import { moneyAtRandom } from '#test/support/money-random.ts'

it.each([1, 2, 3])(
  'SET-1 SET-2 SET-3 SET-5 SET-6 SET-7 SET-12 after random settlements, deposits, debts and reversals (seed %i) orders, accounts and debts are those of the rules',
  { timeout: 120_000 },
  async (seed) => {
    await expect(moneyAtRandom(seed, 400)).resolves.toBe(undefined)
  },
)
