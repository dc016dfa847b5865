// The supervisor with real processes: what a window notices when the core dies, hangs, refuses or ends.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoreEvent, Reply } from '#shared/contract/reply.ts'
import type { HostPrinter } from '#shared/host/printer.ts'
import { startNodeChild } from '#main/core-host.ts'
import type { SupervisorOptions, WindowConnection } from '#main/core-supervisor.ts'
import { runCore } from './run-core.ts'
import type { RunningCore } from './run-core.ts'

let core: RunningCore
let events: CoreEvent[]
const echoCore = fileURLToPath(new URL('echo-core.ts', import.meta.url))
const run = (more: Partial<SupervisorOptions> = {}) => {
  core = runCore(() => startNodeChild(process.execPath, echoCore), more)
}

beforeEach(() => {
  events = []
  run()
})
afterEach(() => core.stop())

const connect = () => core.supervisor.connect('window', (event) => events.push(event))
const valueOf = (reply: Reply) => (reply.ok ? reply.value : reply)
const kill = async (window: WindowConnection): Promise<void> => {
  const pid = valueOf(await window.call({ method: 'echo.pid' })) as number
  process.kill(pid, 'SIGKILL')
}

describe('a running core', () => {
  it('answers calls that were made before it was up, and gives every call an id to repeat it by', async () => {
    const window = connect()
    const [echo, request] = await Promise.all([
      window.call({ method: 'echo.back', params: { a: ['中', null, 1.5] } }),
      window.call({ method: 'echo.request', params: 1 }),
    ])
    expect(echo).toEqual({ ok: true, value: { a: ['中', null, 1.5] } })
    expect(valueOf(request)).toEqual({
      method: 'echo.request',
      params: 1,
      commandId: expect.stringMatching(/^[\w-]{36}$/),
    })
  })

  it('passes events to the window they are for, and to no other', async () => {
    const other: CoreEvent[] = []
    core.supervisor.connect('window', (event) => other.push(event))
    await connect().call({ method: 'echo.tell' })
    expect([events, other]).toEqual([[{ type: 'changed', tags: ['echo'] }], []])
  })

  it('turns what a handler throws into a fault', async () => {
    expect(await connect().call({ method: 'echo.throw' })).toEqual({
      ok: false,
      kind: 'fault',
      faultId: 'core-host',
    })
  })

  it('prints through its host and hears how it went', async () => {
    await core.stop()
    const printer: HostPrinter = {
      list: async () => [{ name: 'Front', isDefault: true }],
      print: async (job) => ({ result: 'sent', message: `${job.copies} of ${job.jobId}` }),
    }
    run({ hostPrinter: printer })
    const window = connect()
    expect(valueOf(await window.call({ method: 'echo.printers' }))).toEqual([
      { name: 'Front', isDefault: true },
    ])
    const job = { jobId: 'J', pages: [], widthMm: 60, heightMm: 40, printer: 'Front', copies: 2 }
    expect(valueOf(await window.call({ method: 'echo.print', params: job }))).toEqual({
      result: 'sent',
      message: '2 of J',
    })
  })
})

describe('a core that dies', () => {
  it('P4 is back within 3 s with the person still signed in', async () => {
    const window = connect()
    await window.call({ method: 'session.login', params: 'M001' })
    const started = performance.now()
    await kill(window)
    expect(valueOf(await window.call({ method: 'session.current' }))).toEqual({
      token: 'token of M001',
      terminal: 'window',
    })
    expect(performance.now() - started).toBeLessThan(3000)
    expect(core.states.map(({ state }) => state)).toEqual(['up', 'restarting', 'up'])
  })

  it('forgets a person who had signed out', async () => {
    const window = connect()
    await window.call({ method: 'session.login', params: 'M001' })
    await window.call({ method: 'session.logout' })
    await kill(window)
    expect(valueOf(await window.call({ method: 'session.current' }))).toEqual({
      token: null,
      terminal: 'window',
    })
  })

  it('does a call again that was under way, with the id it had', async () => {
    const window = connect()
    expect(await window.call({ method: 'echo.dieOnce', commandId: 'C1' })).toEqual({
      ok: true,
      value: 'survived',
    })
  })

  it('does not die for the same call a third time', async () => {
    const reply = await connect().call({ method: 'echo.die' })
    expect(reply).toEqual({ ok: false, kind: 'fault', faultId: 'core-died' })
    expect(core.processes.length).toBeLessThanOrEqual(3)
  })

  it('three times quickly is given up in plain words until a person asks for another try', async () => {
    const window = connect()
    await window.call({ method: 'echo.back' })
    writeFileSync(join(core.dataDir, 'die-at-start'), '')
    const down = core.reaches('down')
    await kill(window)
    const held = window.call({ method: 'echo.back' })
    await down
    const fault = { ok: false, kind: 'fault', faultId: 'core-down' }
    expect([await held, await window.call({ method: 'echo.back' })]).toEqual([fault, fault])
    expect(core.supervisor.state().message).toMatch(/重试.*Retry/s)

    rmSync(join(core.dataDir, 'die-at-start'))
    core.supervisor.retry()
    expect(await window.call({ method: 'echo.back', params: 1 })).toEqual({ ok: true, value: 1 })
  })
})

describe('a core that hangs', () => {
  it('P9 is ended and started anew', async () => {
    await core.stop()
    run({ pulseMs: 20 })
    const window = connect()
    const hung = window.call({ method: 'echo.hang' })
    await core.reaches('up')
    await core.reaches('up')
    expect(core.logged).toContain('core hangs, ending it')
    expect(await hung).toEqual({ ok: false, kind: 'fault', faultId: 'core-died' })
  })
})

describe('a core that does not open its folder', () => {
  it('says why in its own words, and opens after the reason is gone', async () => {
    const window = connect()
    await window.call({ method: 'echo.back' })
    writeFileSync(join(core.dataDir, 'refuse'), '')
    const down = core.reaches('down')
    await kill(window)
    await down
    expect(core.supervisor.state()).toEqual({ state: 'down', message: '数据打不开 / the data does not open' })
    rmSync(join(core.dataDir, 'refuse'))
    core.supervisor.retry()
    expect(await window.call({ method: 'echo.back', params: 2 })).toEqual({ ok: true, value: 2 })
  })
})

describe('the end', () => {
  it('lets calls under way finish, then drains, and takes nothing more', async () => {
    const window = connect()
    await window.call({ method: 'echo.back' })
    const slow = window.call({ method: 'echo.slow' })
    const drained = core.supervisor.quit(5000)
    const late = await window.call({ method: 'echo.back' })
    expect([await slow, await drained, late]).toEqual([
      { ok: true, value: 'slow' },
      true,
      { ok: false, kind: 'fault', faultId: 'quitting' },
    ])
    expect(core.echoLog().at(-1)).toBe('drained')
  })
})
