// The packed program as a shop gets it: started by an ordinary user, its sandbox on, nobody driving it. Playwright
// cannot attach (the fuses forbid it), so it is judged by the picture it saves, its data folder and its end.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { startHiddenDisplay } from '../../scripts/lib/display.mjs'
import { electronRuntime } from '../../scripts/lib/runtime.mjs'

const root = resolve(import.meta.dirname, '../..')
const NOBODY = '65534'

const finished = (child: ChildProcess): Promise<number | null> =>
  new Promise((end) => child.once('exit', (code) => end(code)))

const pack = async (): Promise<void> => {
  const child = spawn('node', ['scripts/dist.mjs', '--linux', 'dir'], { cwd: root, stdio: 'ignore' })
  expect(await finished(child)).toBe(0)
}

test('the packed program starts with its sandbox on, opens a shop of its own and ends cleanly', async () => {
  test.setTimeout(180_000)
  test.skip(
    process.platform !== 'linux',
    'packs and starts the Linux folder; other systems have no such target here',
  )
  test.skip(
    electronRuntime().kind === 'fallback' && process.getuid?.() !== 0,
    'the stand-in runtime is started as another user, which only root can do',
  )
  await pack()
  const place = mkdtempSync(join(tmpdir(), 'repair-counter-packed-'))
  const display = startHiddenDisplay()
  const { display: name, stop } = await display
  try {
    chmodSync(place, 0o755)
    // Elsewhere, because the sources may lie where an ordinary user may not look.
    cpSync(join(root, 'dist/linux-unpacked'), join(place, 'program'), { recursive: true })
    const node = join(place, 'node')
    cpSync(join(root, 'node_modules/node/bin/node'), node)
    const home = join(place, 'home')
    mkdirSync(home)
    chmodSync(home, 0o777)
    const picture = join(home, 'first.png')
    const isRoot = process.getuid?.() === 0
    const program = join(place, 'program/repair-counter')
    const command = isRoot
      ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', program]
      : [program]
    const child = spawn(command[0] as string, [...command.slice(1), '--data', join(home, 'shop')], {
      cwd: home,
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
        DISPLAY: name,
        REPAIR_COUNTER_NODE: node,
        REPAIR_COUNTER_SNAPSHOT: picture,
      },
    })
    const end = finished(child)
    await expect
      .poll(() => existsSync(picture) && statSync(picture).size > 5_000, { timeout: 60_000 })
      .toBe(true)
    expect(existsSync(join(home, 'shop/counter.db'))).toBe(true)
    child.kill('SIGTERM')
    expect(await end).toBe(0)
    expect(
      existsSync(join(home, 'shop/counter.db-wal')) && statSync(join(home, 'shop/counter.db-wal')).size,
    ).toBeFalsy()
  } finally {
    stop()
    rmSync(place, { recursive: true, force: true })
  }
})
