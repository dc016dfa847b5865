import { describe, expect, it } from 'vitest'
import {
  linesOf,
  nextAlternative,
  nextKind,
  problemOf,
  rowOfItem,
  rowOfText,
  totalsOfRows,
} from './quote-model.ts'

const item = {
  kind: 'part',
  id: '0190f5fe-7c00-7a00-8000-000000000101',
  code: 'LCD-14',
  name: '液晶屏',
  spec: '14 寸',
  unit: '块',
  decimals: 0,
  priceFen: 68_000,
  warrantyDays: 180,
  inStock: 2000,
} as const

describe('the lines of the quote editor', () => {
  it('come from an item with its price, or from free text without one', () => {
    const [known, free] = [rowOfItem(item, 1, 'customer', 'A'), rowOfText('换屏', 2, 'maker', '')]
    expect(
      [known, free].map((row) => [row.text, row.kind, row.partId, row.priceFen, problemOf(row)]),
    ).toEqual([
      ['液晶屏 14 寸', 'part', item.id, 68_000, undefined],
      ['换屏', 'labour', null, null, 'price'],
    ])
  })

  it('are written only when all of them are finished; totals count what is', () => {
    const done = { ...rowOfText('换屏', 1, 'customer', ''), priceFen: 10_000, quantity: '1.5' }
    const open = rowOfText('快递', 2, 'customer', '')
    expect([
      linesOf([done, open]),
      totalsOfRows([done, open]),
      linesOf([done])?.map((line) => line.quantity),
    ]).toEqual([undefined, [{ alternative: '', customerFen: 15_000, othersFen: 0 }], [1500]])
  })

  it('step through alternatives and kinds; a part stays a part', () => {
    const free = rowOfText('换屏', 1, 'customer', '')
    expect([
      nextAlternative(''),
      nextAlternative('C'),
      nextKind(free),
      nextKind(rowOfItem(item, 1, 'customer', '')),
    ]).toEqual(['A', '', 'part', 'part'])
  })
})
