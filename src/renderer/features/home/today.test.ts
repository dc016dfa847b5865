import { expect, it } from 'vitest'
import { endOfToday } from './today.ts'

it('CLK-3 the home screen looks until the end of the day of the shop', () => {
  const now = Date.parse('2026-11-22T15:30:00Z')
  expect(new Date(endOfToday(now, 'Asia/Shanghai')).toISOString()).toBe('2026-11-22T16:00:00.000Z')
})
