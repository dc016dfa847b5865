// The core in Electron's utility process, with the echo core: the database driver does not load in every
// Electron that runs these tests, the process and its channel do.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import { build } from 'vite'
import { startHiddenDisplay } from '../../scripts/lib/display.mjs'
import { electronEnv, electronFlags, electronRuntime } from '../../scripts/lib/runtime.mjs'
import { hostScenarios } from '../host/host-scenarios.ts'
import { expect, test } from './support/app.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const bundle = (entry: string, name: string, outDir: string) =>
  build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node18',
      rolldownOptions: {
        input: { [name]: join(root, entry) },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })

test.describe.configure({ mode: 'serial' })

let app: ElectronApplication
let stopDisplay: () => void

test.beforeAll(async () => {
  const folder = test.info().outputPath('utility-app')
  await bundle('test/electron/support/utility-app.ts', 'main', folder)
  await bundle('test/host/echo-core.ts', 'echo-core', folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'utility-app', main: 'main.cjs' }))
  const { display, stop } = await startHiddenDisplay()
  stopDisplay = stop
  app = await _electron.launch({
    executablePath: electronRuntime().electron,
    args: [...electronFlags(), `--user-data-dir=${join(folder, 'profile')}`, folder],
    env: electronEnv({ DISPLAY: display, WAYLAND_DISPLAY: '' }),
    cwd: tmpdir(),
  })
})

test.afterAll(async () => {
  await app?.close()
  stopDisplay?.()
})

for (const name of hostScenarios) {
  test(`a utility process ${name}`, async () => {
    const played = await app.evaluate((_electronModule, scenario) => {
      const { play } = globalThis as unknown as { play: (name: string) => Promise<string> }
      return play(scenario)
    }, name)
    expect(played).toBe('played')
  })
}
