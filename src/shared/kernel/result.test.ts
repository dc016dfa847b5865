import { expect, it } from 'vitest'
import { isRefused, refuse, type Refused } from './result.ts'

it('a refusal is a plain value with its code and details', () => {
  expect(refuse('amountTooLarge', { field: 'amount' })).toEqual({
    refused: { refusal: 'amountTooLarge', field: 'amount' },
  })
})

it('details never replace the code', () => {
  expect(refuse('real', { refusal: 'other' }).refused.refusal).toBe('real')
})

it('only refusals are recognised as refusals', () => {
  const values = [
    refuse('x'),
    { refused: true },
    { refused: { refusal: 1 } },
    null,
    undefined,
    0,
    'refused',
    {},
  ]
  expect(values.map(isRefused)).toEqual([true, false, false, false, false, false, false, false])
})

it('the guard narrows both ways', () => {
  const half = (n: number): number | Refused<'odd'> => (n % 2 === 0 ? n / 2 : refuse('odd', { n }))
  const told = [4, 5].map((n) => {
    const answer = half(n)
    return isRefused(answer) ? answer.refused.refusal : answer.toFixed(1)
  })
  expect(told).toEqual(['2.0', 'odd'])
})

it('a refusal survives JSON', () => {
  const refused = refuse('stockShort', { missing: [{ part: 'A1', quantity: 2 }] })
  expect(JSON.parse(JSON.stringify(refused))).toEqual(refused)
})
