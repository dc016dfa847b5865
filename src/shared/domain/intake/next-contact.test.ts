import { describe, expect, it } from 'vitest'
import { formatLocal } from '#shared/kernel/time.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { ZONE } from './intake.fixture.ts'
import { proposeNextContact, readNextContact, readTypedDate } from './index.ts'

/** Friday the 20th of November 2026, ten in the morning in Shanghai. */
const FRIDAY = Date.UTC(2026, 10, 20, 2)
const shown = (ms: number) => formatLocal(ms, ZONE, 'dateTime')

describe('INT-10 the promised next contact', () => {
  it('is the end of business after so many working days', () => {
    expect([0, 1, 2, 5].map((days) => shown(proposeNextContact(FRIDAY, days, ZONE)))).toEqual([
      '2026-11-20 18:00',
      '2026-11-23 18:00',
      '2026-11-24 18:00',
      '2026-11-27 18:00',
    ])
  })

  it('is never over already: in the evening of the same day it is the next working day', () => {
    const evening = FRIDAY + 9 * 3_600_000
    expect(shown(proposeNextContact(evening, 0, ZONE))).toBe('2026-11-23 18:00')
  })

  it('is read as it is typed in a hurry', () => {
    const read = (text: string) => {
      const when = readNextContact(text, FRIDAY, ZONE)
      return isRefused(when) ? when.refused.refusal : shown(when)
    }
    expect(
      [
        '+3',
        '24',
        '24 15:30',
        '＋１ 9',
        '11-24',
        '2026-11-24',
        '15:30',
        '3',
        '1-5',
        '09:00',
        '2026-11-19',
        '31',
        '32',
        'x',
        '',
      ].map(read),
    ).toEqual([
      '2026-11-25 18:00',
      '2026-11-24 18:00',
      '2026-11-24 15:30',
      '2026-11-23 09:00',
      '2026-11-24 18:00',
      '2026-11-24 18:00',
      '2026-11-20 15:30',
      '2026-12-03 18:00',
      '2027-01-05 18:00',
      'contactInPast',
      'contactInPast',
      '2026-12-31 18:00',
      'contactUnreadable',
      'contactUnreadable',
      'contactUnreadable',
    ])
  })
})

describe('a purchase date', () => {
  it('is read in the forms that stand on invoices', () => {
    const read = (text: string) => {
      const date = readTypedDate(text)
      return isRefused(date) ? date.refused.refusal : date
    }
    expect(
      [
        '20250301',
        '2025-3-1',
        '2025.3.1',
        '２５０３０１',
        '2025年3月1日',
        '2025年3月',
        '202503',
        '2025-02-30',
        '3/1',
      ].map(read),
    ).toEqual([
      '2025-03-01',
      '2025-03-01',
      '2025-03-01',
      '2025-03-01',
      '2025-03-01',
      '2025-03-01',
      '2025-03-01',
      'dateDoesNotExist',
      'dateFormat',
    ])
  })
})
