import { expect, it } from 'vitest'
import { readDayText } from './day-text.ts'

it('reads a day as people type it, days from today among them', () => {
  const read = ['3', '+10', '12-1', '１２/０１', '1.5', '2027-2-28', '2027-02-30', 'x', ''].map((text) =>
    readDayText(text, '2026-11-22'),
  )
  expect(read).toEqual([
    '2026-11-25',
    '2026-12-02',
    '2026-12-01',
    '2026-12-01',
    '2027-01-05',
    '2027-02-28',
    null,
    null,
    null,
  ])
})
