import { expect, it } from 'vitest'
import fc from 'fast-check'
import { maskPhone } from './mask-phone.ts'

it('STF-4 masks the middle of mobiles, fixed lines and everything else', () => {
  const numbers = {
    '13812341234': '138****1234',
    '138 1234 1234': '138****1234',
    '+8613812341234': '138****1234',
    '008613812341234': '138****1234',
    '013812341234': '138****1234',
    '１３８１２３４１２３４': '138****1234',
    '010-62345678': '010-****5678',
    '01062345678': '010-****5678',
    '(0755) 61234567': '0755-****4567',
    '0912-6123456': '0912-***3456',
    '+861062345678': '010-****5678',
    '010-62345678-803': '010-****5678',
    '010-62345678转803': '010-****5678',
    '62345678': '****5678',
    '4008123456': '400***3456',
    '+85291234567': '+852****4567',
    '10086': '***86',
    '138****1234': '138****1234',
    '': '',
  }
  expect(Object.fromEntries(Object.keys(numbers).map((number) => [number, maskPhone(number)]))).toEqual(
    numbers,
  )
})

it('STF-4 never lets a whole number through, whatever is typed, and masks once only', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+*0-9 -]{0,4}[0-9]{5,15}[-0-9 *]{0,5}$/), (typed) => {
      const masked = maskPhone(typed)
      const runs = masked.match(/\d+/g) ?? []
      return runs.every((run) => run.length <= 4) && maskPhone(masked) === masked
    }),
  )
})
