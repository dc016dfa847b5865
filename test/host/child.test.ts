// The real core in a real child, from the sources: it opens, it keeps what it acknowledged through a kill, it says
// plainly why it does not open, and it does not outlive whoever started it.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { startNodeChild } from '#main/core-host.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { runCore } from './run-core.ts'
import type { RunningCore } from './run-core.ts'

const child = fileURLToPath(new URL('../../src/core/host/child.ts', import.meta.url))
const start = () => startNodeChild(process.execPath, child)

let core: RunningCore
afterEach(() => core.stop())

const setUp = {
  name: '明亮维修',
  address: '',
  phone: '',
  areaCode: '0755',
  language: 'zh-CN',
  paperLanguage: 'zh-CN',
  branchCode: 'SZ',
  manager: { staffNo: 'M001', name: '王敏', password: 'counter-9-Tests' },
}
const valueOf = (reply: Reply): unknown => (reply.ok ? reply.value : reply)

describe('the real core as a child', () => {
  it('P4 is back after kill -9 with the shop and the person', async () => {
    core = runCore(start)
    const window = core.supervisor.connect('window', () => undefined)
    await window.call({ method: 'shop.setUp', params: setUp })
    const person = { staffNo: 'M001', password: 'counter-9-Tests' }
    expect(await window.call({ method: 'session.login', params: person })).toMatchObject({ ok: true })
    const restarting = core.reaches('restarting')
    core.processes[0]?.kill()
    await restarting
    expect(valueOf(await window.call({ method: 'session.current' }))).toMatchObject({
      person: { name: '王敏' },
    })
    expect(valueOf(await window.call({ method: 'shop.get' }))).toMatchObject({ shop: { name: '明亮维修' } })
  })

  it('does a command once, however often it is asked for over a crash', async () => {
    core = runCore(start)
    const window = core.supervisor.connect('window', () => undefined)
    const once = { method: 'shop.setUp', params: setUp, commandId: 'set-up-1' }
    const first = await window.call(once)
    const restarting = core.reaches('restarting')
    core.processes[0]?.kill()
    await restarting
    expect(await window.call(once)).toEqual(first)
  })

  it('says in plain words that its folder is in use, and opens it when it is free', async () => {
    const first = runCore(start)
    await first.supervisor.connect('window', () => undefined).call({ method: 'shop.get' })
    const { dataDir } = first
    core = runCore(start, { hello: async () => ({ dataDir, version: '1', demo: false, passcodeKey: null }) })
    await core.reaches('down')
    expect(core.supervisor.state().message).toMatch(/使用.*in use/s)
    await first.supervisor.quit(5000)
    core.supervisor.retry()
    expect(
      await core.supervisor.connect('window', () => undefined).call({ method: 'shop.get' }),
    ).toMatchObject({ ok: true })
    await first.stop()
  })

  it.each([
    ['a file where the folder should be', (dir: string) => writeFileSync(dir, '')],
    [
      'a database that is none',
      (dir: string) => {
        mkdirSync(dir, { recursive: true })
        writeFileSync(join(dir, 'counter.db'), 'x'.repeat(8192))
      },
    ],
  ])('G8 %s is told, nothing is changed, and deleting is never offered', async (_name, damage) => {
    const outside = mkdtempSync(join(tmpdir(), 'repair-counter-damaged-'))
    const dataDir = join(outside, 'data')
    damage(dataDir)
    core = runCore(start, { hello: async () => ({ dataDir, version: '1', demo: false, passcodeKey: null }) })
    await core.reaches('down')
    expect(core.supervisor.state().message).toMatch(/没有改动.*nothing was changed/s)
    expect(core.supervisor.state().message).not.toMatch(/请删除|delete the data/i)
    rmSync(outside, { recursive: true })
  })

  it('ends within 2 s when its parent is killed', async () => {
    core = runCore(start)
    const { dataDir } = core
    await core.supervisor.quit(5000)
    // The core holds the same pipe as its parent. It closes with the last of them, also where the system takes
    // seconds to clear away a process that is over and nobody waits for.
    const script = `
      const { spawn } = require('node:child_process')
      const core = spawn(process.execPath, [${JSON.stringify(child)}], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      core.on('message', ({ type }) => console.log(type + ' ' + core.pid))
      core.send({ type: 'hello', dataDir: ${JSON.stringify(dataDir)}, version: '1', demo: false, passcodeKey: null, hostPrinter: false })`
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const said = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (text: Buffer) => resolve(text.toString())),
    )
    const pid = Number(/^ready (\d+)/.exec(said)?.[1])
    expect(pid).toBeGreaterThan(0)
    let isOver = false
    parent.stdout.once('close', () => (isOver = true))
    parent.kill('SIGKILL')
    try {
      await expect.poll(() => isOver, { timeout: 2000, interval: 10 }).toBe(true)
    } finally {
      if (!isOver) process.kill(pid, 'SIGKILL')
    }
  })
})
