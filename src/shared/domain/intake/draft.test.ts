import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '#shared/kernel/result.ts'
import { CUSTOMER, form, machine, newDevice } from './intake.fixture.ts'
import type { IntakeForm } from './index.ts'
import {
  draftTitle,
  emptyForm,
  emptySpot,
  isUntouched,
  newCustomerFrom,
  readDraft,
  visitParams,
  writeDraft,
} from './index.ts'
import { facts } from './intake.fixture.ts'

const keys = () => {
  let n = 0
  return () => `k${(n += 1)}`
}
const full: IntakeForm = {
  customer: { kind: 'new', notADuplicate: true, ...newCustomerFrom('13800138000'), name: '张三' },
  machines: [
    {
      ...machine,
      key: 'k1',
      accessories: [{ name: '鼠标', count: 2 }],
      charge: { kind: 'contract', reason: '' },
      limit: '2',
    },
    { ...machine, key: 'k2', device: newDevice, photos: ['a'.repeat(64)], secondOrder: true, onSite: true },
  ],
  broughtBy: '李四',
  broughtByPhone: '1380',
  byPhone: true,
  spot: {
    record: {
      faultCode: 'power',
      minutes: '15',
      lines: [{ kind: 'labour', text: '清灰', payer: 'customer', warrantyDays: '' }],
      serials: ['S1'],
    },
    doneBy: CUSTOMER,
    paper: 'systemFailure',
    by: 'proxy',
    name: '王五',
    phone: '1390',
    signOn: 'paper',
  },
}

describe('INT-11 a draft', () => {
  it('comes back as it was kept', () => {
    const kept = JSON.parse(JSON.stringify(writeDraft(full))) as JsonValue
    expect(readDraft(kept, keys())).toEqual(full)
  })

  it('of another version or damaged keeps what still makes sense', () => {
    const odd = {
      customer: { kind: 'existing', id: CUSTOMER, name: '张三', later: 1 },
      machines: [
        {
          fault: '蓝屏',
          charge: { kind: 'free' },
          accessories: [{ name: 'x', count: -1 }, 5],
          photos: ['no'],
        },
      ],
      addedLater: true,
      spot: { record: { action: 5, lines: [1], minutes: '7' }, paper: 'gold', name: '王五' },
    }
    expect(readDraft(odd, keys())).toEqual({
      ...emptyForm('k2'),
      customer: { kind: 'existing', id: CUSTOMER, name: '张三' },
      machines: [{ ...emptyForm('k1').machines[0], fault: '蓝屏', accessories: [{ name: 'x', count: 1 }] }],
      spot: {
        ...emptySpot,
        record: { lines: [{ kind: '', text: '', payer: '', warrantyDays: '' }], minutes: '7' },
        name: '王五',
      },
    })
  })

  it('of any content at all can be opened and saved or corrected', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const { problems } = visitParams(readDraft(body as JsonValue, keys()), facts)
        expect(Array.isArray(problems)).toBe(true)
      }),
    ))

  it('holds no passcode: the form has no place for one', () => {
    expect(JSON.stringify(writeDraft(full))).not.toMatch(/passcode/i)
  })

  it('is called by who and what', () => {
    expect([
      draftTitle(full),
      draftTitle({ ...emptyForm('a'), customer: { kind: 'none', typed: ' 8000 ' } }),
      draftTitle(emptyForm('a')),
    ]).toEqual(['张三 · 联想 小新 +1', '8000', ''])
  })

  it('does not exist for a form that nobody touched', () => {
    expect([
      isUntouched(emptyForm('a', '300.00'), '300.00'),
      isUntouched(emptyForm('a', '300.00'), ''),
      isUntouched(form),
      isUntouched({ ...emptyForm('a'), customer: { kind: 'none', typed: '1' } }),
    ]).toEqual([true, false, false, false])
  })
})

describe('INT-5 what was typed becomes a new customer', () => {
  it('digits as the number, anything else as the name', () => {
    const made = (typed: string) => {
      const { name, phones } = newCustomerFrom(typed)
      return [name, ...phones]
    }
    expect(['１３８ ０013 8000', '+86 755-8300', ' 张三 ', '3M 公司'].map(made)).toEqual([
      ['', '138 0013 8000'],
      ['', '+86 755-8300'],
      ['张三', ''],
      ['3M 公司', ''],
    ])
  })
})
