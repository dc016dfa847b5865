import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  assertFen,
  formatYuan,
  fractionOf,
  MAX_FEN,
  parseYuan,
  percentOf,
  sumFen,
} from './money.ts'
import { isRefused } from './result.ts'

const amount = fc.integer({ min: -MAX_FEN, max: MAX_FEN })
const code = (text: string) => {
  const answer = parseYuan(text)
  return isRefused(answer) ? answer.refused.refusal : answer
}

describe('amounts', () => {
  it('SET-1 an amount is a whole number of fen within the range, anything else is a bug', () => {
    expect([0, 1, -1, MAX_FEN, -MAX_FEN].map(assertFen)).toEqual([0, 1, -1, MAX_FEN, -MAX_FEN])
    for (const bad of [0.1, NaN, Infinity, MAX_FEN + 1, -MAX_FEN - 1])
      expect(() => assertFen(bad)).toThrow(RangeError)
  })

  it('SET-1 a sum is exact or throws', () => {
    expect(sumFen([10, 20, -5])).toBe(25)
    expect(() => sumFen([MAX_FEN, 1])).toThrow(RangeError)
  })

  it('there is no negative zero', () => {
    const zeros = [
      assertFen(-0),
      parseYuan('-0'),
      fractionOf(-1, 1, 10),
      percentOf(-1, 0),
      ...allocate(-1, [0, 1, 0]),
    ]
    expect(zeros.map((zero) => Object.is(zero, -0))).toEqual(zeros.map(() => false))
  })
})

describe('reading and writing yuan', () => {
  it('SET-1 takes what people type and the input method makes of it', () => {
    const typed: Record<string, number> = {
      '1280': 128000,
      '1,280.00': 128000,
      '１，２８０．５０': 128050,
      '￥1,280.5': 128050,
      '¥ 12': 1200,
      '-¥12.34': -1234,
      '¥-12.34': -1234,
      '－5': -500,
      '+5': 500,
      '.5': 50,
      '5.': 500,
      '12。5': 1250,
      '12.5元': 1250,
      '  0.01 ': 1,
      '1,234,567.89': 123456789,
    }
    expect(Object.fromEntries(Object.keys(typed).map((text) => [text, code(text)]))).toEqual(typed)
  })

  it('SET-1 refuses the rest and says why', () => {
    const typed: Record<string, string> = {
      '': 'amountEmpty',
      '   ': 'amountEmpty',
      '1.005': 'amountTooManyDecimals',
      '1.500': 'amountTooManyDecimals',
      '1,28': 'amountNotANumber',
      '1,2800': 'amountNotANumber',
      ',100': 'amountNotANumber',
      '1.2.3': 'amountNotANumber',
      '1e5': 'amountNotANumber',
      '12 34': 'amountNotANumber',
      '--5': 'amountNotANumber',
      '-¥-5': 'amountNotANumber',
      '.': 'amountNotANumber',
      '¥': 'amountNotANumber',
      abc: 'amountNotANumber',
      '0x10': 'amountNotANumber',
      NaN: 'amountNotANumber',
      '99999999999999999': 'amountTooLarge',
    }
    expect(Object.fromEntries(Object.keys(typed).map((text) => [text, code(text)]))).toEqual(typed)
    expect(code(`1${' '.repeat(1_000_000)}1`)).toBe('amountNotANumber')
  })

  it('SET-1 writes two decimals always', () => {
    expect([0, 1, -1, 128000, 123456789, -5].map((fen) => formatYuan(fen))).toEqual([
      '0.00',
      '0.01',
      '-0.01',
      '1,280.00',
      '1,234,567.89',
      '-0.05',
    ])
    expect(formatYuan(-128000, { sign: '¥' })).toBe('-¥1,280.00')
    expect(formatYuan(128000, { sign: '￥', grouping: false })).toBe('￥1280.00')
  })

  it('SET-1 every amount reads back as it was written', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('', '¥', '￥'), fc.boolean(), (fen, sign, grouping) => {
        expect(parseYuan(formatYuan(fen, { sign: sign as '¥', grouping }))).toBe(fen)
      }),
    )
  })

  it('junk never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseYuan(text)))
  })
})

describe('rounding', () => {
  it('SET-1 half a fen goes away from zero, on both sides', () => {
    expect([1, 3, -1, -3, 5].map((fen) => fractionOf(fen, 1, 2))).toEqual([1, 2, -1, -2, 3])
    expect([percentOf(10_000, 13), percentOf(999, 6.6), percentOf(-50, 1), percentOf(50, 1)]).toEqual([
      1300, 66, -1, 1,
    ])
  })

  it('SET-1 the rounded share is never more than half a fen away, and mirrors its negative', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1_000_000 }), (fen, tenThousandths) => {
        const share = percentOf(fen, tenThousandths / 10_000)
        const error = BigInt(share) * 1_000_000n - BigInt(fen) * BigInt(tenThousandths)
        expect(2n * (error < 0n ? -error : error) <= 1_000_000n).toBe(true)
        expect(percentOf(-fen, tenThousandths / 10_000) + share).toBe(0)
      }),
    )
  })

  it('SET-1 a fraction or percentage that is not exact is a bug', () => {
    for (const bad of [() => fractionOf(1, 1, 0), () => fractionOf(1, 0.5, 1), () => percentOf(1, 0.00001)])
      expect(bad).toThrow(RangeError)
  })
})

describe('allocation', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 })

  it('SET-1 splits by largest remainder', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(allocate(5, [3, 7])).toEqual([2, 3])
    expect(allocate(10, [0, 5, 0])).toEqual([0, 10, 0])
    expect(allocate(0, [])).toEqual([])
  })

  it('SET-1 never loses a fen, and no part is a fen or more away from its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((weight) => weight > 0))
        const split = allocate(total, parts)
        const sum = parts.reduce((a, b) => a + b, 0)
        expect(split.reduce((a, b) => a + b, 0)).toBe(total)
        split.forEach((fen, i) => {
          const error = BigInt(fen) * BigInt(sum) - BigInt(total) * BigInt(parts[i]!)
          expect(error < BigInt(sum) && -error < BigInt(sum)).toBe(true)
        })
      }),
    )
  })

  it('SET-1 a weight of nothing gets nothing, a negative total is the mirror', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((weight) => weight > 0))
        const split = allocate(total, parts)
        expect(split.filter((_, i) => parts[i] === 0).every((fen) => fen === 0)).toBe(true)
        expect(allocate(-total, parts).map((fen) => 0 - fen)).toEqual(split.map((fen) => fen + 0))
      }),
    )
  })

  it('splitting money over nothing, or by bad weights, is a bug', () => {
    for (const bad of [
      () => allocate(1, []),
      () => allocate(1, [0, 0]),
      () => allocate(1, [-1, 2]),
      () => allocate(1, [0.5]),
    ])
      expect(bad).toThrow(RangeError)
  })
})
