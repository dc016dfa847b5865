// The fields of verbs, and what becomes of what was typed: every plain form gives what its procedure takes.
import { describe, expect, it } from 'vitest'
import { procedures } from '#shared/contract/index.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { foundBy } from '../../../components/letter-picker-search.ts'
import { asPrimary, toggledAssistant } from './crew.ts'
import { readDay } from '../../../lib/read-day.ts'
import { readFields } from './field-model.ts'
import type { FieldSpec, Values } from './field-model.ts'
import { newLine, readPast, readRecord } from './record-model.ts'
import { VERB_FORMS, promiseFields } from './verb-forms.ts'

// 2026-11-24, 10:00 in Shanghai: a Tuesday.
const NOW = Date.UTC(2026, 10, 24, 2)
const clock = { now: NOW, zone: 'Asia/Shanghai' }
const HOUR = 3_600_000

const order = {
  id: '019a0000-0000-7000-8000-000000000001',
  state: 'inService',
  service: 'dropOff',
  chargeKind: 'outOfWarranty',
  comeback: null,
  accessories: [],
  configuration: [],
  condition: '有划痕',
  reportedFault: '不开机',
} as unknown as OrderDetail

/** Something to type into each kind of field. */
const typedInto = (field: FieldSpec): Values[string] => {
  if (field.kind === 'digits' || field.kind === 'letters') return field.options?.[0]
  if (field.kind === 'moment') return '+1 10:00'
  if (field.kind === 'money') return 12_000
  if (field.kind === 'accessories' || field.kind === 'configuration') return []
  return '说明'
}

describe('plain forms', () => {
  it('give the core what its procedures take, whatever the table asks for', () => {
    const needs = ['appointmentAt', 'promiseType', 'reason', 'requestNo', 'partCode', 'scan']
    const wrong = Object.entries(VERB_FORMS).flatMap(([name, form]) => {
      const values = { promiseType: 'parts', cancelReason: 'entryMistake' }
      const facts = { order, needs, values }
      const fields = form.fields(facts)
      const typed = Object.fromEntries(fields.map((field) => [field.name, typedInto(field)])) as Values
      const { given, problems } = readFields(fields, { ...typed, ...values }, clock)
      const request = { id: order.id, ver: 1, ...given, ...form.also?.(facts) }
      const parsed = procedures.get(form.method)?.input.safeParse(request)
      if (Object.keys(problems).length > 0) return [`${name}: ${JSON.stringify(problems)}`]
      if (!parsed) return []
      return parsed.success ? [] : [`${name}: ${parsed.error.message}`]
    })
    expect(wrong).toEqual([])
  })

  it('ask the required fields and leave empty ones out', () => {
    const fields = VERB_FORMS.suspend?.fields({ order, needs: [], values: {} }) ?? []
    expect([readFields(fields, {}, clock), readFields(fields, { reason: ' ' }, clock).problems]).toEqual([
      { given: {}, problems: { reason: 'required' } },
      { reason: 'required' },
    ])
  })

  it('CLK-4 a later promise asks its type and reason, for parts the numbers too', () => {
    const names = (needs: string[], values: Values) =>
      promiseFields({ order, needs, values }).map(({ name }) => name)
    expect([
      names(['nextContactBy'], {}),
      names(['nextContactBy', 'promiseType', 'reason'], { promiseType: 'customer' }),
      names(['appointmentAt', 'promiseType', 'reason'], { promiseType: 'parts' }),
    ]).toEqual([
      ['nextContactBy'],
      ['nextContactBy', 'promiseType', 'promiseReason'],
      ['appointmentAt', 'promiseType', 'promiseReason', 'requestNo', 'partCode'],
    ])
  })

  it('CAN-1 an entry mistake asks whose machine it is', () => {
    const names = (values: Values) =>
      VERB_FORMS.cancel?.fields({ order, needs: [], values }).map(({ name }) => name)
    expect([names({}), names({ cancelReason: 'entryMistake' })]).toEqual([
      ['cancelReason', 'words'],
      ['cancelReason', 'words', 'machineBelongsTo'],
    ])
  })

  it('words every plain form in the table of commands only', () => {
    const names: readonly CommandName[] = Object.keys(VERB_FORMS) as CommandName[]
    expect(names.length).toBeGreaterThan(25)
  })
})

describe('typed times and days', () => {
  it('reads days that are to come', () => {
    expect(
      ['+7', '11-30', '1-5', '2026-12-01', '20261201', 'morgen'].map((text) => readDay(text, '2026-11-24')),
    ).toEqual(['2026-12-01', '2026-11-30', '2027-01-05', '2026-12-01', '2026-12-01', null])
  })

  it('DSP-9 reads times that were', () => {
    const hours = (text: string) => {
      const at = readPast(text, clock)
      return at === null ? null : (at - NOW) / HOUR
    }
    expect(
      ['9:00', '09:30', '11:00', '-1 10:00', '20 10:00', '11-20 10:00', '25:00', 'x'].map(hours),
    ).toEqual([-1, -0.5, -23, -24, -96, -96, null, null])
  })
})

describe('the service record', () => {
  const full: Values = {
    faultCode: 'power',
    actualFault: '电源烧毁',
    action: '更换电源',
    minutes: '４５',
    lines: [
      { ...newLine(order), text: '更换电源', warrantyDays: '30' },
      { ...newLine(order, 'part'), text: '' },
    ],
    serials: ['SN1'],
  }

  it('SRV-1 SRV-2 holds what was found and done, who pays, and no empty line', () => {
    expect(readRecord(order, full, clock)).toEqual({
      record: {
        faultCode: 'power',
        actualFault: '电源烧毁',
        action: '更换电源',
        result: 'repaired',
        minutes: 45,
        lines: [{ kind: 'labour', text: '更换电源', payer: 'customer', warrantyDays: 30 }],
        serials: ['SN1'],
      },
      problems: {},
    })
  })

  it('SRV-2 a comeback is proposed on ourselves', () => {
    const comeback = { id: order.id, number: '1', technician: '' }
    expect(newLine({ chargeKind: 'outOfWarranty', comeback }).payer).toBe('ourselves')
  })

  it('DSP-9 on site it asks when, and more than a day its reason', () => {
    const visit = { ...order, service: 'onSite' } as OrderDetail
    const times = { ...full, arrivedAt: '-2 9:00', finishedAt: '9:30' }
    const { record, problems } = readRecord(visit, { ...times, longReason: '等备件过夜' }, clock)
    expect([
      readRecord(visit, { ...full, arrivedAt: 'x', finishedAt: '9:30' }, clock).problems,
      readRecord(visit, times, clock).problems,
      problems,
      record && record.finishedAt! - record.arrivedAt!,
    ]).toEqual([{ arrivedAt: 'moment' }, { longReason: 'required' }, {}, 48.5 * HOUR])
  })
})

describe('the crew', () => {
  it('DSP-3 has one primary who is no assistant', () => {
    const two = toggledAssistant(asPrimary({ primary: '', assistants: [] }, 'a'), 'b')
    expect([two, asPrimary(two, 'b'), toggledAssistant(two, 'a'), toggledAssistant(two, 'b')]).toEqual([
      { primary: 'a', assistants: ['b'] },
      { primary: 'b', assistants: [] },
      { primary: '', assistants: ['b', 'a'] },
      { primary: 'a', assistants: [] },
    ])
  })
})

describe('letters', () => {
  it('find by initials first, then by the beginnings of words', () => {
    const options = [
      { value: 'keyboard', label: '键盘' },
      { value: 'mainboard', label: '主板' },
      { value: 'other', label: 'Main unit' },
    ]
    const initials = (label: string) => ({ 键盘: 'jp', 主板: 'zb' })[label] ?? ''
    const found = (typed: string) => foundBy(typed, options, initials).map(({ value }) => value)
    expect([found(''), found('zb'), found('ma'), found('mu'), found('q')]).toEqual([
      ['keyboard', 'mainboard', 'other'],
      ['mainboard'],
      ['other', 'mainboard'],
      ['other'],
      [],
    ])
  })
})
