import { expect, it } from 'vitest'
import { fromPicker, toPicker } from './shop-moment.ts'

it('a promise picked on any computer is kept by the clock of the shop', () => {
  const ms = Date.UTC(2026, 10, 24, 10, 30)
  const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']
  expect([
    zones.map((zone) => toPicker(ms, zone)?.format('YYYY-MM-DD HH:mm')),
    zones.map((zone) => fromPicker(toPicker(ms, zone), zone)),
    fromPicker(toPicker(null, 'UTC'), 'UTC'),
  ]).toEqual([['2026-11-24 18:30', '2026-11-24 10:30', '2026-11-24 02:30'], [ms, ms, ms], null])
})
