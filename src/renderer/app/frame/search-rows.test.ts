import { describe, expect, it } from 'vitest'
import type { Hit } from '#shared/contract/search.ts'
import { markOf, rowsOf } from './search-rows.ts'
import type { Row } from './search-rows.ts'

const order: Hit = {
  kind: 'order',
  id: 'o1',
  number: 'SZ01-261122-10017-K',
  state: 'accepted',
  customerName: '张三',
  device: 'ThinkPad',
  where: null,
  createdAt: 0,
}
const customer: Hit = {
  kind: 'customer',
  id: 'c1',
  name: '张三',
  company: '',
  phones: ['13800138000'],
  openOrders: 1,
  lastOrderAt: 0,
}
const verbs = [
  { keys: 'F2', label: '接单', initials: 'jd', run: () => undefined },
  { keys: 'F1', label: '按键一览', initials: 'ajyl', run: () => undefined },
]
const keys = (rows: readonly Row[]) => rows.map((row) => row.key)

describe('the lines under the search field', () => {
  it('are orders first, then customers, then verbs that fit', () => {
    expect(keys(rowsOf('jd', [customer, order], verbs))).toEqual(['order-o1', 'customer-c1', 'verb-F2-接单'])
  })

  it('are verbs alone after a half or full-width >, and all of them when nothing is typed', () => {
    expect([
      keys(rowsOf('>aj', [order], verbs)),
      keys(rowsOf('＞', [order], verbs)),
      keys(rowsOf('', [], verbs)),
    ]).toEqual([
      ['verb-F1-按键一览'],
      ['verb-F2-接单', 'verb-F1-按键一览'],
      ['verb-F2-接单', 'verb-F1-按键一览'],
    ])
  })

  it('mark what was typed where it can be seen', () => {
    expect([markOf('13800138000', '8000'), markOf('ThinkPad', 'think'), markOf('张三', 'zs')]).toEqual([
      ['1380013', '8000', ''],
      ['', 'Think', 'Pad'],
      null,
    ])
  })
})
