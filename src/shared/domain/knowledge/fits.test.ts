import { expect, it } from 'vitest'
import { fitOf, mayRead, sameFaultWords } from './fits.ts'

it('CLS-6 is read by the roles that are named, by everybody when none is, and by who publishes', () => {
  expect([
    mayRead([], ['auditor']),
    mayRead(['technician', 'clerk'], ['clerk']),
    mayRead(['technician'], ['clerk', 'cashier']),
    mayRead(['technician'], ['manager']),
  ]).toEqual([true, true, false, true])
})

it('takes two descriptions for one fault when half of the shorter stands in the longer', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['屏幕不亮', '开机后屏幕不亮，风扇转几秒就停'],
    ['不开机', '按电源键开机无反应'],
    ['卡纸', '打印机经常卡纸，有异响'],
    ['Error 0x7B after start', 'blue screen, error 0X7B'],
    ['屏幕不亮', '键盘进水'],
    ['卡', '卡纸'],
    ['', '卡纸'],
  ]
  expect(pairs.map(([one, other]) => sameFaultWords(one, other))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

it('CLS-6 the same model comes before the same fault, and another fault of another model does not fit', () => {
  const known = {
    brand: 'Lenovo',
    model: 'ThinkPad T14',
    faultCode: 'display',
    title: '屏线断',
    symptom: '屏幕不亮',
  }
  const trouble = { brand: '惠普', model: '840 G5', faultCode: null, words: '键盘进水' }
  expect([
    fitOf(known, { ...trouble, brand: 'LENOVO', model: 'thinkpad  t14' }),
    fitOf({ ...known, model: '' }, { ...trouble, brand: 'Lenovo', model: '' }),
    fitOf(known, { ...trouble, faultCode: 'display' }),
    fitOf({ ...known, faultCode: 'other' }, { ...trouble, faultCode: 'other' }),
    fitOf(known, { ...trouble, words: '开机屏幕不亮' }),
    fitOf(known, trouble),
  ]).toEqual([2, 0, 1, 0, 1, 0])
})
