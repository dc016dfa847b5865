// What every kind of host must do the same: run under plain Node by `hosts.test.ts` and inside Electron, with
// its utility process, by `test/electron/utility-host.spec.ts`. Plain assertions, because neither runner is there.
import assert from 'node:assert/strict'
import type { CoreProcess } from '#main/core-host.ts'
import type { WindowConnection } from '#main/core-supervisor.ts'
import type { CoreEvent } from '#shared/contract/reply.ts'
import { runCore } from './run-core.ts'
import type { RunningCore } from './run-core.ts'

type World = RunningCore & { window: WindowConnection; events: CoreEvent[] }

const ask = async (window: WindowConnection, method: string, params?: unknown): Promise<unknown> => {
  const reply = await window.call({ method, params })
  return reply.ok ? reply.value : reply
}

const scenarios: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'carries text, numbers and a megabyte unchanged, both ways': async ({ window }) => {
    const sent = {
      text: '维修 “𬭎” \u0000 é',
      list: [null, true, -0.5, 2 ** 53],
      large: '件'.repeat(350_000),
    }
    assert.deepEqual(await ask(window, 'echo.back', sent), sent)
  },

  'greets the core with what it needs to open': async ({ window, dataDir }) => {
    const hello = { dataDir, version: '1.2.3', demo: false, passcodeKey: null, hostPrinter: false }
    assert.deepEqual(await ask(window, 'echo.hello'), { type: 'hello', ...hello })
  },

  'brings events to the window before the answer that follows them': async ({ window, events }) => {
    await ask(window, 'echo.tell')
    assert.deepEqual(events, [{ type: 'changed', tags: ['echo'] }])
  },

  'takes a killed core for a crash, whatever its exit code says, and brings the person back': async (
    world,
  ) => {
    await ask(world.window, 'session.login', 'M001')
    const pid = (await ask(world.window, 'echo.pid')) as number
    const down = world.reaches('restarting')
    process.kill(pid, 'SIGKILL')
    await down
    assert.deepEqual(await ask(world.window, 'session.current'), {
      token: 'token of M001',
      terminal: 'window',
    })
    assert.notEqual(await ask(world.window, 'echo.pid'), pid)
  },

  'lets what is under way finish, then drains': async ({ window, supervisor, echoLog }) => {
    await ask(window, 'echo.back')
    const slow = ask(window, 'echo.slow')
    assert.equal(await supervisor.quit(5000), true)
    assert.equal(await slow, 'slow')
    assert.equal(echoLog().at(-1), 'drained')
  },

  'ends a core that hangs without waiting for it': async ({ window, supervisor }) => {
    const pid = (await ask(window, 'echo.pid')) as number
    void ask(window, 'echo.hang')
    assert.equal(await supervisor.quit(200), false)
    await gone(pid)
  },
}

const gone = async (pid: number): Promise<void> => {
  const alive = (): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  const deadline = performance.now() + 3000
  while (alive()) {
    assert.ok(performance.now() < deadline, `process ${pid} is still there`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export const hostScenarios = Object.keys(scenarios)

/** Runs one scenario with a fresh core; rejects with what went wrong. */
export const playHostScenario = async (name: string, start: () => CoreProcess): Promise<void> => {
  const events: CoreEvent[] = []
  const core = runCore(start)
  const window = core.supervisor.connect('window', (event) => events.push(event))
  try {
    await scenarios[name]?.({ ...core, window, events })
  } finally {
    await core.stop()
  }
}
