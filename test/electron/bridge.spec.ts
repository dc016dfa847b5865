// What a hostile or broken window can send over the bridge (reliability XS2, P8, X10): it is answered, never obeyed.
import type { Reply } from '../../src/shared/contract/reply.ts'
import type { ConnectCounter } from '../../src/shared/contract/window.ts'
import { expect, test } from './support/app.ts'
import { call } from './support/shell.ts'

const badInput = (message: unknown) => ({
  ok: false,
  kind: 'badInput',
  issues: [{ path: expect.anything(), message }],
})

test('junk is answered as bad input, and the counter goes on', async ({ counter }) => {
  const kinds = await counter.window.evaluate(async () => {
    const { connectCounter } = window as unknown as { connectCounter: ConnectCounter }
    // A window that keeps to no type.
    const ask = connectCounter(() => undefined) as (...args: unknown[]) => Promise<Reply>
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    const junk: unknown[][] = [
      [],
      [null],
      [42],
      [{}],
      [[]],
      ['nonsense'],
      ['no.such'],
      ['__proto__.toString'],
      ['constructor.name'],
      ['host.toString'],
      ['host.noSuch'],
      ['host.savePdf', { fileName: 'x', pdf: 'AAAA' }],
      ['host.savePdf', { fileName: '', pdf: 'JVBERi0=' }],
      ['host.savePdf', { fileName: 'x', pdf: 'JVBERi0=', path: '/etc/passwd' }],
      ['host.openDataFolder', { folder: '/etc' }],
      ['shop.get; drop table shop', {}],
      ['shop.get', { select: '*' }],
      ['shop.get', 'text'],
      ['shop.get', [1, 2]],
      ['shop.get', { a: 1n }],
      ['shop.get', { a: new Date() }],
      ['shop.get', { a: new Map() }],
      ['shop.get', { a: new Uint8Array(10) }],
      ['shop.get', { a: NaN }],
      ['shop.get', cycle],
      ['shop.get', () => 1],
      ['shop.get', {}, 'a bad command id'],
      ['shop.get', {}, 7],
      ['x'.repeat(100_000), {}],
      ['shop.get', 'x'.repeat(17 * 1024 * 1024)],
      ['session.login', { staffNo: 'A', password: 'x'.repeat(300_000) }],
    ]
    const answers: string[] = []
    for (const args of junk) {
      try {
        const reply = await ask(...args)
        answers.push(reply.ok ? 'ok' : reply.kind)
      } catch (error) {
        answers.push(`threw ${String(error)}`)
      }
    }
    // What a bridge cannot carry at all is refused before it is sent.
    const symbol = await Promise.resolve()
      .then(() => ask('shop.get', Symbol('x')))
      .then(
        (reply) => (reply.ok ? 'ok' : reply.kind),
        () => 'not sent',
      )
    return { others: answers.filter((answer) => answer !== 'badInput'), symbol }
  })
  expect(kinds).toEqual({ others: [], symbol: expect.stringMatching(/badInput|not sent/) })
  expect(await call(counter.window, 'shop.get')).toMatchObject({ ok: true })
})

test('a flood of calls is cut off and does no harm', async ({ counter }) => {
  await call(counter.window, 'shop.get')
  const { answered, refused } = await counter.window.evaluate(async () => {
    const { connectCounter } = window as unknown as { connectCounter: ConnectCounter }
    const ask = connectCounter(() => undefined)
    const replies = await Promise.all(Array.from({ length: 6000 }, () => ask('host.coreState', {})))
    return {
      answered: replies.filter((reply) => reply.ok).length,
      refused: replies.filter((reply) => JSON.stringify(reply).includes('too many requests')).length,
    }
  })
  expect(answered).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(500)
  expect(answered + refused).toBe(6000)
  await expect.poll(async () => (await call(counter.window, 'shop.get')).ok).toBe(true)
})

test('P8 a paste of 200 MB is refused and the counter goes on', async ({ counter }) => {
  await call(counter.window, 'shop.get')
  const reply = await counter.window.evaluate(() => {
    const { connectCounter } = window as unknown as { connectCounter: ConnectCounter }
    return connectCounter(() => undefined)('draft.save', { body: 'x'.repeat(200_000_000) })
  })
  expect(reply).toEqual(badInput(expect.stringContaining('larger than')))
  expect(await call(counter.window, 'shop.get')).toMatchObject({ ok: true })
})
