import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDigits,
  formatNumber,
  isBranchCode,
  nextNumber,
  parseDigits,
  parseNumber,
  parseShortCode,
  recognise,
  resolveShortCode,
  type BarcodeKind,
  type NumberParts,
} from './document-number.ts'
import { isRefused } from './result.ts'
import { addDays } from './time.ts'

const BRANCH_LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const ALL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const KINDS: BarcodeKind[] = ['workOrder', 'visit', 'device', 'accessory', 'place', 'loaner']
const EXAMPLE: NumberParts = { branch: 'SZ01', date: '2026-11-22', pc: 1, generation: 0, sequence: 17 }

const sequence = fc.oneof(
  fc.integer({ min: 1, max: 999 }),
  fc.integer({ min: 1, max: 999_999 }),
  fc.constantFrom(1, 999, 1000, 9999, 10_000, 99_999, 100_000, 999_999),
)
const anyParts: fc.Arbitrary<NumberParts> = fc.record({
  branch: fc.string({ unit: fc.constantFrom(...BRANCH_LETTERS), minLength: 2, maxLength: 6 }),
  date: fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days)),
  pc: fc.integer({ min: 1, max: 9 }),
  generation: fc.integer({ min: 0, max: 9 }),
  sequence,
})
const anyBarcode = fc.tuple(fc.constantFrom(...KINDS), anyParts, fc.integer({ min: 1, max: 99 }))
const digitsOf = ([kind, parts, item]: [BarcodeKind, NumberParts, number]) =>
  formatDigits(kind, parts, kind === 'accessory' ? item : undefined)

const code = (answer: unknown) => (isRefused(answer) ? answer.refused.refusal : answer)

/** Every text with one character replaced by another; `same` says which replacements mean the same. */
const misreadings = (text: string, alphabet: string, same: (right: string, wrong: string) => boolean) =>
  [...text].flatMap((right, at) =>
    [...alphabet]
      .filter((wrong) => wrong !== right && !same(right, wrong))
      .map((wrong) => text.slice(0, at) + wrong + text.slice(at + 1)),
  )
const folded = (right: string, wrong: string) => `${right}${wrong}` === '0O' || `${right}${wrong}` === '1I'

describe('forms', () => {
  it('WO-6 one number has a written form, a short code and a barcode for each thing it sticks on', () => {
    expect({
      ...formatNumber(EXAMPLE),
      ...Object.fromEntries(KINDS.map((kind) => [kind, digitsOf([kind, EXAMPLE, 3])])),
      long: formatNumber({ ...EXAMPLE, branch: 'AB', generation: 9, sequence: 123_456 }, 'visit'),
    }).toMatchInlineSnapshot(`
      {
        "accessory": "448390484926112210017030",
        "device": "3483904849261122100172",
        "digits": "1483904849261122100175",
        "loaner": "6483904849261122100176",
        "long": {
          "digits": "2265662611221901234560",
          "number": "AB-261122-19123456-M",
          "shortCode": "22-19123456-M",
        },
        "number": "SZ01-261122-10017-4",
        "place": "5483904849261122100170",
        "shortCode": "22-10017-4",
        "visit": "2483904849261122100173",
        "workOrder": "1483904849261122100175",
      }
    `)
  })

  it('WO-6 every form reads back as what it was made of', () => {
    fc.assert(
      fc.property(anyBarcode, ([kind, parts, item]) => {
        const { number, shortCode, digits } = formatNumber(parts)
        const short = parseShortCode(shortCode)
        if (isRefused(short)) throw new Error(shortCode)
        expect([
          parseNumber(number),
          resolveShortCode(short, parts.branch, parts.date),
          parseDigits(digits),
        ]).toEqual([parts, parts, { kind: 'workOrder', parts }])
        const expected = kind === 'accessory' ? { kind, parts, item } : { kind, parts }
        expect(parseDigits(digitsOf([kind, parts, item]))).toEqual(expected)
      }),
    )
  })

  it('WO-6 barcodes have an even number of digits, as Code 128 C packs them', () => {
    fc.assert(
      fc.property(anyBarcode, (barcode) => {
        expect(digitsOf(barcode)).toMatch(/^(?:\d\d){9,16}$/)
      }),
    )
  })

  it('WO-6 no two numbers share a form, whatever branch, day, PC, generation, sequence and type', () => {
    const near = fc.record({
      branch: fc.constantFrom('10', '101', '1010', 'A1', 'A10', 'AA'),
      date: fc.constantFrom('2010-10-10', '2011-01-01', '2010-01-10'),
      pc: fc.constantFrom(1, 2),
      generation: fc.constantFrom(0, 1),
      sequence: fc.constantFrom(1, 10, 100, 101, 1001, 1010, 10_101, 100_101),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(near, { minLength: 2, maxLength: 60, selector: (parts) => JSON.stringify(parts) }),
        (all) => {
          const written = all.map((parts) => formatNumber(parts).number)
          const scanned = all.flatMap((parts) => KINDS.map((kind) => digitsOf([kind, parts, 7])))
          expect([new Set(written).size, new Set(scanned).size]).toEqual([
            all.length,
            all.length * KINDS.length,
          ])
        },
      ),
    )
  })

  it('WO-6 numbers given out never end in a character that is mistaken for another', () => {
    fc.assert(
      fc.property(anyParts, (from) => {
        const next = nextNumber({ ...from, sequence: Math.min(from.sequence, 999_900) })
        if (isRefused(next)) throw new Error('used up')
        expect(next.sequence - Math.min(from.sequence, 999_900)).toBeLessThan(20)
        expect(formatNumber(next).number).not.toMatch(/[01IO]$/)
      }),
    )
    expect(code(nextNumber({ ...EXAMPLE, sequence: 1_000_000 }))).toBe('sequenceUsedUp')
  })

  it('parts that no number can have are a bug', () => {
    const bad: Partial<NumberParts>[] = [
      { branch: 'S' },
      { branch: 'SO' },
      { branch: 'SZ00001' },
      { branch: 'sz' },
      { date: '1999-12-31' },
      { date: '2026-02-30' },
      { pc: 0 },
      { pc: 10 },
      { generation: 10 },
      { sequence: 0 },
      { sequence: 1.5 },
      { sequence: 1_000_000 },
    ]
    for (const parts of bad) expect(() => formatNumber({ ...EXAMPLE, ...parts })).toThrow(RangeError)
    for (const item of [0, 100, undefined])
      expect(() => formatDigits('accessory', EXAMPLE, item)).toThrow(RangeError)
    expect(() => formatDigits('device', EXAMPLE, 1)).toThrow(RangeError)
    expect(['SZ', 'SZ01', '01', 'S1', 'I1', 'O1', 's1', 'S', 'SZ01234'].filter(isBranchCode)).toEqual([
      'SZ',
      'SZ01',
      '01',
      'S1',
    ])
  })
})

describe('slips of tongue, eye and finger', () => {
  it('WO-6 every single wrong character of a written number is refused, and never as "not found"', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const { number } = formatNumber(parts)
        const answers = misreadings(number, ALL, folded).map((text) => [text, parseNumber(text)] as const)
        const check = number.at(-1)!
        expect(answers.filter(([text, answer]) => !isRefused(answer) && text.at(-1) === check)).toEqual([])
        expect(answers.every(([, answer]) => isRefused(answer))).toBe(true)
        const wrongDigit = number.replace(/\d(?=-.$)/, (digit) => String((Number(digit) + 1) % 10))
        expect(code(parseNumber(wrongDigit))).toBe('wrongCheckCharacter')
      }),
      { numRuns: 300 },
    )
  })

  it('WO-6 every single wrong digit of a barcode is refused', () => {
    fc.assert(
      fc.property(anyBarcode, (barcode) => {
        const texts = misreadings(digitsOf(barcode), '0123456789', () => false)
        expect(texts.filter((text) => !isRefused(parseDigits(text)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('WO-6 every single wrong character of a short code, also a wrong day, is refused when it is resolved', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const month = parts.date.slice(0, 8)
        const fitting = misreadings(formatNumber(parts).shortCode, ALL, folded).filter((text) => {
          const short = parseShortCode(text)
          if (isRefused(short)) return false
          const days = Array.from({ length: 28 }, (_, i) => `${month}${String(i + 1).padStart(2, '0')}`)
          return days.some((date) => !isRefused(resolveShortCode(short, parts.branch, date)))
        })
        expect(fitting).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('WO-6 case, width, kinds of dash, blanks, O for 0 and I for 1 do not matter', () => {
    const { number, shortCode } = formatNumber(EXAMPLE)
    const typed = [
      number.toLowerCase(),
      ` ${number} `,
      number.replaceAll('-', ' '),
      number.replaceAll('-', '—'),
      number.replaceAll('-', '－'),
      number.replace('SZ01-261122-10017', 'SZOI-26II22-IOO17'),
      'ＳＺ０１－２６１１２２－１００１７' + number.slice(-2),
    ]
    expect(typed.map(parseNumber)).toEqual(typed.map(() => EXAMPLE))
    const short = parseShortCode(shortCode)
    const shorts = [shortCode.toLowerCase(), shortCode.replaceAll('-', ''), shortCode.replaceAll('-', ' ')]
    expect(shorts.map(parseShortCode)).toEqual(shorts.map(() => short))
    const digits = formatNumber(EXAMPLE).digits
    expect(parseDigits(` ${digits.slice(0, 8)} ${digits.slice(8)}\r\n`)).toEqual({
      kind: 'workOrder',
      parts: EXAMPLE,
    })
  })
})

describe('recognising', () => {
  it('WO-6 each form is known for what it is', () => {
    fc.assert(
      fc.property(anyBarcode, ([kind, parts, item]) => {
        const { number, shortCode } = formatNumber(parts)
        const found = [number, shortCode, digitsOf([kind, parts, item])].map(recognise)
        expect(found).toMatchObject([
          { form: 'number', parts },
          { form: 'shortCode', short: { sequence: parts.sequence } },
          { form: 'digits', barcode: { kind, parts } },
        ])
      }),
    )
  })

  it('WO-6 one of ours with a slip in it is refused, not missed', () => {
    const { number, digits } = formatNumber(EXAMPLE)
    const slips = [number.replace('17', '71'), digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)]
    expect(slips.map((text) => code(recognise(text)))).toEqual(['wrongCheckCharacter', 'wrongCheckCharacter'])
  })

  it('WO-6 telephone numbers, serials, dates, names and other barcodes are none of ours', () => {
    const others = [
      '',
      '13812345678',
      '0755-61234567',
      '010-62345678-803',
      '400-812-3456',
      '5678',
      '2026-11-22',
      'PF0X1AB',
      '5CD1234XYZ',
      '张三',
      '6901234567892',
      '356938035643809',
      '89860012345678901234',
      '320102200105151234',
      '420104200111210017',
      '134567890123456789',
      '2'.repeat(200),
      '22100173',
    ]
    expect(others.map((text) => code(recognise(text)))).toEqual(others.map(() => ({ form: 'none' })))
  })

  it('junk never throws', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...ALL, '-', ' '), maxLength: 34 }),
    )
    fc.assert(fc.property(junk, (text) => void recognise(text)))
  })
})
