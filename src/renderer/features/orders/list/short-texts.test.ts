import { expect, it } from 'vitest'
import { shortTime, tailOf } from './short-texts.ts'

it('a serial number shows its last six signs, whatever they are', () => {
  expect(['', 'ABC123', 'PF-3K8XYZ1', '机号一二三四五六'].map(tailOf)).toEqual([
    '',
    'ABC123',
    '…K8XYZ1',
    '…一二三四五六',
  ])
})

it('a time is as short as the day allows, by the clock of the shop', () => {
  const now = Date.UTC(2026, 10, 22, 2)
  const times = [now, now - 3 * 3_600_000, Date.UTC(2026, 0, 2, 1, 5), Date.UTC(2025, 11, 31, 1)]
  expect(times.map((ms) => shortTime(ms, '2026-11-22', 'Asia/Shanghai'))).toEqual([
    '10:00',
    '07:00',
    '01-02 09:05',
    '2025-12-31',
  ])
})
