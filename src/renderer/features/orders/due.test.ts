import { expect, it } from 'vitest'
import { dueOf } from './due.ts'

it('a promise is late after its minute, soon within two hours, and told in one unit', () => {
  const now = 1_800_000_000_000
  const minute = 60_000
  expect(
    [-3 * 1440, -5, 30, 119, 121, 3 * 1440].map((minutes) => dueOf(now + minutes * minute, now)),
  ).toEqual([
    { tone: 'late', unit: 'days', count: 3 },
    { tone: 'late', unit: 'minutes', count: 5 },
    { tone: 'soon', unit: 'minutes', count: 30 },
    { tone: 'soon', unit: 'hours', count: 1 },
    { tone: 'later', unit: 'hours', count: 2 },
    { tone: 'later', unit: 'days', count: 3 },
  ])
})
