import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisePhone, phoneMatch, type PhoneKind } from './phone.ts'

const MOBILE = '13812345678'
/** input → [kind, key, extension] */
type Golden = Record<string, [kind: PhoneKind, key: string | null, ext?: string]>

/** What the inputs of a table turn out to be, in the form of the table. */
const known = (table: Golden, areaCode?: string): Golden =>
  Object.fromEntries(
    Object.keys(table).map((input) => {
      const { kind, key, ext } = normalisePhone(input, areaCode)
      return [input, ext === undefined ? [kind, key] : [kind, key, ext]]
    }),
  )

describe('INT-5 one number, however it is written, has one key', () => {
  it('INT-5 mobiles', () => {
    const table: Golden = {
      '13812345678': ['mobile', MOBILE],
      '013812345678': ['mobile', MOBILE],
      '+86 138 1234 5678': ['mobile', MOBILE],
      '008613812345678': ['mobile', MOBILE],
      '8613812345678': ['mobile', MOBILE],
      '+8613812345678': ['mobile', MOBILE],
      '(+86)138-1234-5678': ['mobile', MOBILE],
      '+86 013812345678': ['mobile', MOBILE],
      '+008613812345678': ['mobile', MOBILE],
      '１３８１２３４５６７８': ['mobile', MOBILE],
      '138 1234 5678 ': ['mobile', MOBILE],
      '1381234-5678': ['mobile', MOBILE],
      '张三 13812345678': ['mobile', MOBILE],
      '<13812345678>': ['mobile', MOBILE],
      'sip:13812345678@192.0.2.1': ['mobile', MOBILE],
      'tel:+86-138-1234-5678': ['mobile', MOBILE],
      '13812345678-1234': ['mobile', MOBILE, '1234'],
      '13812345678转1234': ['mobile', MOBILE, '1234'],
      '19912345678': ['mobile', '19912345678'],
    }
    expect(known(table)).toEqual(table)
  })

  it('INT-5 mobiles behind an IP prefix, but only if a whole number follows', () => {
    const table: Golden = {
      '17951013812345678': ['mobile', MOBILE],
      '1795113812345678': ['mobile', MOBILE],
      '1259313812345678': ['mobile', MOBILE],
      '17909075561234567': ['fixed', '075561234567'],
      '179510085291234567': ['intl', '+85291234567'],
      '17951013812': ['mobile', '17951013812'],
      '17951138123456': ['unknown', '17951138123456'],
    }
    expect(known(table)).toEqual(table)
  })

  it('INT-5 fixed lines', () => {
    const table: Golden = {
      '01062345678': ['fixed', '01062345678'],
      '010-62345678': ['fixed', '01062345678'],
      '1062345678': ['fixed', '01062345678'],
      '+861062345678': ['fixed', '01062345678'],
      '861062345678': ['fixed', '01062345678'],
      '0755-61234567': ['fixed', '075561234567'],
      '(0755) 6123 4567': ['fixed', '075561234567'],
      '（０７５５）６１２３４５６７': ['fixed', '075561234567'],
      '8675561234567': ['fixed', '075561234567'],
      '+86 755 6123 4567': ['fixed', '075561234567'],
      '+86 0755 6123 4567': ['fixed', '075561234567'],
      '021-5555-6666': ['fixed', '02155556666'],
      '0311-8123456': ['fixed', '03118123456'],
    }
    expect(known(table)).toEqual(table)
  })

  it('INT-5 extensions are kept apart from the key', () => {
    const table: Golden = {
      '010-62345678-803': ['fixed', '01062345678', '803'],
      '010-62345678转803': ['fixed', '01062345678', '803'],
      '010-62345678 转 803': ['fixed', '01062345678', '803'],
      '010-62345678 ext. 803': ['fixed', '01062345678', '803'],
      '010-62345678分机803': ['fixed', '01062345678', '803'],
      '(010)62345678x803': ['fixed', '01062345678', '803'],
      '010-62345678,803': ['fixed', '01062345678', '803'],
      'tel:+86-10-62345678;ext=803': ['fixed', '01062345678', '803'],
      '0311-8123456-1': ['fixed', '03118123456', '1'],
      '400-8123456-12': ['service', '4008123456', '12'],
    }
    expect(known(table)).toEqual(table)
    expect(normalisePhone('010-62345678转803').display).toBe('010-62345678-803')
  })

  it('INT-5 local numbers get the area code of the shop', () => {
    const table: Golden = {
      '62345678': ['fixed-local', '075562345678'],
      '6234-5678': ['fixed-local', '075562345678'],
      '62345678-803': ['fixed-local', '075562345678', '803'],
      '6234567': ['fixed-local', '07556234567'],
      '6234567-1': ['fixed-local', '07556234567', '1'],
    }
    expect([known(table, '0755'), known(table, '755')]).toEqual([table, table])
    const keys = [undefined, '', '010', '0755'].map((area) => normalisePhone('62345678', area).key)
    expect(keys).toEqual(['62345678', '62345678', '01062345678', '075562345678'])
  })

  it('INT-5 service numbers, foreign numbers and extensions are told apart', () => {
    const table: Golden = {
      '4008123456': ['service', '4008123456'],
      '400-812-3456': ['service', '4008123456'],
      '4008123-456': ['service', '4008123456'],
      '+864008123456': ['service', '4008123456'],
      '864008123456': ['service', '4008123456'],
      '10086': ['service', '10086'],
      '95588': ['service', '95588'],
      '12315': ['service', '12315'],
      '110': ['service', '110'],
      '106575123456789': ['service', '106575123456789'],
      '0085291234567': ['intl', '+85291234567'],
      '+85291234567': ['intl', '+85291234567'],
      '+1 (202) 555-0123': ['intl', '+12025550123'],
      '+44 20 7946 0958': ['intl', '+442079460958'],
      '8': ['extension', '8'],
      '803': ['extension', '803'],
      '801234': ['extension', '801234'],
      '91234567': ['unknown', '91234567'],
      '123456789': ['unknown', '123456789'],
      '+86123': ['unknown', '86123'],
      '13812345678/13912345678': ['unknown', '1381234567813912345678'],
      abc: ['unknown', null],
    }
    expect(known(table, '0755')).toEqual(table)
  })

  it('INT-5 a hidden or missing number is no number', () => {
    const none = [
      'P',
      'anonymous',
      'Anonymous',
      'A',
      'private',
      'anonymous@anonymous.invalid',
      'sip:anonymous@x',
      '匿名',
    ]
    const gone = ['O', '', '  ', '<unknown>', '-', 'Unavailable', 'out of area', '未知']
    const found = [none, gone].map((inputs) => inputs.map((input) => normalisePhone(input)))
    expect(found).toEqual([
      none.map(() => ({ kind: 'private', key: null, display: '' })),
      gone.map(() => ({ kind: 'unavailable', key: null, display: '' })),
    ])
  })
})

it('numbers are shown in groups', () => {
  const shown = [
    '13812345678',
    '1062345678',
    '8675561234567',
    '4008123456',
    '10086',
    '0085291234567',
    '+12025550123',
    '803',
    'P',
  ]
  expect(shown.map((input) => normalisePhone(input).display)).toEqual([
    '138 1234 5678',
    '010-62345678',
    '0755-61234567',
    '400-812-3456',
    '10086',
    '+852 91234567',
    '+1 2025550123',
    '803',
    '',
  ])
})

it('INT-5 a number is looked up exactly, then without area code, then suggested by its tail; absent ones never', () => {
  const matches = ['13812345678', '0755-61234567', '10086', '803', 'P', ''].map((input) =>
    phoneMatch(normalisePhone(input)),
  )
  expect(matches).toEqual([
    { keys: ['13812345678'], tail: '12345678' },
    { keys: ['075561234567', '61234567'], tail: '61234567' },
    { keys: ['10086'], tail: null },
    { keys: [], tail: null },
    { keys: [], tail: null },
    { keys: [], tail: null },
  ])
})

it('INT-5 a key, and what is shown for it, normalise to themselves', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789+- 86'), maxLength: 20 })
  const typed = fc.oneof(
    digits,
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^1[3-9]\d{9}$/),
    fc.stringMatching(/^0(10|755)[2-8]\d{7}$/),
  )
  fc.assert(
    fc.property(typed, (input) => {
      const { kind, key, display } = normalisePhone(input, '0755')
      if (key === null || kind === 'unknown') return
      const again = [key, display].map((text) => normalisePhone(text, '0755').key)
      expect(again).toEqual([key, key])
    }),
    { numRuns: 2000 },
  )
})
