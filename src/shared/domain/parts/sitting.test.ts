import { expect, it } from 'vitest'
import { sittingPieces } from './sitting.ts'

const use = (quantity: number, given: Partial<Parameters<typeof sittingPieces>[0][number]> = {}) => ({
  quantity,
  newSerials: [],
  oldSerials: [],
  reason: '',
  at: 1,
  ...given,
})

it('PRT-6 every serial is a piece with the one it took the place of, and one that was taken back is none', () => {
  expect(
    sittingPieces([
      use(2000, { newSerials: ['A', 'B'], oldSerials: ['X', 'Y'] }),
      use(-1000, { newSerials: ['A'], reason: '写错了' }),
      use(1000, { newSerials: ['C'], reason: '加装', at: 2 }),
    ]),
  ).toEqual([
    { serial: 'B', oldSerial: 'Y', quantity: 1000, at: 1, replaces: true },
    { serial: 'C', oldSerial: '', quantity: 1000, at: 2, replaces: false },
  ])
})

it('PRT-6 of a part without serials the latest use is taken back first', () => {
  expect(sittingPieces([use(1500), use(1000, { reason: '加装' }), use(-1200)])).toEqual([
    { serial: '', oldSerial: '', quantity: 1300, at: 1, replaces: true },
  ])
})
