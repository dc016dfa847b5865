import { describe, expect, it } from 'vitest'
import { bestOf, quantityFor, readTyped } from './part-entry-text.ts'

describe('what is typed where parts are entered', () => {
  it('is a part, a part with a quantity, or a quantity alone', () => {
    const read = ['P-1', 'P-1*3', '3*P-1', '*3', '12*6901234567892', '6901234567892*12', '', '*'].map(
      readTyped,
    )
    expect(read).toEqual([
      { text: 'P-1', quantity: null },
      { text: 'P-1', quantity: 3000 },
      { text: 'P-1', quantity: 3000 },
      { text: '', quantity: 3000 },
      { text: '6901234567892', quantity: 12_000 },
      { text: '6901234567892', quantity: 12_000 },
      { text: '', quantity: null },
      { text: '', quantity: null },
    ])
  })

  it('may come from an input method: full-width digits and stars', () => {
    expect(readTyped('＊１２')).toEqual({ text: '', quantity: 12_000 })
    expect(readTyped('屏×0.5')).toEqual({ text: '屏', quantity: 500 })
  })

  it('is told to be unreadable instead of guessed', () => {
    expect(['P-1*x', 'P-1*0', '*-2'].map((text) => readTyped(text).quantity)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is one where nothing else was typed, and never a fraction of what is counted in pieces', () => {
    const pieces = { decimals: 0 }
    expect(quantityFor({ text: 'P', quantity: null }, pieces)).toBe(1000)
    expect(quantityFor({ text: 'P', quantity: 500 }, pieces)).toBeUndefined()
    expect(quantityFor({ text: 'P', quantity: 500 }, { decimals: 1 })).toBe(500)
  })

  it('means the part of that code or barcode before any other that was found', () => {
    const parts = [
      { code: 'P-10', barcode: null },
      { code: 'P-1', barcode: '6901234567892' },
    ]
    expect(bestOf(parts, 'p-1')?.code).toBe('P-1')
    expect(bestOf(parts, '6901234567892')?.code).toBe('P-1')
    expect(bestOf(parts, '屏')?.code).toBe('P-10')
    expect(bestOf([], '屏')).toBeUndefined()
  })
})
