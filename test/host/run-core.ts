// Runs a core in a process of its own under a supervisor, with a folder that is removed again.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CoreProcess } from '#main/core-host.ts'
import { superviseCore } from '#main/core-supervisor.ts'
import type { Supervisor, SupervisorOptions } from '#main/core-supervisor.ts'
import type { CoreState } from '#shared/contract/window.ts'

export type RunningCore = Readonly<{
  supervisor: Supervisor
  dataDir: string
  states: { state: CoreState; message: string }[]
  logged: string[]
  processes: CoreProcess[]
  /** Answers once the supervisor says this state (again). */
  reaches: (state: CoreState) => Promise<void>
  echoLog: () => string[]
  stop: () => Promise<void>
}>

export const runCore = (
  start: () => CoreProcess,
  more: Partial<Omit<SupervisorOptions, 'start'>> = {},
): RunningCore => {
  const dataDir = mkdtempSync(join(tmpdir(), 'repair-counter-host-'))
  const states: RunningCore['states'] = []
  const logged: string[] = []
  const processes: CoreProcess[] = []
  let waiting: { state: CoreState; done: () => void }[] = []
  const supervisor = superviseCore({
    start: () => {
      const started = start()
      processes.push(started)
      return started
    },
    hello: async () => ({ dataDir, version: '1.2.3', demo: false, passcodeKey: null }),
    onState: (state, message) => {
      states.push({ state, message })
      for (const one of waiting) if (one.state === state) one.done()
      waiting = waiting.filter((one) => one.state !== state)
    },
    log: (event) => logged.push(event),
    ...more,
  })
  return {
    supervisor,
    dataDir,
    states,
    logged,
    processes,
    reaches: (state) => new Promise((done) => waiting.push({ state, done })),
    echoLog: () => readFileSync(join(dataDir, 'echo.log'), 'utf8').trim().split('\n'),
    stop: async () => {
      await supervisor.quit(2000)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
