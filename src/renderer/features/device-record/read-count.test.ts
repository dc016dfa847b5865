import { expect, it } from 'vitest'
import { formatCount, readCount } from './read-count.ts'

it.each([
  ['12345', 12_345],
  ['１２，３４５', 12_345],
  ['12,345', 12_345],
  [' 0 ', 0],
  ['', null],
  ['12a', null],
  ['-3', null],
  ['1234567890', null],
])('reads %j as %j', (typed, value) => {
  expect(readCount(typed)).toBe(value)
})

it('writes thousands apart', () => {
  expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567'])
})
