// The other commands of `counter`: call, init, check, backup, restore, and what wrong usage is answered with.
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { CHECKS } from '#core/check/checks.ts'
import { openDriver } from '#core/db/driver.ts'
import { closedShop, visit } from '#test/support/core.ts'
import { runCounter } from '#test/support/counter-process.ts'
import { tempDir } from '#test/support/temp-dir.ts'

// Each start of a process is a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const call = async (dir: string, method: string, params: unknown, ...more: string[]) => {
  const args = ['call', method, JSON.stringify(params), '--data', dir, '--as', '1001', ...more]
  const { code, stdout } = await runCounter(args)
  return { code, answer: JSON.parse(stdout) as Record<string, unknown> }
}

describe('counter call', () => {
  it('ends with 0 and the value, 1 and the refusal, 2 and the bad field', async () => {
    const dir = await closedShop()
    expect(await call(dir, 'visit.create', visit(), '--command-id', 'c-1')).toMatchObject({
      code: 0,
      answer: { orders: [{}] },
    })
    expect(
      await call(dir, 'visit.create', visit({ broughtBy: '李四' }), '--command-id', 'c-1'),
    ).toMatchObject({
      code: 1,
      answer: { error: { code: 1, data: { refusal: 'commandIdReused' } } },
    })
    expect(await call(dir, 'order.list', { view: 'everything' })).toMatchObject({
      code: 2,
      answer: { error: { code: -32602, data: { path: 'view' } } },
    })
    expect(await call(dir, 'order.everything', {})).toMatchObject({
      code: 2,
      answer: { error: { code: -32601 } },
    })
  })

  it('a wrong password is a refusal', async () => {
    const dir = await closedShop()
    const env = { REPAIR_COUNTER_PASSWORD: 'not-this-one' }
    const { code, stdout } = await runCounter(['call', 'order.counts', '--data', dir, '--as', '1001'], {
      env,
    })
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { error: { message: 'wrongPassword' } }])
  })
})

describe('counter init', () => {
  it('makes a shop in a new folder, and a second time is refused', async () => {
    const dir = `${tempDir()}/new/shop`
    const args = ['init', '--data', dir, '--shop', '城南维修', '--branch', 'gz02', '--admin', 'm1']
    const first = await runCounter(args)
    expect([first.code, JSON.parse(first.stdout)]).toMatchObject([
      0,
      { shop: { name: '城南维修', branchCode: 'GZ02', terminal: 'GZ02-1' } },
    ])
    const second = await runCounter(args)
    expect([second.code, JSON.parse(second.stdout)]).toMatchObject([
      1,
      { error: { code: 1, data: { refusal: 'alreadySetUp', name: '城南维修' } } },
    ])
  })
})

describe('counter check', () => {
  it('prints each check with its count and ends with 0 on a good database, with 1 on a tampered copy', async () => {
    const dir = await closedShop()
    await call(dir, 'visit.create', visit())
    const good = await runCounter(['check', '--data', dir])
    expect(good.code).toBe(0)
    expect(good.stdout.trimEnd().split('\n')).toEqual(
      CHECKS.map(({ name }) => expect.stringMatching(new RegExp(`^ok   ${name}: \\d+ checked$`))),
    )
    const db = openDriver(`${dir}/counter.db`)
    db.exec('update work_order set limit_fen = 1')
    db.close()
    const bad = await runCounter(['check', '--data', dir])
    expect([bad.code, bad.stdout]).toEqual([
      1,
      expect.stringMatching(/^FAIL outbox equals tables: \d+ checked\n.*limitFen/m),
    ])
  })
})

describe('counter backup and counter restore', () => {
  it('WO-6 going back to a backup keeps the present database, and numbers go on', async () => {
    const dir = await closedShop()
    const numberOf = ({ answer }: { answer: Record<string, unknown> }) => String(answer['number'])
    const first = numberOf(await call(dir, 'visit.create', visit()))
    const { file, orders } = JSON.parse((await runCounter(['backup', '--data', dir])).stdout)
    expect(orders).toBe(1)
    const other = visit({
      customer: { new: { name: '李四', phones: [] } },
      machines: [{ device: { new: { category: '手机', serial: 'B2' } }, reportedFault: '碎屏' }],
    })
    const lost = numberOf(await call(dir, 'visit.create', other))
    const restored = JSON.parse((await runCounter(['restore', '--data', dir, '--file', file])).stdout)
    expect(restored.orders).toBe(1)
    expect(readdirSync(dir)).toContain(restored.keptAs)
    const after = numberOf(await call(dir, 'visit.create', other))
    expect(new Set([first, lost, after]).size).toBe(3)
    expect((await runCounter(['check', '--data', dir])).code).toBe(0)
  })

  it('a backup that is not there is refused with a sentence, and nothing changes', async () => {
    const dir = await closedShop()
    const before = readdirSync(dir)
    const { code, stdout, stderr } = await runCounter(['restore', '--data', dir, '--file', 'no.db'])
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('no such file in the backup folder'),
    })
    expect(readdirSync(dir)).toEqual(before)
  })
})

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['sevre'], ''],
    ['no folder', ['serve'], '--data is missing'],
    ['an unknown option', ['serve', '--data', 'x', '--port', '1'], 'unknown option --port'],
    ['an option without its value', ['check', '--data'], '--data needs a value'],
    ['parameters that are not JSON', ['call', 'shop.get', '{', '--data', 'x'], 'not JSON'],
    ['checking where nothing is', ['check', '--data', 'no-such-folder'], 'no counter database'],
    ['a backup of nothing', ['backup', '--data', 'no-such-folder'], 'no counter database'],
    [
      'restoring where nothing is',
      ['restore', '--data', 'no-such-folder', '--file', 'x.db'],
      'there is no folder',
    ],
  ])('%s ends with 2, says what, and makes nothing', async (_what, args, words) => {
    const cwd = tempDir()
    const given = args.map((arg) => (arg === 'x' || arg === 'no-such-folder' ? `${cwd}/${arg}` : arg))
    const { code, stdout, stderr } = await runCounter(given)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr).toContain('counter serve --data DIR')
    expect(existsSync(`${cwd}/no-such-folder`)).toBe(false)
  })

  it('without any word it explains itself', async () => {
    const { code, stderr } = await runCounter([])
    expect([code, stderr]).toEqual([0, expect.stringContaining('counter methods')])
  })
})
