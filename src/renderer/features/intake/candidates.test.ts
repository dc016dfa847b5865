import { expect, it } from 'vitest'
import type { Hit } from '#shared/contract/search.ts'
import { accessoryOptions, countedBy, withChosen } from './accessory-lines.ts'
import { candidatesOf, mustChoose } from './candidates.ts'
import { fittedSize } from './encode-photo.ts'

const person = (id: string, phone: string): Hit => ({
  kind: 'customer',
  id,
  name: id,
  company: '',
  phones: [phone],
  openOrders: 0,
  lastOrderAt: 0,
})

it('INT-5 one number of several people asks for a choice; four digits take the first', () => {
  const family = candidatesOf([person('a', '138 0013 8000'), person('b', '138 0013 8000')])
  const strangers = candidatesOf([person('a', '138 0013 8000'), person('b', '139 0000 8000')])
  expect([
    mustChoose('１３８00138000', family),
    mustChoose('8000', family),
    mustChoose('13800138000', strangers),
  ]).toEqual([true, false, false])
})

it('INT-5 a machine that was found brings its owner, an order has to be asked', () => {
  const device: Hit = { kind: 'device', id: 'd', customerId: 'c', customerName: '', device: '', serial: 'S' }
  const order: Hit = {
    kind: 'order',
    where: null,
    id: 'o',
    number: '',
    state: 'accepted',
    customerName: '',
    device: '',
    createdAt: 0,
  }
  expect(candidatesOf([device, order]).map(({ customerId, deviceId }) => [customerId, deviceId])).toEqual([
    ['c', 'd'],
    [null, null],
  ])
})

it('INT-3 accessories keep count and wording when others are chosen, in either language', () => {
  const known = [
    { zh: '鼠标', en: 'Mouse', initials: 'sb' },
    { zh: '电池', en: 'Battery', initials: 'dc' },
  ]
  const lines = [
    { name: 'Mouse', count: 3 },
    { name: '红色背包', count: 1 },
  ]
  const options = accessoryOptions(known, lines)
  expect([
    options.map(({ value, line }) => [value, line?.count]),
    withChosen(options, ['鼠标', '电池', '红色背包'], 'zh-CN'),
    countedBy(lines, 'Mouse', 1),
    countedBy(lines, '红色背包', -1),
  ]).toEqual([
    [
      ['鼠标', 3],
      ['电池', undefined],
      ['红色背包', 1],
    ],
    [lines[0], { name: '电池', count: 1 }, lines[1]],
    [{ name: 'Mouse', count: 4 }, lines[1]],
    lines,
  ])
})

it('INT-3 photos shrink to the longest side and never grow', () => {
  expect([
    fittedSize(4000, 3000, 1600),
    fittedSize(3000, 4000, 1600),
    fittedSize(640, 480, 1600),
    fittedSize(0, 0, 1600),
  ]).toEqual([
    [1600, 1200],
    [1200, 1600],
    [640, 480],
    [1, 1],
  ])
})
