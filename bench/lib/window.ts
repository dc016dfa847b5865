// Starts the built program, or an empty Electron window, the same way: same Electron, same flags, same driver.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { startHiddenDisplay } from '../../scripts/lib/display.mjs'
import { electronEnv, electronFlags, electronRuntime } from '../../scripts/lib/runtime.mjs'

const project = resolve(import.meta.dirname, '../..')

export type Started = Readonly<{ app: ElectronApplication; window: Page; close: () => Promise<void> }>
/** `profile`: one that is kept between starts, as a person has; without it each start has a new one. */
export type Starter = (dataDir?: string, profile?: string) => Promise<Started>

/** One display for all windows of a bench. */
export const openDisplay = (): Promise<{ display: string; stop: () => void }> =>
  startHiddenDisplay({ size: '1440x900' })

const starter =
  (display: string, workDir: string, appFolder: string): Starter =>
  async (dataDir, kept) => {
    const profile = kept ?? mkdtempSync(join(workDir, 'profile-'))
    const app = await _electron.launch({
      executablePath: electronRuntime().electron,
      args: [
        ...electronFlags(),
        `--user-data-dir=${profile}`,
        appFolder,
        ...(dataDir ? ['--data', dataDir] : []),
      ],
      env: electronEnv({ DISPLAY: display, WAYLAND_DISPLAY: '' }),
      cwd: workDir,
      timeout: 60_000,
    })
    const child = app.process()
    const window = await app.firstWindow()
    return {
      app,
      window,
      close: async () => {
        const killer = setTimeout(() => child.kill('SIGKILL'), 15_000)
        await app.close().catch(() => undefined)
        clearTimeout(killer)
        if (kept === undefined) rmSync(profile, { recursive: true, force: true })
      },
    }
  }

export const counterStarter = (display: string, workDir: string): Starter =>
  starter(display, workDir, project)

/** The least that Electron can be: one window of the same size with one field in it. */
export const emptyStarter = (display: string, workDir: string): Starter => {
  const folder = join(workDir, 'empty-app')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }),
  )
  writeFileSync(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: true })
  window.loadFile(require('node:path').join(__dirname, 'page.html'))
})
app.on('window-all-closed', () => app.quit())
`,
  )
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><title>empty</title><input role="combobox" autofocus>',
  )
  return starter(display, workDir, folder)
}

/** Signs the manager of the demo shop in and waits for the frame. */
export const signIn = async (window: Page): Promise<void> => {
  await window.getByRole('combobox').first().fill('1001')
  await window.keyboard.press('Enter')
  await window.keyboard.type('demo-1001')
  await window.keyboard.press('Enter')
  await window.locator('.omnibox input').waitFor()
}

/** A process and all that it started, by /proc. */
export const processTree = (root: number): number[] => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = readIfThere(`/proc/${name}/stat`)
    // The program's name stands in brackets and may hold anything.
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (parent > 0) parents.set(Number(name), parent)
  }
  const tree = [root]
  for (const one of tree) for (const [pid, parent] of parents) if (parent === one) tree.push(pid)
  return tree
}

/** Memory that these processes really take, MiB: what they share is divided among those who share it. */
export const pss = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const line = /^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`) ?? '')
    return sum + Number(line?.[1] ?? 0) / 1024
  }, 0)

/** The same by kind of process: main, renderer, gpu-process, core … */
export const pssByKind = (pids: readonly number[]): Record<string, number> => {
  const kinds: Record<string, number> = {}
  for (const pid of pids) {
    const command = (readIfThere(`/proc/${pid}/cmdline`) ?? '').split(/[\0 ]/)
    const type = command.find((word) => word.startsWith('--type='))?.slice('--type='.length)
    const kind = type ?? (command.some((word) => word.includes('/core/')) ? 'core' : 'main')
    kinds[kind] = Math.round((kinds[kind] ?? 0) + pss([pid]))
  }
  return kinds
}

const readIfThere = (file: string): string | undefined => {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  } catch {
    // It ended between the two looks.
    return undefined
  }
}
