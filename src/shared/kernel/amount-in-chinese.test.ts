import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInChinese } from './amount-in-chinese.ts'
import { MAX_FEN } from './money.ts'

/** Reads capital numerals back, by the units in them and not by the way they were written. */
const readBack = (words: string): number => {
  const digit = (character: string | undefined): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(character ?? '')
  const whole = (text: string): number => {
    for (const [name, unit] of [
      ['亿', 100_000_000],
      ['万', 10_000],
    ] as const) {
      const at = text.lastIndexOf(name)
      if (at >= 0) return whole(text.slice(0, at)) * unit + whole(text.slice(at + 1))
    }
    const places = { 仟: 1000, 佰: 100, 拾: 10 } as const
    let value = 0
    let rest = text.replaceAll('零', '')
    for (const [name, unit] of Object.entries(places)) {
      const [before, after] = rest.split(name)
      if (after === undefined) continue
      value += digit(before) * unit
      rest = after
    }
    return value + (rest === '' ? 0 : digit(rest))
  }
  const [, minus, yuan = '', jiao, fen] =
    /^(负?)(?:(.+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/u.exec(words) ?? []
  const amount = whole(yuan) * 100 + (jiao ? digit(jiao) : 0) * 10 + (fen ? digit(fen) : 0)
  return minus === '负' ? -amount : amount
}

describe('amountInChinese', () => {
  it('SET-9 writes the amounts of the official examples, and the awkward ones', () => {
    const examples: Record<string, number> = {
      零元整: 0,
      壹分: 1,
      伍角整: 50,
      叁角贰分: 32,
      壹元整: 100,
      壹拾元整: 1_000,
      壹元零伍分: 105,
      壹拾元零伍角整: 1_050,
      叁佰贰拾伍元零肆分: 32_504,
      壹仟肆佰零玖元伍角整: 140_950,
      陆仟零柒元壹角肆分: 600_714,
      壹仟陆佰捌拾元零叁角贰分: 168_032,
      壹万陆仟肆佰零玖元零贰分: 1_640_902,
      壹拾万柒仟元零伍角叁分: 10_700_053,
      玖万零柒佰元整: 9_070_000,
      壹佰万零壹元整: 100_000_100,
      壹亿元整: 10_000_000_000,
      壹亿零壹元整: 10_000_000_100,
      壹佰亿零伍佰万元整: 1_000_500_000_000,
      壹万亿零壹元整: 100_000_000_000_100,
      壹万零壹亿元整: 100_010_000_000_000,
      负贰佰元整: -20_000,
      贰拾贰万伍仟壹佰柒拾玖亿玖仟捌佰壹拾叁万陆仟捌佰伍拾贰元肆角捌分: MAX_FEN,
    }
    expect(Object.fromEntries(Object.values(examples).map((fen) => [amountInChinese(fen), fen]))).toEqual(
      examples,
    )
  })

  it('SET-9 reads back as the same amount, whatever it is', () => {
    const amounts = fc.oneof(
      fc.integer({ min: -MAX_FEN, max: MAX_FEN }),
      fc.integer({ min: 0, max: 99_999_999 }),
      // Many zeros in it.
      fc
        .array(fc.constantFrom(0, 0, 0, 1, 5, 9), { minLength: 1, maxLength: 15 })
        .map((digits) => Number(digits.join(''))),
    )
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(readBack(amountInChinese(fen))).toBe(fen === 0 ? 0 : fen)
      }),
      { numRuns: 3000 },
    )
  })

  it('SET-9 never writes two zeros together, none before a unit, and closes with 整 or 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_FEN }), (fen) => {
        expect(amountInChinese(fen)).toMatch(/^(?!零)(?!.*零[零元角分仟佰拾万亿整]).*(?:[元角]整|分)$/u)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes whole fen only', () => {
    expect(() => amountInChinese(0.5)).toThrow(RangeError)
  })
})
