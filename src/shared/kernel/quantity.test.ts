import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_QUANTITY, assertQuantity, fitsDecimals, formatQuantity, parseQuantity } from './quantity.ts'

describe('what a person types as a quantity', () => {
  it.each([
    ['2', 2000],
    ['1,200', 1_200_000],
    ['0.5', 500],
    ['．５', 500],
    ['１２', 12_000],
    ['2.', 2000],
    ['-3', -3000],
    ['0', 0],
    ['1.500', 1500],
  ])('%s is %i thousandths', (typed, thousandths) => {
    expect(parseQuantity(typed)).toBe(thousandths)
  })

  it.each([
    ['', 3, 'quantityEmpty'],
    ['.', 3, 'quantityNotANumber'],
    ['1e9', 3, 'quantityNotANumber'],
    ['1,20', 3, 'quantityNotANumber'],
    ['两个', 3, 'quantityNotANumber'],
    ['0.5', 0, 'quantityTooManyDecimals'],
    ['0.1234', 3, 'quantityTooManyDecimals'],
    ['1000000000', 3, 'quantityTooLarge'],
  ])('%s with %i decimals is refused: %s', (typed, decimals, refusal) => {
    expect(parseQuantity(typed, decimals)).toMatchObject({ refused: { refusal } })
  })

  it('0.1 and 0.2 are 0.3, and every quantity is read back as it was written', () => {
    expect((parseQuantity('0.1') as number) + (parseQuantity('0.2') as number)).toBe(parseQuantity('0.3'))
    fc.assert(
      fc.property(fc.integer({ min: -MAX_QUANTITY, max: MAX_QUANTITY }), (quantity) => {
        expect(parseQuantity(formatQuantity(quantity))).toBe(quantity)
      }),
    )
  })
})

it('a unit of whole pieces takes no half', () => {
  expect([fitsDecimals(2000, 0), fitsDecimals(500, 0), fitsDecimals(500, 1), fitsDecimals(5, 2)]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(() => assertQuantity(0.5)).toThrow(RangeError)
})
