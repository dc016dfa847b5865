import { describe, expect, it } from 'vitest'
import { clockText, minutesOf } from './clock-text.ts'

describe('times of a day', () => {
  it('are read as people type them, and nothing else is a time', () => {
    expect([
      minutesOf('9'),
      minutesOf('9:00'),
      minutesOf('０９：３０'),
      minutesOf('0930'),
      minutesOf('24:00'),
      minutesOf('24:01'),
      minutesOf('9:60'),
      minutesOf('nine'),
      minutesOf(''),
    ]).toEqual([540, 540, 570, 570, 1440, Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })

  it('are written so that they read back the same', () => {
    expect(
      [0, 540, 1080, 1439, 1440].map((minutes) => [clockText(minutes), minutesOf(clockText(minutes))]),
    ).toEqual([
      ['0:00', 0],
      ['9:00', 540],
      ['18:00', 1080],
      ['23:59', 1439],
      ['24:00', 1440],
    ])
  })
})
