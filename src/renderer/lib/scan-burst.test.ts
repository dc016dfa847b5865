import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBurstReader } from './scan-burst.ts'

const codes = (text: string) => [...text].map((digit) => `Digit${digit}`)
/** Types keys with these gaps and answers what was read. */
const read = (keys: readonly (readonly [code: string, gap: number])[]) => {
  const reader = createBurstReader()
  let at = 1000
  return keys.flatMap(([code, gap]) => {
    at += gap
    const { digits } = reader.feed({ code, at, modified: false })
    return digits === null ? [] : [digits]
  })
}
const scanned = (text: string, gap = 5) => [...codes(text), 'Enter'].map((code) => [code, gap] as const)
const first = (keys: readonly (readonly [string, number])[]) =>
  keys.map(([code, gap], i) => [code, i === 0 ? 500 : gap] as const)

describe('the scanner among the keys', () => {
  it('is read whole, whatever a person typed before it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{6,30}$/),
        fc.stringMatching(/^\d{0,8}$/),
        fc.integer({ min: 0, max: 30 }),
        (text, typed, gap) => {
          const person = codes(typed).map((code) => [code, 120] as const)
          expect(read([...person, ...first(scanned(text, gap))])).toEqual([text])
        },
      ),
    )
  })

  it('is never taken for a person: slow digits, few digits, letters between, a late Enter', () => {
    const lateEnter = first(scanned('123456789012')).with(12, ['Enter', 90])
    const letter = first(scanned('123456789012')).with(9, ['KeyQ', 5])
    expect([
      read(scanned('13800138000', 80)),
      read(first(scanned('12345'))),
      read(lateEnter),
      read(letter),
    ]).toEqual([[], [], [], []])
  })

  it('times out in the middle and reads the next one', () => {
    expect(read([...first(scanned('1234567890')).slice(0, -1), ...first(scanned('987654321'))])).toEqual([
      '987654321',
    ])
  })
})
