import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanLine,
  cleanText,
  codePointLength,
  escapeFormula,
  fold,
  graphemeLength,
  serialKey,
} from './text.ts'

const anyText = fc.string({ unit: 'binary' })

it('plain text folds as all text does', () => {
  const general = (text: string): string => cleanLine(cleanLine(text).normalize('NFKC').toLowerCase())
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(fold(text)).toBe(general(text))
    }),
  )
})

describe('cleaning input', () => {
  it('keeps lines, tabs, rare characters and joined emoji', () => {
    expect(cleanText(' 主板\r\n\t进水\r电池\u2028鼓包 \n')).toBe('主板\n\t进水\n电池\n鼓包')
    expect(cleanText('李𬭎 \u{2CB4A} 👨‍👩‍👧 葛\u{e0100}城')).toBe('李𬭎 \u{2CB4A} 👨‍👩‍👧 葛\u{e0100}城')
  })

  it('drops what harms: NUL, controls, bidi marks, halves of surrogates, noncharacters', () => {
    expect(
      cleanText('a\u0000b\u001b[31mc\u0085d\u202eexe\u2066e\u200bf\ufeffg\ud800h\udc00i\uffffj\u009fk'),
    ).toBe('ab[31mc\ndexeefghijk')
  })

  it('a line has no breaks and no runs of blanks', () => {
    expect(cleanLine('  张\t三\r\n  丰　先生 ')).toBe('张 三 丰 先生')
  })

  it('cleaning twice changes nothing, and what is clean is well formed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const clean of [cleanText, cleanLine, fold]) expect(clean(clean(text))).toBe(clean(text))
        expect(/\p{Surrogate}/u.test(cleanText(text))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('comparing', () => {
  it('INT-5 folds width, case, blanks and invisible marks', () => {
    expect(['ＡＢＣ　１２３', '  Ab\u200dC\u00ad 123', 'abc\u200f 123', 'abc\u00a0\n123'].map(fold)).toEqual(
      Array(4).fill('abc 123'),
    )
  })

  it('INT-5 a serial number is found however it is spaced', () => {
    expect(['pf-0x 1ab', 'PF0X1AB', 'ｐｆ－０ｘ－１ａｂ', 'PF—0X−1AB'].map(serialKey)).toEqual(
      Array(4).fill('PF0X1AB'),
    )
  })
})

it('lengths are counted in code points for limits and in characters for readers', () => {
  const texts = ['张三', '李𬭎', '👨‍👩‍👧', 'e\u0301', '']
  expect(texts.map((text) => [text.length, codePointLength(text), graphemeLength(text)])).toEqual([
    [2, 2, 2],
    [3, 2, 2],
    [8, 5, 1],
    [2, 2, 1],
    [0, 0, 0],
  ])
})

describe('spreadsheet cells', () => {
  it('what could be a formula is disarmed, plain text and numbers are left alone', () => {
    const armed = [
      '=1+1',
      '+86 138',
      '-1+2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1',
      '-cmd|x',
      '-1.2.3',
    ]
    const plain = ['', '张三', '12.50', '-12.50', '-5', 'a=b', "'=1"]
    expect(armed.map(escapeFormula)).toEqual(armed.map((cell) => `'${cell}`))
    expect(plain.map(escapeFormula)).toEqual(plain)
  })
})
