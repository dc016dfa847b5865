// The catalogue's pure rules: prices by group, commission, what fits, packages, cells of a file.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#shared/kernel/text.ts'
import { readFen, readText, readThousandths, readWhole, readYesNo, writeText } from './cells.ts'
import { barcodeText, codeKey } from './codes.ts'
import { PART_FILE } from './columns.ts'
import { headsIn } from './file-kind.ts'
import { SERVICE_FILE } from './service-columns.ts'
import { commissionOn } from './commission.ts'
import { partFits } from './fits.ts'
import { findHeads } from './import-rows.ts'
import { expandPackage } from './package.ts'
import { priceFor } from './prices.ts'

describe('prices and commission', () => {
  it('a group pays its own price where it has one, a walk-in the standard price', () => {
    const item = { priceFen: 100, prices: { peer: 0 } }
    expect([priceFor(item, null), priceFor(item, 'peer'), priceFor(item, 'company')]).toEqual([100, 0, 100])
  })

  it('PRT-13 commission is nothing, an amount for each unit, or a share of the line, rounded once', () => {
    expect([
      commissionOn({ commission: 'none', commissionValue: 0 }, 10_000, 1000),
      commissionOn({ commission: 'amount', commissionValue: 500 }, 10_000, 2500),
      commissionOn({ commission: 'percent', commissionValue: 1250 }, 9999, 1000),
    ]).toEqual([0, 1250, 1250])
  })
})

describe('what fits', () => {
  it.each<[string[], string, string, string]>([
    [['联想 ThinkPad T480'], '联想', 'ThinkPad T480', 'fits'],
    [['T480'], '联想', 'ThinkPad T480', 'fits'],
    [['T480'], '联想', 'ThinkPad T480s', 'misfit'],
    [['thinkpad t480'], 'Lenovo', 'ＴhinkPadT480', 'fits'],
    [['联想'], '联想', 'X1', 'fits'],
    [['戴尔 5490', 'T480'], '联想', 'T480', 'fits'],
    [[], '联想', 'T480', 'unsaid'],
    [['T480'], '', '', 'unsaid'],
    [[' '], '联想', 'T480', 'misfit'],
  ])('a part for %j and a machine %s %s: %4$s', (models, brand, model, answer) => {
    expect(partFits(models, brand, model)).toBe(answer)
  })

  it('a model fits itself, however it is written', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/)
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 3 }), (brand, words) => {
        expect(partFits([words.join(' ').toUpperCase()], brand, words.join('-').toLowerCase())).toBe('fits')
      }),
    )
  })
})

describe('packages', () => {
  const items = [
    { kind: 'part', id: 'a', quantity: 1500, priceFen: null },
    { kind: 'serviceItem', id: 'b', quantity: 1000, priceFen: 7 },
  ] as const
  it('stand for their items, so often, at the price of the group or of the package', () => {
    const sold = { priceFen: 100, prices: { company: 90 } }
    expect(expandPackage(items, 'company', () => sold, 3)).toEqual([
      { kind: 'part', id: 'a', quantity: 4500, priceFen: 90 },
      { kind: 'serviceItem', id: 'b', quantity: 3000, priceFen: 7 },
    ])
  })
  it('with an item that is not there, or less than once, are a bug', () => {
    expect(() => expandPackage(items, null, () => undefined)).toThrow('not there')
    expect(() => expandPackage(items, null, () => ({ priceFen: 1, prices: {} }), 0)).toThrow('packages')
  })
})

describe('codes', () => {
  it('differ by more than case, width and blanks', () => {
    expect([codeKey(' p-１ 2'), codeKey('P-12'), codeKey('P12'), barcodeText('６９ 0a')]).toEqual([
      'P-12',
      'P-12',
      'P12',
      '690a',
    ])
  })
})

describe('cells of a file', () => {
  it('every text that can be stored leaves as no formula and comes back equal', () => {
    const stored = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.stringMatching(/^['=+@＝ -]{0,4}[a-z0-9]{0,4}$/),
      )
      .map((text) => readText(text, 200))
      .filter((text): text is string => typeof text === 'string' && !/^'+\s*[=+\-@＝＋－＠]/u.test(text))
    fc.assert(
      fc.property(stored, (text) => {
        const cell = writeText(text)
        expect([readText(cell, 200), /^\s*[=+@＝＋＠]/u.test(cell)]).toEqual([text, false])
      }),
    )
    expect(readText(writeText("''=x"), 10)).toBe("''=x")
  })

  it('amounts are whole fen or a problem, never a guess', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(readFen((fen / 100).toFixed(2))).toBe(fen)
      }),
    )
    expect(['1.005', '-1', '100000000.01', '十', ' 1,200 '].map(readFen)).toEqual([
      { problem: 'amountTooManyDecimals' },
      { problem: 'amountNegative' },
      { problem: 'amountTooLarge' },
      { problem: 'amountNotANumber' },
      120_000,
    ])
  })

  it('whole numbers and yes or no are as people write them', () => {
    expect(['90', '９０', '90.0', '90.5', '-1', '3651'].map(readWhole(0, 3650))).toEqual([
      90,
      90,
      90,
      { problem: 'notAWholeNumber', most: 3650 },
      { problem: 'notAWholeNumber', most: 3650 },
      { problem: 'notAWholeNumber', most: 3650 },
    ])
    expect(['是', 'YES', '√', '否', 'n', '也许'].map(readYesNo)).toEqual([
      true,
      true,
      true,
      false,
      false,
      { problem: 'notYesOrNo' },
    ])
  })

  it('every head means one column, and both languages of an export are recognised', () => {
    for (const kind of [PART_FILE, SERVICE_FILE]) {
      const read = (language: 'zh-CN' | 'en') =>
        (kind === PART_FILE ? headsIn(PART_FILE, language) : headsIn(SERVICE_FILE, language)).map(
          kind.columnOfHead,
        )
      expect([read('zh-CN'), read('en')]).toEqual([kind.keys, kind.keys])
      const all = Object.values(kind.columns).flatMap(({ heads, also }) => [...heads, ...also])
      expect(all.filter((head, i) => all.indexOf(head) !== i)).toEqual([])
    }
  })

  it('a commission is one cell: percent, yuan each time, or nothing', () => {
    const { read, write } = SERVICE_FILE.columns.commission
    const percent = (commissionValue: number) => ({ commission: 'percent', commissionValue }) as const
    const none = { commission: 'none', commissionValue: 0 } as const
    expect(['12.5%', '１２％', '20', '无', '0', '一成', '120%', '-5'].map(read)).toEqual([
      percent(1250),
      percent(1200),
      { commission: 'amount', commissionValue: 2000 },
      none,
      none,
      { problem: 'commissionUnclear' },
      { problem: 'percentTooLarge' },
      { problem: 'commissionUnclear' },
    ])
    const rules = [
      percent(1250),
      percent(1000),
      percent(10_000),
      { commission: 'amount', commissionValue: 2050 } as const,
    ]
    expect(rules.map((rule) => [write(rule, 'en'), read(write(rule, 'en'))])).toEqual([
      ['12.5%', rules[0]],
      ['10%', rules[1]],
      ['100%', rules[2]],
      ['20.50', rules[3]],
    ])
    expect(write(none, 'en')).toBe('')
  })

  it('heads are found below titles, but not without a code', () => {
    const row = (at: number, ...cells: string[]) => ({ row: at, cells })
    expect(findHeads([row(1, '配件目录'), row(3, '名称', '编码', '备注')], PART_FILE)).toEqual({
      at: 1,
      known: [
        { key: 'name', index: 0, head: '名称' },
        { key: 'code', index: 1, head: '编码' },
      ],
      ignored: ['备注'],
      last: 2,
    })
    expect(findHeads([row(1, '名称')], PART_FILE)).toEqual({ missing: 'code' })
  })
})

it('plain codes, barcodes and pieces are read as all others are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect([codeKey(text), barcodeText(text)]).toEqual([
        fold(text).replace(/\s+/gu, '').toUpperCase(),
        text.normalize('NFKC').replace(/\s+/gu, ''),
      ])
    }),
  )
  const pieces = ['0', '1', '007', '999999', '1000000', '1000001', '12.5', '1,200']
  expect(pieces.map(readThousandths)).toEqual([
    ...[0, 1000, 7000, 999_999_000, 1_000_000_000],
    { problem: 'quantityTooLarge' },
    ...[12_500, 1_200_000],
  ])
})
