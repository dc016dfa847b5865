import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headquartersFee } from './headquarters-fee.ts'
import { forecast } from './meter.ts'
import {
  QUANTITIES,
  costOf,
  inHand,
  netIssued,
  nothingYet,
  oldStillOwed,
  problemOf,
  withEntry,
} from './quantities.ts'
import type { Quantities } from './quantities.ts'

const line = (some: Partial<Quantities>): Quantities => ({ ...nothingYet, ...some })

describe('the five quantities', () => {
  it('PRT-1 what is shown as issued is the net, and the old part is counted beside it', () => {
    const now = line({ planned: 3000, issued: 3000, used: 1000, returnedGood: 1000, oldOwed: 1000 })
    expect([netIssued(now), inHand(now), oldStillOwed(now)]).toEqual([2000, 1000, 1000])
  })

  it.each([
    ['used', 2000, 'moreThanInHand'],
    ['returnedGood', 2000, 'moreThanInHand'],
    ['returnedDefective', 2000, 'moreThanInHand'],
    ['returnedGood', -1000, 'nothingMoved'],
    ['issued', -1000, 'nothingMoved'],
    ['used', -2000, 'moreThanUsed'],
    ['planned', -2000, 'moreThanPlanned'],
    ['oldReturned', 2000, 'moreThanOwed'],
    ['planned', 0, 'nothingMoved'],
    ['used', 1000, undefined],
    ['used', -1000, undefined],
    ['oldReturned', 1000, undefined],
  ] as const)('PRT-2 of two issued and one used, %s %i is answered by %s', (of, quantity, problem) => {
    const now = line({ planned: 2000, issued: 2000, used: 1000, oldOwed: 1000 })
    expect(problemOf(now, { of, quantity })).toBe(problem)
  })

  it('PRT-2 issued = used + returned good + returned defective + in hand, whatever is tried', () => {
    const entry = fc.record({
      of: fc.constantFrom(...QUANTITIES),
      quantity: fc.integer({ min: -3000, max: 3000 }),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const end = entries.reduce(
          (now, one) => (problemOf(now, one) ? now : withEntry(now, one)),
          nothingYet,
        )
        expect(
          Math.min(inHand(end), oldStillOwed(end), ...QUANTITIES.map((of) => end[of])),
        ).toBeGreaterThanOrEqual(0)
        expect(end.issued).toBe(end.used + end.returnedGood + end.returnedDefective + inHand(end))
      }),
    )
  })

  it('PRT-10 what comes back takes its share of the cost, and the last piece what is left', () => {
    const issued = line({ issued: 3000 })
    const first = costOf(issued, 10_000, 1000)
    const second = costOf(line({ issued: 3000, returnedGood: 1000 }), 10_000 - first, 1000)
    const third = costOf(line({ issued: 3000, returnedGood: 2000 }), 10_000 - first - second, 1000)
    expect([first, second, third]).toEqual([3333, 3334, 3333])
  })
})

it('PRT-11 several parts of one machine are paid once, by the dearest; a monitor is paid beside them', () => {
  const part = (repairFeeFen: number | null, feeApart = false) => ({ repairFeeFen, feeApart })
  expect([
    headquartersFee([part(3000), part(8000), part(null)]),
    headquartersFee([part(3000), part(8000), part(5000, true)]),
    headquartersFee([]),
  ]).toEqual([8000, 13_000, 0])
})

it('PRT-14 the next consumable is due where the meter will be one yield further', () => {
  const day = 86_400_000
  const readings = [
    { at: 0, value: 1000 },
    { at: 10 * day, value: 2000 },
  ]
  expect(forecast(readings, 1500, 2000)).toEqual({ perDay: 100, dueAt: 25 * day })
  expect(forecast(readings.slice(0, 1), 1500, 2000)).toBeNull()
})
