import { expect, it } from 'vitest'
import type { HeldItem } from '#shared/contract/custody.ts'
import { joined, waysBack } from './pile.ts'

const held = (code: string, place: HeldItem['place']): HeldItem => ({
  orderId: 'o1',
  number: 'SZ01-261122-10017-4',
  state: 'inService',
  item: `accessory:${code}`,
  kind: 'accessory',
  code,
  name: code,
  customerName: '',
  place,
  since: 0,
  who: '',
})
const counter = { kind: 'counter', id: null, name: '' } as const
const shelf = { kind: 'shelf', id: 's1', name: 'A1' } as const

it('a thing scanned again is told anew at the top, not twice', () => {
  const pile = [held('1', counter), held('2', counter)]
  expect(joined(pile, [held('2', shelf)]).map(({ code, place }) => [code, place.kind])).toEqual([
    ['2', 'shelf'],
    ['1', 'counter'],
  ])
})

it('things go back by one move for each place they came from, never from outside by a scan', () => {
  const outside = { kind: 'vendor', id: 'v1', name: '' } as const
  expect(waysBack([held('1', counter), held('2', shelf), held('3', counter), held('4', outside)])).toEqual([
    { codes: ['1', '3'], to: { kind: 'counter' } },
    { codes: ['2'], to: { kind: 'shelf', id: 's1' } },
  ])
})
