// The reading of a meter as part of a report (rule PRT-14).
import { expect, it } from 'vitest'
import { readRecord, recordFields } from './record-model.ts'

const CLOCK = { now: Date.UTC(2026, 10, 22, 6), zone: 'Asia/Shanghai' }
const REPORT = { faultCode: 'power', actualFault: '卡纸', action: '清洁', result: 'repaired', minutes: '30' }
const order = (category: string) => ({ service: 'dropOff' as const, device: { category } })
const asked = (category: string, values = {}): string[] =>
  recordFields(order(category), values, CLOCK)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('meter'))

it('PRT-14 only a machine that counts is asked for its reading, and for a reason once one is typed', () => {
  expect([asked('笔记本'), asked('打印机'), asked('复印机', { meter: '12' })]).toEqual([
    [],
    ['meter'],
    ['meter', 'meterReason'],
  ])
})

it('PRT-14 the reading goes with the report, and none goes where none was typed', () => {
  const read = (values: object) => readRecord(order('打印机'), { ...REPORT, ...values }, CLOCK)
  expect([
    read({}).record?.meters,
    read({ meter: '１２３４５６７' }).record?.meters,
    read({ meter: '120', meterReason: '换过主板' }).record?.meters,
    read({ meter: '12a' }).problems,
  ]).toEqual([
    undefined,
    [{ value: 1_234_567, reason: '' }],
    [{ value: 120, reason: '换过主板' }],
    { meter: 'number' },
  ])
})
