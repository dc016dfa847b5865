import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphanumericCheck, digitCheck } from './check-digit.ts'

const systems = [
  { name: 'MOD 37,36', alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', check: alphanumericCheck },
  { name: 'MOD 11,10', alphabet: '0123456789', check: digitCheck },
]

const wordOf = (alphabet: string, minLength = 1) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength, maxLength: 24 })
    .map((characters) => characters.join(''))

const swap = (text: string, at: number) => text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)

const neighbours = (a: string, b: string, alphabet: string) => {
  const distance = Math.abs(alphabet.indexOf(a) - alphabet.indexOf(b))
  return distance === 1 || distance === alphabet.length - 1
}

it('gives the check characters published with the standard and its users', () => {
  // the standard's own examples, and a Global Release Identifier of the recording industry
  expect([digitCheck('0794'), digitCheck('00200667308'), alphanumericCheck('A12425GABC1234002')]).toEqual([
    '5',
    '5',
    'M',
  ])
})

describe.each(systems)('$name', ({ alphabet, check }) => {
  const valid = (text: string) => check(text.slice(0, -1)) === text.at(-1)

  it('WO-6 every single wrong character is caught, wherever it stands', () => {
    fc.assert(
      fc.property(wordOf(alphabet), (word) => {
        const whole = word + check(word)
        const accepted = [...whole].flatMap((right, at) =>
          [...alphabet]
            .filter((wrong) => wrong !== right)
            .map((wrong) => whole.slice(0, at) + wrong + whole.slice(at + 1))
            .filter(valid),
        )
        expect(accepted).toEqual([])
      }),
    )
  })

  it('WO-6 the only adjacent transpositions that pass are of neighbours in the alphabet', () => {
    fc.assert(
      fc.property(wordOf(alphabet, 2), (word) => {
        const whole = word + check(word)
        for (let at = 0; at + 1 < whole.length; at++) {
          const [a, b] = [whole[at]!, whole[at + 1]!]
          if (a !== b && !neighbours(a, b, alphabet)) expect(valid(swap(whole, at))).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('WO-6 each such pair passes in exactly one inner state, as the doc comment says', () => {
    // a prefix stands for a state: prefixes are told apart by the check character that a following 0 gives
    const prefixes = new Map<string, string>()
    for (const a of alphabet) for (const b of alphabet) prefixes.set(check(a + b + alphabet[0]), a + b)
    expect(prefixes.size).toBe(alphabet.length)
    const passing = [...alphabet].flatMap((a, i) =>
      [...alphabet]
        .slice(i + 1)
        .flatMap((b) =>
          [...prefixes.values()].filter((prefix) => check(prefix + a + b) === check(prefix + b + a)),
        )
        .map((prefix) => prefix),
    )
    expect(passing.length).toBe(alphabet.length)
  })

  it('a character outside the alphabet is a bug', () => {
    for (const bad of ['a', '-', '张', ' ']) expect(() => check(`1${bad}`)).toThrow(RangeError)
  })
})
