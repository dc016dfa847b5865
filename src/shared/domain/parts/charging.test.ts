import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chargeFor } from './charging.ts'
import type { QuotedPart, UsedPart } from './charging.ts'

const payer = fc.constantFrom('customer', 'maker', 'contract', 'ourselves')
const partId = fc.constantFrom('screen', 'board', null)
const name = fc.constantFrom('屏', '键盘')
const used = fc.array(fc.record({ partId, name, payer, used: fc.nat(5000) }), { maxLength: 6 })
const quoted = fc.array(
  fc.record({ partId, text: name, payer, quantity: fc.integer({ min: 1, max: 5000 }) }),
  { maxLength: 6 },
)
const withIds = <T extends object>(all: readonly T[], letter: string) =>
  all.map((one, index) => ({ ...one, id: `${letter}${index}` }))

const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0)

it('SRV-2 QUO-5 everything used is either covered by the quote or charged, never both, and a quoted line covers no more than it says', () => {
  fc.assert(
    fc.property(used, quoted, (givenParts, givenLines) => {
      const parts: UsedPart[] = withIds(givenParts, 'p')
      const lines: QuotedPart[] = withIds(givenLines, 'q')
      const charging = chargeFor(parts, lines)
      for (const part of parts) {
        const seen = charging.parts.get(part.id)
        expect(seen && seen.quoted >= 0 && seen.charged >= 0 && seen.quoted + seen.charged).toBe(part.used)
      }
      const unused = lines.map(({ id }) => charging.quoted.get(id)?.unused ?? -1)
      expect(unused.filter((left, index) => left < 0 || left > (lines[index]?.quantity ?? 0))).toEqual([])
      const covered = sum(parts.map(({ id }) => charging.parts.get(id)?.quoted ?? 0))
      expect(covered).toBe(sum(lines.map(({ quantity }) => quantity)) - sum(unused))
      // What is charged apart had no line left: of its kind all is used up.
      for (const part of parts.filter(({ id }) => (charging.parts.get(id)?.charged ?? 0) > 0))
        for (const line of lines.filter((one) =>
          one.partId === null ? one.text === part.name : one.partId === part.partId,
        ))
          expect(charging.quoted.get(line.id)?.unused).toBe(0)
    }),
  )
})

it('QUO-5 a use feeds the line of its own payer before that of another', () => {
  const lines = [
    { id: 'q0', partId: 'screen', text: '屏', payer: 'customer', quantity: 1000 },
    { id: 'q1', partId: 'screen', text: '屏', payer: 'maker', quantity: 1000 },
  ] as const
  const parts = [{ id: 'p0', partId: 'screen', name: '屏', payer: 'maker', used: 1000 }] as const
  expect([...chargeFor(parts, lines).quoted]).toEqual([
    ['q0', { fedBy: null, unused: 1000 }],
    ['q1', { fedBy: 'p0', unused: 0 }],
  ])
})
