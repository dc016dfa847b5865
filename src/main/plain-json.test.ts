import { describe, expect, it } from 'vitest'
import { notPlainJson } from './plain-json.ts'

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
const cycle: Record<string, unknown> = {}
cycle.self = cycle

describe('notPlainJson', () => {
  it('lets through what JSON carries unchanged', () => {
    const fine = [
      undefined,
      null,
      true,
      0,
      -1.5,
      '中',
      [],
      {},
      { a: [{ b: null }], left: undefined },
      nested(31),
    ]
    expect(fine.map((value) => notPlainJson(value, 1000))).toEqual(fine.map(() => undefined))
  })

  it.each([
    ['a date', new Date(0), 'an object that is not plain'],
    ['a map', new Map(), 'an object that is not plain'],
    ['bytes', new Uint8Array(3), 'an object that is not plain'],
    ['a bigint', 1n, 'a bigint'],
    ['not a number', { a: NaN }, 'a number that is not finite'],
    ['infinity', [Infinity], 'a number that is not finite'],
    ['a hole', [undefined], 'a undefined'],
    ['a cycle', cycle, 'deeper than 32 levels'],
    ['a tower', nested(40), 'deeper than 32 levels'],
    ['a prototype', JSON.parse('{"__proto__":{"admin":true}}'), 'a field named __proto__'],
    ['a long text', 'x'.repeat(1001), 'larger than 1000 bytes'],
    ['a long Chinese text', '中'.repeat(400), 'larger than 1000 bytes'],
    ['a long name', { ['n'.repeat(1001)]: 1 }, 'larger than 1000 bytes'],
    ['many small things', Array.from({ length: 1001 }, () => 0), 'larger than 1000 bytes'],
    ['a billion holes', Object.assign([], { length: 2e9 }), 'larger than 1000 bytes'],
  ])('refuses %s', (_name, value, words) => {
    expect(notPlainJson(value, 1000)).toBe(words)
  })
})
