// 20 000 seeded inputs made from the contract's schemas, most of them spoilt at one field (goal G12): always an
// answer, never a fault, and afterwards the books are right.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Method } from '#shared/contract/index.ts'
import { procedures } from '#shared/contract/index.ts'
import { JUNK_VALUES } from './corpus.ts'
import { inputsOf } from './from-schema.ts'
import { askAndJudge, changedAt, pathsOf } from './judge.ts'
import { UNKNOWN_ID, shopInUse } from './shop-in-use.ts'

const CASES = 20_000
const SEED = 20_261_122
/** A password hash, a PDF, a backup or a whole check each. */
const SLOW: ReadonlySet<Method> = new Set([
  'session.login',
  'session.changePassword',
  'staff.add',
  'staff.resetPassword',
  'print.preview',
  'print.pdf',
  'print.print',
  'backup.make',
  'backup.restore',
  'system.verify',
])
const SLOW_CASES = 25

type Spoiling = Readonly<{ at: number; value: unknown; how: 'set' | 'remove' | 'not' }>

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  at: fc.nat(1000),
  value: fc.constantFrom(...JUNK_VALUES),
  how: fc.constantFrom('set' as const, 'set' as const, 'set' as const, 'remove' as const, 'not' as const),
})

const spoil = (params: unknown, { at, value, how }: Spoiling): unknown => {
  const paths = pathsOf(params)
  const path = paths[at % (paths.length || 1)]
  return how === 'not' || path === undefined ? params : changedAt(params, path, value, how)
}

it(
  `G12 ${CASES} inputs made from the schemas, most spoilt at one field, are all answered`,
  { timeout: 180_000 },
  async () => {
    const shop = await shopInUse()
    const known = [...Object.values(shop.ids).filter((id) => id.length === 36), UNKNOWN_ID]
    const quick = ([...procedures.keys()] as Method[]).filter(
      (method) => !SLOW.has(method) && method !== 'session.logout',
    )
    const runs = Math.ceil((CASES - SLOW.size * SLOW_CASES) / quick.length)
    const answers = { ok: 0, refusal: 0, badInput: 0 }
    for (const method of [...quick, ...SLOW]) {
      const procedure = procedures.get(method)
      if (!procedure) throw new Error(method)
      const property = fc.asyncProperty(inputsOf(procedure, known), spoiling, async (params, how) => {
        const { reply, problem } = await askAndJudge(shop, shop.manager, method, spoil(params, how))
        expect(problem).toBe(undefined)
        answers[reply.ok ? 'ok' : (reply.kind as 'refusal')] += 1
      })
      await fc.assert(property, { numRuns: SLOW.has(method) ? SLOW_CASES : runs, seed: SEED })
    }
    const { ok, refusal, badInput } = answers
    expect(ok + refusal + badInput).toBeGreaterThanOrEqual(CASES)
    // Inputs of which hardly any is legal, or all are, would prove little.
    expect([ok / CASES > 0.1, badInput / CASES > 0.2]).toEqual([true, true])
    const { checks } = await shop.manager.value('system.verify', {})
    expect(checks.filter((check) => !check.ok)).toEqual([])
  },
)
