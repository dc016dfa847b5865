// A program of its own for one test: Electron's main process that plays the shared host scenarios with the real
// supervisor and the echo core in a utility process. Bundled by the test that starts it.
import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import { startUtility } from '#main/core-host.ts'
import { playHostScenario } from '#test/host/host-scenarios.ts'

const core = join(app.getAppPath(), 'echo-core.cjs')

const play = async (name: string): Promise<string> => {
  await app.whenReady()
  const fork: Parameters<typeof startUtility>[0] = (file, args, options) =>
    utilityProcess.fork(file, args, options)
  return playHostScenario(name, () => startUtility(fork, core)).then(
    () => 'played',
    (error: Error) => error.stack ?? error.message,
  )
}

Object.assign(globalThis, { play })
