// Starts the built program the way a person does, on a display and with a data folder of its own, and takes
// everything down again. Tests import `test` and `expect` from here.
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, _electron } from '@playwright/test'
import type { ElectronApplication, Page, TestInfo } from '@playwright/test'
import { startHiddenDisplay } from '../../../scripts/lib/display.mjs'
import { electronEnv, electronFlags, electronRuntime } from '../../../scripts/lib/runtime.mjs'

const appFolder = resolve(fileURLToPath(import.meta.url), '../../../..')

export type LaunchOptions = {
  /** Arguments for the program, after its own `--data` folder. */
  args?: string[]
  env?: Record<string, string>
  /** A data folder that is kept; without it a fresh one is made and removed again. */
  dataFolder?: string
  /** The hidden screen, 1440x900 unless told. */
  screen?: string
  /** A packaged program to start instead of the built folder. */
  executable?: string
}

export type CounterApp = {
  app: ElectronApplication
  window: Page
  dataFolder: string
  /** Errors on the window's console and uncaught ones, content security reports among them. */
  errors: string[]
  /** What main wrote to stdout and stderr. */
  output: () => string
  close: () => Promise<void>
}

/** Starts the program and waits for its first window. */
export async function launchCounter(options: LaunchOptions = {}): Promise<CounterApp> {
  const own = options.dataFolder === undefined ? await mkdtemp(join(tmpdir(), 'repair-counter-')) : undefined
  const dataFolder = options.dataFolder ?? join(own ?? '', 'data')
  const profile = await mkdtemp(join(tmpdir(), 'repair-counter-profile-'))
  const display = await startHiddenDisplay(options.screen === undefined ? {} : { size: options.screen })
  let child: ChildProcess | undefined
  const cleanUp = async () => {
    if (child?.exitCode === null) child.kill('SIGKILL')
    display.stop()
    await Promise.all([own, profile].map((folder) => folder && rm(folder, { recursive: true, force: true })))
  }
  try {
    const app = await _electron.launch({
      executablePath: options.executable ?? electronRuntime().electron,
      args: [
        ...electronFlags(),
        `--user-data-dir=${profile}`,
        ...(options.executable === undefined ? [appFolder] : []),
        '--data',
        dataFolder,
        ...(options.args ?? []),
      ],
      env: electronEnv({ DISPLAY: display.display, WAYLAND_DISPLAY: '', ...options.env }),
      cwd: tmpdir(),
      timeout: 30_000,
    })
    // Asked now: of a program that was killed meanwhile Playwright no longer knows the process.
    const program = app.process()
    child = program
    const output = collectOutput(program)
    const errors: string[] = []
    app.on('window', (page) => watchErrors(page, errors))
    for (const page of app.windows()) watchErrors(page, errors)
    const window = await app.firstWindow()
    const close = async () => {
      await closeOrKill(app, program)
      await cleanUp()
    }
    return { app, window, dataFolder, errors, output, close }
  } catch (error) {
    await cleanUp()
    throw error
  }
}

function collectOutput(child: ChildProcess): () => string {
  let text = ''
  child.stdout?.on('data', (part: Buffer) => (text += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (text += part.toString()))
  return () => text
}

const watched = new WeakSet<Page>()
function watchErrors(page: Page, errors: string[]): void {
  if (watched.has(page)) return
  watched.add(page)
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
}

// A program that does not end within 15 s would hang the whole run.
async function closeOrKill(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await app.close().catch(() => undefined)
  clearTimeout(killer)
}

/** Saves what one needs to understand a failure: the picture, main's output, the logs of the core. */
async function keepEvidence(counter: CounterApp, info: TestInfo): Promise<void> {
  const picture = info.outputPath('window.png')
  await counter.window.screenshot({ path: picture, timeout: 5_000 }).catch(() => undefined)
  await info.attach('window', { path: picture, contentType: 'image/png' }).catch(() => undefined)
  await info.attach('main output', { body: counter.output(), contentType: 'text/plain' })
  await info.attach('window errors', { body: counter.errors.join('\n'), contentType: 'text/plain' })
  const files = await readdir(counter.dataFolder, { recursive: true }).catch(() => [])
  for (const file of files.filter((name) => /\.(log|jsonl)$/.test(name))) {
    const body = await readFile(join(counter.dataFolder, file), 'utf8').catch(() => '')
    await info.attach(file.replaceAll('/', '-'), { body, contentType: 'text/plain' })
  }
}

type Fixtures = {
  /** How `counter` is started: `test.use({ launch: { args: ['--demo'] } })`. */
  launch: LaunchOptions
  /** The running program. A test fails when the window logged an error, unless it took it out of `errors`. */
  counter: CounterApp
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  counter: async ({ launch }, use, info) => {
    const counter = await launchCounter(launch)
    try {
      await use(counter)
    } finally {
      const bad = info.status !== info.expectedStatus || counter.errors.length > 0
      if (bad) await keepEvidence(counter, info)
      await counter.close()
    }
    if (info.status === info.expectedStatus && counter.errors.length > 0) {
      throw new Error(`The window logged errors:\n${counter.errors.join('\n')}`)
    }
  },
})

export { expect } from '@playwright/test'
