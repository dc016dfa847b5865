import { expect, it } from 'vitest'
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import { NOW, newDevice } from './intake.fixture.ts'
import { chargeOfNew, storyOf } from './index.ts'

const DAY = 86_400_000
const past = (id: string, state: string, daysAgo: number) => ({
  id,
  number: id,
  state,
  createdAt: NOW - daysAgo * DAY,
  reportedFault: '蓝屏',
})
const device: DeviceWithHistory = {
  id: 'd',
  customerId: 'c',
  category: '笔记本',
  brand: '',
  model: '',
  serial: '',
  noSerialReason: 'none',
  purchaseDate: '2026-01-01',
  warrantyMonths: 12,
  onsiteMonths: null,
  contractUntil: null,
  createdAt: 0,
  orders: [],
}
const storyWith = (...orders: DeviceWithHistory['orders']) => {
  const { charge, open, last, comeback } = storyOf({ ...device, orders }, NOW, '2026-11-22')
  return [charge.kind, open?.id, last?.id, comeback?.id]
}

it('INT-12 a tile tells the warranty now, the last job, an open order, and what may be a comeback', () => {
  expect([
    storyWith(),
    storyWith(past('a', 'closed', 90), past('b', 'closed', 400)),
    storyWith(past('a', 'closed', 91)),
    storyWith(past('a', 'inService', 3), past('b', 'closed', 30)),
    storyWith(past('a', 'cancelled', 3)),
  ]).toEqual([
    ['inWarranty', undefined, undefined, undefined],
    ['inWarranty', undefined, 'a', 'a'],
    ['inWarranty', undefined, 'a', undefined],
    ['inWarranty', 'a', 'a', 'b'],
    ['inWarranty', undefined, 'a', undefined],
  ])
})

it('INT-4 the charge of a new machine follows what is typed, half-typed dates are unknown', () => {
  const kindOf = (changes: Partial<typeof newDevice> | object) =>
    chargeOfNew({ ...newDevice, ...changes }, '2026-11-22').kind
  expect([
    kindOf({}),
    kindOf({ purchaseDate: '2026' }),
    kindOf({ purchaseDate: '20240101' }),
    kindOf({ warrantyMonths: '' }),
  ]).toEqual(['inWarranty', 'undecided', 'outOfWarranty', 'undecided'])
})
