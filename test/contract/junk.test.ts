// Every procedure against junk in every field, signed in and not (faults XS2, A1): always an answer, never a fault,
// nothing written.
import { describe, expect, it } from 'vitest'
import type { Method } from '#shared/contract/index.ts'
import { procedures } from '#shared/contract/index.ts'
import { HUGE_PARAMS, JUNK_VALUES } from './corpus.ts'
import { askAndJudge, changedAt, pathsOf } from './judge.ts'
import type { Path } from './judge.ts'
import { shopInUse } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'
import { validInputs } from './valid-inputs.ts'

const METHODS = [...procedures.keys()] as Method[]
/** Each costs a password hash, a backup or a whole check: fewer of them say the same. */
const SLOW: ReadonlySet<Method> = new Set([
  'backup.make',
  'system.verify',
  'staff.add',
  'staff.resetPassword',
])

/** Size is looked at before anything else; these have the most different limits and shapes. */
const LARGE: readonly Method[] = ['shop.get', 'search.find', 'draft.save', 'visit.create', 'attachment.put']

/** Every way to spoil a legal input at one place; `path` is where. */
function* spoilt(params: object, method: Method): Generator<readonly [params: unknown, path: Path]> {
  const values = SLOW.has(method) ? JUNK_VALUES.filter((_, i) => i % 6 === 0) : JUNK_VALUES
  for (const path of pathsOf(params)) {
    yield [changedAt(params, path, undefined, 'remove'), path]
    for (const value of values) yield [changedAt(params, path, value), path]
    const beside = path.slice(0, -1)
    yield [changedAt(params, [...beside, 'noSuchField'], 1), beside.length > 0 ? beside : ['noSuchField']]
  }
}

const problemsOf = async (shop: ShopInUse, method: Method, inputs: Iterable<readonly [unknown, Path?]>) => {
  const problems: string[] = []
  let answered = 0
  for (const [params, path] of inputs) {
    for (const who of [shop.manager, shop.nobody]) {
      const { problem } = await askAndJudge(shop, who, method, params, path)
      answered += 1
      if (problem) problems.push(`${problem} to ${JSON.stringify(params)?.slice(0, 200)}`)
      if (problems.length >= 5) return { problems, answered }
    }
  }
  return { problems, answered }
}

describe('junk', () => {
  it.each(METHODS.filter((method) => method !== 'session.logout'))(
    'in any field of %s is answered, and nothing is written',
    async (method) => {
      const shop = await shopInUse()
      const legal = validInputs(shop)[method]
      const whole = [...JUNK_VALUES].map((value) => [value] as const)
      const { problems, answered } = await problemsOf(shop, method, [
        ...(SLOW.has(method) ? whole.slice(1) : whole),
        ...spoilt(legal, method),
      ])
      expect(problems).toEqual([])
      expect(answered).toBeGreaterThan(JUNK_VALUES.length)
      expect((await shop.manager.value('system.verify', {})).checks.filter((check) => !check.ok)).toEqual([])
    },
  )

  it('beyond all measure is answered by every procedure without being taken in', async () => {
    const shop = await shopInUse()
    const rows = shop.rows()
    const problems: string[] = []
    for (const [what, params] of HUGE_PARAMS) {
      const given = params()
      for (const method of what.includes('million') || what.includes('MB') ? LARGE : METHODS) {
        const { reply, problem } = await askAndJudge(shop, shop.manager, method, given)
        if (problem || reply.ok) problems.push(`${what}: ${problem ?? `${method} took it`}`)
      }
    }
    expect(problems).toEqual([])
    expect(shop.rows()).toEqual(rows)
  })

  it('as a method’s name or a commandId is bad input that says so', async () => {
    const shop = await shopInUse()
    const rows = shop.rows()
    for (const value of [
      ...JUNK_VALUES,
      undefined,
      'shop.get ',
      'Shop.get',
      'host.savePdf',
      'hasOwnProperty',
    ]) {
      const reply = await shop.manager.call({ method: value as string, params: {} })
      expect(reply).toMatchObject({ ok: false, kind: 'badInput', issues: [{ path: 'method' }] })
    }
    for (const value of JUNK_VALUES.filter((one) => typeof one !== 'string')) {
      const reply = await shop.manager.call({
        method: 'order.counts',
        params: {},
        commandId: value as string,
      })
      expect(reply).toMatchObject({ ok: false, kind: 'badInput', issues: [{ path: 'commandId' }] })
    }
    expect(shop.rows()).toEqual(rows)
  })

  it('nothing that needs a person is done for nobody, whatever is asked', async () => {
    const shop = await shopInUse()
    const rows = shop.rows()
    const closed = METHODS.filter((method) => procedures.get(method)?.access !== 'open')
    for (const method of closed) {
      expect([method, await shop.nobody.ask(method, validInputs(shop)[method] as never)]).toEqual([
        method,
        { ok: false, kind: 'refusal', refusal: { refusal: 'notSignedIn' } },
      ])
    }
    expect(shop.rows()).toEqual(rows)
  })
})
