import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefused } from './result.ts'
import {
  addDays,
  addMonths,
  businessDate,
  daysBetween,
  formatLocal,
  isTimeZone,
  parseDate,
  startOfBusinessDay,
} from './time.ts'

const SHOP = 'Asia/Shanghai'
const day = fc.integer({ min: 0, max: 47_481 }).map((n) => addDays('1970-01-01', n))
const code = (text: string) => {
  const answer = parseDate(text)
  return isRefused(answer) ? answer.refused.refusal : answer
}

describe('the shop zone', () => {
  it('a day begins at the shop, not in Greenwich', () => {
    const eve = Date.UTC(2026, 10, 21, 15, 59, 59, 999)
    expect([businessDate(eve, SHOP), businessDate(eve + 1, SHOP), businessDate(eve, 'Asia/Urumqi')]).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-21',
    ])
  })

  it('writes dates and clocks alike in every style', () => {
    const at = Date.UTC(2026, 10, 21, 16, 3, 5)
    expect(
      (['date', 'time', 'dateTime', 'seconds'] as const).map((style) => formatLocal(at, SHOP, style)),
    ).toEqual(['2026-11-22', '00:03', '2026-11-22 00:03', '2026-11-22 00:03:05'])
  })

  it('knows which zones exist', () => {
    expect([SHOP, 'UTC', 'Asia/Nowhere', ''].map(isTimeZone)).toEqual([true, true, false, false])
  })

  it('the first instant of a day is on that day and the one before is not', () => {
    const zones = fc.constantFrom(
      SHOP,
      'America/Havana',
      'Africa/Cairo',
      'America/Sao_Paulo',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    )
    fc.assert(
      fc.property(day, zones, (date, zone) => {
        const start = startOfBusinessDay(date, zone)
        expect(businessDate(start, zone) >= date && businessDate(start - 1, zone) < date).toBe(true)
      }),
    )
  })

  it('a day may have 23 hours or none at all', () => {
    const summer = startOfBusinessDay('1986-05-04', SHOP)
    expect(
      formatLocal(startOfBusinessDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo', 'time'),
    ).toBe('01:00')
    expect(startOfBusinessDay('1986-05-05', SHOP) - summer).toBe(23 * 3_600_000)
    expect(startOfBusinessDay('2011-12-30', 'Pacific/Apia')).toBe(
      startOfBusinessDay('2011-12-31', 'Pacific/Apia'),
    )
  })
})

describe('dates', () => {
  it('are read strictly', () => {
    const typed: Record<string, string> = {
      '2026-11-22': '2026-11-22',
      '2024-02-29': '2024-02-29',
      '1970-01-01': '1970-01-01',
      '2100-12-31': '2100-12-31',
      '2026-02-30': 'dateDoesNotExist',
      '2026-02-29': 'dateDoesNotExist',
      '2100-02-29': 'dateDoesNotExist',
      '2026-13-01': 'dateDoesNotExist',
      '2026-00-10': 'dateDoesNotExist',
      '2026-01-00': 'dateDoesNotExist',
      '1969-12-31': 'dateOutOfRange',
      '2101-01-01': 'dateOutOfRange',
      '0000-01-01': 'dateOutOfRange',
      '2026-1-1': 'dateFormat',
      '2026/11/22': 'dateFormat',
      '20261122': 'dateFormat',
      ' 2026-11-22': 'dateFormat',
      '2026-11-22\n': 'dateFormat',
      '２０２６-11-22': 'dateFormat',
      '': 'dateFormat',
    }
    expect(Object.fromEntries(Object.keys(typed).map((text) => [text, code(text)]))).toEqual(typed)
  })

  it('a month later is the same day or the last of the month', () => {
    expect([
      addMonths('2026-01-31', 1),
      addMonths('2024-01-31', 1),
      addMonths('2026-11-30', 3),
      addMonths('2026-10-31', -8),
      addMonths('2026-11-22', 0),
      addMonths('2024-02-29', 12),
      addMonths('2026-12-15', 1),
    ]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2027-02-28',
      '2026-02-28',
      '2026-11-22',
      '2025-02-28',
      '2027-01-15',
    ])
  })

  it('days are counted without clocks', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 300 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(parseDate(date)).toBe(date)
      }),
    )
  })
})
