import { expect, it } from 'vitest'
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import { customerRows, deviceText } from './customer-rows.ts'

const device = (id: string, orders: string[]): DeviceWithHistory => ({
  id,
  customerId: 'c',
  category: 'laptop',
  brand: '',
  model: 'T14',
  serial: '',
  noSerialReason: 'none',
  purchaseDate: null,
  warrantyMonths: null,
  onsiteMonths: null,
  contractUntil: null,
  createdAt: 1,
  orders: orders.map((number) => ({ id: number, number, state: 'closed', createdAt: 1, reportedFault: '' })),
})

it('each machine stands above its own orders, in one list that arrows walk through', () => {
  const rows = customerRows([device('a', ['1', '2']), device('b', [])])
  expect([rows.map(({ kind, key }) => `${kind} ${key}`), deviceText(device('a', []))]).toEqual([
    ['device a', 'order 1', 'order 2', 'device b'],
    'laptop T14',
  ])
})
