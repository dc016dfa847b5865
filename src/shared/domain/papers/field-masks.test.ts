import { expect, it } from 'vitest'
import { maskPaper } from './field-masks.ts'
import type { RepairOrderPaper } from './paper-data.ts'

const order = {
  shop: { name: '店', address: '', phone: '', enquiryPhone: '' },
  order: { number: 'A', codeDigits: '1', createdAtText: '' },
  visit: { codeDigits: '2', shortCode: '3', dateText: '' },
  customer: { name: '张三', phoneMasked: '138****1234', phone: '13812341234', company: '公司' },
  device: { category: '', brand: '', model: '', configuration: [] },
  reportedFault: '',
  condition: '',
  accessories: [],
  warranty: { verdictText: '保外' },
  takenBy: '',
  terms: ['一'],
} satisfies RepairOrderPaper

it('STF-4 shows the whole phone on the counter copy only', () => {
  const phones = (['customer', 'bench', 'counter'] as const).map(
    (copy) => maskPaper('repairOrder', copy, order).customer.phone,
  )
  expect(phones).toEqual(['138****1234', '138****1234', '13812341234'])
})

it('STF-4 masks a number that arrives unmasked in the masked field', () => {
  const careless = { ...order, customer: { name: '张三', phoneMasked: '13812341234' } }
  expect(maskPaper('repairOrder', 'bench', careless).customer.phone).toBe('138****1234')
})

it('INT-9 drops a passcode that someone put into the data, on every copy', () => {
  const leaking = { ...order, passcode: '9876', device: { ...order.device, passcode: '9876' } }
  const copies = (['customer', 'bench', 'counter'] as const).map((copy) =>
    JSON.stringify(maskPaper('repairOrder', copy, leaking)).includes('9876'),
  )
  expect(copies).toEqual([false, false, false])
})
