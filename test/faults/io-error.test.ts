// A disk that fails (faults D1, D5; findings Q4, Q5; goal G4): "error" means unknown, never "not done". The
// connection is dropped, the state read again, and the same commandId gives one result.
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { closedShop, machine, visit } from '#test/support/core.ts'
import { serveCounter } from '#test/support/counter-process.ts'
import type { RpcAnswer } from '#test/support/counter-process.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'
import { createShim, shimMissing } from './support/shim.ts'
import type { Plan } from './support/shim.ts'

const missing = shimMissing()
if (missing) process.stdout.write(`skipped: failing disks, because ${missing}\n`)

const failing = async () => {
  const dir = await closedShop()
  const shim = createShim(dir, tempDir())
  const counter = serveCounter(dir, { cli: await builtCli(), env: shim.env })
  onTestFinished(() => counter.kill())
  await counter.signIn()
  return { dir, shim, counter }
}

const intake = (n: number) => ({
  ...visit({ customer: { new: { name: `客户${n}`, phones: [] } } }),
  machines: [machine({ device: { new: { category: '手机', serial: `SN-${n}` } } })],
})

const ordersIn = async (counter: { value: (method: string, params: unknown) => Promise<unknown> }) =>
  ((await counter.value('order.list', { view: 'all', limit: 500 })) as { orders: unknown[] }).orders.length

const outcome = ({ result, error }: RpcAnswer): string =>
  result
    ? 'value'
    : error?.code === 2
      ? 'fault'
      : `${error?.message} ${String(error?.data?.['state'] ?? '')}`.trim()

describe.skipIf(missing)('a failing disk', () => {
  it('Q4 Q5 fsync fails once: the answer is "unknown", reading goes on, the same commandId gives one order', async () => {
    const { dir, shim, counter } = await failing()
    shim.plan({ operation: 'fsync', error: 'EIO', path: '-wal' })
    expect(outcome(await counter.ask('visit.create', intake(1), 'c-1'))).toBe('fault')
    expect(shim.pending()).toBe(false)
    await ordersIn(counter)
    const first = await counter.value('visit.create', intake(1), 'c-1')
    expect(await counter.value('visit.create', intake(1), 'c-1')).toEqual(first)
    await counter.value('visit.create', intake(2), 'c-2')
    expect(await ordersIn(counter)).toBe(2)
    expect(await counter.value('system.health')).toMatchObject({ storage: 'ok' })
    await counter.kill()
    expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
  })

  it('Q5 fsync fails for good: nothing is acknowledged, everything can be read, and work goes on when the disk is well', async () => {
    const { dir, shim, counter } = await failing()
    await counter.value('visit.create', intake(1), 'c-1')
    shim.plan({ operation: 'fsync', error: 'EIO', path: '*', count: 100_000 })
    for (let n = 2; n < 12; n += 1) {
      expect(['fault', 'storage readOnly', 'storage full']).toContain(
        outcome(await counter.ask('visit.create', intake(n), `c-${n}`)),
      )
    }
    expect(await counter.value('order.counts')).toMatchObject({ counts: { all: expect.any(Number) } })
    shim.heal()
    for (let n = 2; n < 12; n += 1) await counter.value('visit.create', intake(n), `c-${n}`)
    expect(await ordersIn(counter)).toBe(11)
    expect(await counter.end()).toBe(0)
    expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
  })

  it.each<[string, Plan, string, unknown]>([
    [
      'the log of the database',
      { operation: 'write', error: 'ENOSPC', path: '-wal' },
      'visit.create',
      intake(1),
    ],
    [
      'the reserved numbers',
      { operation: 'write', error: 'ENOSPC', path: '.tmp' },
      'visit.create',
      intake(1),
    ],
    [
      'a photo',
      { operation: 'write', error: 'ENOSPC', path: '.tmp' },
      'attachment.put',
      { mime: 'image/png', data: Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64') },
    ],
    [
      'a draft',
      { operation: 'write', error: 'ENOSPC', path: '-wal' },
      'draft.save',
      { id: '0190f5fe-7c00-7a00-8000-0000000000d1', form: 'intake', title: '', body: {}, schemaVersion: 1 },
    ],
  ])(
    'D1 no room for %s is the refusal `storage`, and the repeated command is done',
    async (_what, plan, method, params) => {
      const { dir, shim, counter } = await failing()
      shim.plan({ ...plan, count: 3 })
      expect(outcome(await counter.ask(method, params, 'c-1'))).toBe('storage full')
      shim.heal()
      expect(outcome(await counter.ask(method, params, 'c-1'))).toBe('value')
      await counter.kill()
      expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
    },
  )

  it.each([
    ['write', 'EIO'],
    ['write', 'ENOSPC'],
    ['fsync', 'EIO'],
    ['rename', 'EIO'],
  ] as const)(
    'G4 the k-th %s of an intake fails with %s, for every k: never acknowledged wrongly, never done twice',
    async (operation, error) => {
      const { dir, shim, counter } = await failing()
      let k = 0
      let n = 0
      for (; k < 200; k += 1) {
        n += 1
        shim.plan({ operation, error, path: '*', skip: k })
        const answer = await counter.ask('visit.create', intake(n), `c-${n}`)
        // An acknowledged order with the plan still waiting: the intake has fewer operations than k.
        if (shim.pending()) break
        if (answer.result === undefined)
          expect(['fault', 'storage full', 'storage readOnly']).toContain(outcome(answer))
        const again = await counter.value('visit.create', intake(n), `c-${n}`)
        if (answer.result !== undefined) expect(again).toEqual(answer.result)
        expect(await ordersIn(counter)).toBe(n)
      }
      shim.heal()
      process.stdout.write(`${operation} ${error}: ${k} operations of an intake failed one after another\n`)
      expect([k > (operation === 'write' ? 5 : 0), k < 200]).toEqual([true, true])
      expect(await counter.end()).toBe(0)
      expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
    },
  )
})
