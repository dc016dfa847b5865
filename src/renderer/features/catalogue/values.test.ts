import { describe, expect, it } from 'vitest'
import type { Part } from '#shared/contract/catalogue.ts'
import { csvOf } from './files/error-list.ts'
import { partValues, readPart } from './parts/part-values.ts'
import { differing } from './read-values.ts'
import { percentOf, percentText, readService, serviceValues } from './services/service-values.ts'

const PART: Part = {
  id: '0190f5fe-7c00-7a00-8000-000000000101',
  code: 'SSD-1',
  name: '固态硬盘',
  spec: '512 GB',
  kind: 'part',
  unit: '块',
  decimals: 0,
  serialTracked: true,
  oldReturnable: false,
  models: ['T480', '联想'],
  barcode: null,
  priceFen: 32_900,
  prices: { peer: 30_000 },
  minimum: 2500,
  warrantyDays: null,
  repairFeeFen: 0,
  feeApart: false,
  yieldCount: null,
  active: true,
  createdAt: 0,
}

describe('a part in its form', () => {
  it('comes back as it was: nothing is changed that nobody touched', () => {
    const { input, issues } = readPart(partValues(PART, '个'), 'changes.')
    expect([issues, differing(PART, input)]).toEqual([[], {}])
  })

  it('names what cannot be read at its field', () => {
    const values = {
      ...partValues(null, ''),
      name: '屏',
      priceFen: null,
      peerFen: undefined,
      minimum: '两块',
      warrantyDays: '1年',
      models: `T480；${'长'.repeat(81)}`,
    }
    expect(readPart(values, '').issues).toEqual([
      { path: 'models', message: 'at most 80 characters' },
      { path: 'code', message: 'must not be empty' },
      { path: 'unit', message: 'must not be empty' },
      { path: 'priceFen', message: 'must not be empty' },
      { path: 'prices.peer', message: 'not an amount' },
      { path: 'minimum', message: 'not a quantity' },
      { path: 'warrantyDays', message: 'not a whole number' },
    ])
  })

  it('says only what changed: full-width digits, separators of every kind, a yield for consumables alone', () => {
    const values = {
      ...partValues(PART, '个'),
      minimum: '３',
      models: 'T480、联想，T14; T480',
      warrantyDays: '３６５',
      yieldCount: '1000',
    }
    expect(differing(PART, readPart(values, 'changes.').input)).toEqual({
      minimum: 3000,
      models: ['T480', '联想', 'T14'],
      warrantyDays: 365,
    })
  })
})

describe('a commission in its form', () => {
  it.each([
    ['12.5', 1250],
    ['１２。５%', 1250],
    ['100', 10_000],
    ['0.05', 5],
    ['', undefined],
    ['12.345', undefined],
    ['-1', undefined],
  ])('%j percent is %j', (text, value) => {
    expect(percentOf(text)).toBe(value)
    if (value !== undefined) expect(percentOf(percentText(value))).toBe(value)
  })

  it('is read by its rule', () => {
    const typed = { ...serviceValues(null), code: 'W', name: 'w', priceFen: 1, commissionFen: 500 }
    const valueOf = (commission: 'none' | 'amount' | 'percent') => {
      const { input, issues } = readService({ ...typed, commission, commissionPercent: '8' }, '')
      return [input.commissionValue, issues]
    }
    expect([valueOf('none'), valueOf('amount'), valueOf('percent')]).toEqual([
      [0, []],
      [500, []],
      [800, []],
    ])
  })
})

it('the list of wrong rows carries no formula and keeps commas and quotes', () => {
  expect(
    csvOf([
      ['行', '表里写的'],
      ['2', '=1+1'],
      ['3', 'a,"b"\n'],
      ['4', '-1'],
    ]),
  ).toBe('\ufeff行,表里写的\r\n2,\'=1+1\r\n3,"a,""b""\n"\r\n4,-1\r\n')
})
