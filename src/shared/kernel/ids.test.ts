import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createIdSource, isUuid, uuidv7 } from './ids.ts'

const fixed = (byte: number) => (length: number) => new Uint8Array(length).fill(byte)
const seeded = (seed: number) => {
  let state = seed
  return (length: number) =>
    Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24)
}

it('an id carries its time, version and variant', () => {
  expect([uuidv7(0x0123456789ab, fixed(0)), uuidv7(0xffffffffffff, fixed(255))]).toEqual([
    '01234567-89ab-7000-8000-000000000000',
    'ffffffff-ffff-77ff-bfff-ffffffffffff',
  ])
})

it('ids sort in the order they were made, within a millisecond and while the clock steps back a little', () => {
  const steps = fc.array(fc.integer({ min: -50, max: 5 }), { minLength: 2, maxLength: 200 })
  fc.assert(
    fc.property(steps, fc.nat(), (walk, seed) => {
      let now = 1_795_000_000_000
      const next = createIdSource({ now: () => now, random: seeded(seed) })
      const ids = walk.map((step) => ((now += step), next()))
      expect(ids.every(isUuid)).toBe(true)
      expect(ids.toSorted()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

it('a clock that was far ahead and is corrected is followed', () => {
  let now = Date.UTC(2099, 0, 1)
  const next = createIdSource({ now: () => now, random: fixed(1) })
  next()
  now = Date.UTC(2026, 10, 22)
  expect(next().startsWith(now.toString(16).padStart(12, '0').slice(0, 8))).toBe(true)
})

it('a hundred thousand ids in one millisecond are all different', () => {
  const next = createIdSource({ now: () => 1, random: fixed(255) })
  expect(new Set(Array.from({ length: 100_000 }, next)).size).toBe(100_000)
})

it('a clock that gives no time is a bug', () => {
  for (const bad of [NaN, -1, 2 ** 48, Infinity]) expect(() => uuidv7(bad, fixed(0))).toThrow(RangeError)
})

it('only the stored form is an id', () => {
  const id = uuidv7(1, fixed(7))
  expect([id, '3b241101-e2bb-4255-8caf-4136c566a962'].map(isUuid)).toEqual([true, true])
  const bad = [id.toUpperCase(), id.replaceAll('-', ''), ` ${id}`, `${id}\n`, `{${id}}`, '', null, 7]
  expect(bad.map(isUuid)).toEqual(bad.map(() => false))
})
