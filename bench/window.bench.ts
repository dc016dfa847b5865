// What a person feels at the window: how long it takes to come up, how soon results stand under the search field
// after a key, and what it takes of the memory. The peer is an empty window of the same Electron.
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { ensureBuild } from '../scripts/lib/build.mjs'
import { node24 } from '../scripts/lib/shell.mjs'
import { bigShop } from './lib/big-shop.ts'
import { median, milliseconds, percentile } from './lib/measure.ts'
import type { Row, Run } from './lib/row.ts'
import { row, rounded } from './lib/row.ts'
import type { Starter } from './lib/window.ts'
import {
  counterStarter,
  emptyStarter,
  openDisplay,
  processTree,
  pss,
  pssByKind,
  signIn,
} from './lib/window.ts'

const COLD_START = '<= 1.9'
const KEY_PAINT = '< 50'
const MEMORY = '<= 1.5'
const ORDERS = 200_000
/** Longer than the work of the start: the first backup begins half a minute after it. */
const START_MS = 45_000
/** After it the worker of the backup has been let go. */
const REST_MS = 40_000

type Windows = Readonly<{ counter: Starter; empty: Starter; dataDir: string }>

/** `cold-start-ratio`, `key-paint-p95-ms`, `memory-idle-ratio`. */
export const run: Run = async ({ quick, workDir, ids }) => {
  await ensureBuild()
  const display = await openDisplay()
  try {
    const windows = {
      counter: counterStarter(display.display, workDir),
      empty: emptyStarter(display.display, workDir),
    }
    const shop = await bigShop(ORDERS)
    const rows: Row[] = []
    const wants = (id: string): boolean => ids.includes(id)
    if (wants('cold-start-ratio'))
      rows.push(await coldStart({ ...windows, dataDir: shop.dataDir }, workDir, quick))
    if (wants('memory-idle-ratio')) rows.push(await memory({ ...windows, dataDir: shop.dataDir }))
    if (wants('key-paint-p95-ms')) rows.push(await keyPaint(windows.counter, quick))
    return rows
  } finally {
    display.stop()
  }
}

/** From starting the process until the first screen takes what is typed. */
const usableAfter = async (start: Starter, profile: string, dataDir?: string): Promise<number> => {
  const began = performance.now()
  const { window, close } = await start(dataDir, profile)
  await window.getByRole('combobox').first().fill('1')
  const took = performance.now() - began
  await close()
  return took
}

const coldStart = async (
  { counter, empty, dataDir }: Windows,
  workDir: string,
  quick: boolean,
): Promise<Row> => {
  const rounds = quick ? 3 : 7
  const times = { ours: [] as number[], empty: [] as number[], ratios: [] as number[] }
  // The first start on a computer is not measured: each has its profile from then on.
  const [ours, others] = [join(workDir, 'profile-ours'), join(workDir, 'profile-empty')]
  await usableAfter(empty, others)
  await usableAfter(counter, ours, dataDir)
  for (let i = 0; i < rounds; i += 1) {
    const bare = await usableAfter(empty, others)
    const own = await usableAfter(counter, ours, dataDir)
    times.empty.push(bare)
    times.ours.push(own)
    times.ratios.push(own / bare)
  }
  return row('cold-start-ratio', median(times.ratios), 'ratio', COLD_START, {
    ours_ms: rounded(median(times.ours)),
    empty_window_ms: rounded(median(times.empty)),
    ratios: times.ratios.map(milliseconds),
    target: 1.6,
    orders: ORDERS,
    rounds,
  })
}

const memory = async ({ counter, empty, dataDir }: Windows): Promise<Row> => {
  const ours = await counter(dataDir)
  await signIn(ours.window)
  await wait(START_MS)
  await backupDone(dataDir)
  await wait(REST_MS)
  const own = processTree(ours.app.process().pid ?? 0)
  const oursMiB = pss(own)
  const oursByKind = pssByKind(own)
  await ours.close()

  const bare = await empty()
  const node = spawn(node24, ['-e', 'setInterval(() => undefined, 1e6)'], { stdio: 'ignore' })
  await wait(REST_MS)
  const others = processTree(bare.app.process().pid ?? 0)
  const emptyMiB = pss(others)
  const emptyByKind = pssByKind(others)
  const nodeMiB = pss([node.pid ?? 0])
  node.kill()
  await bare.close()
  return row('memory-idle-ratio', oursMiB / (emptyMiB + nodeMiB), 'ratio', MEMORY, {
    ours_mib: rounded(oursMiB),
    ours_by_process_mib: oursByKind,
    empty_window_mib: rounded(emptyMiB),
    empty_by_process_mib: emptyByKind,
    bare_node_mib: rounded(nodeMiB),
    orders: ORDERS,
    moment: 'signed in, at rest',
  })
}

/** The copy of the start is finished, or was never begun; at most three minutes. */
const backupDone = async (dataDir: string): Promise<void> => {
  const folder = join(dataDir, 'backups')
  for (let i = 0; i < 180 && readdirSync(folder).some((name) => name.includes('unfinished')); i += 1)
    await wait(1000)
}

/** What people type: a name by its first letters, a telephone, its end, a name as pinyin. */
const TYPED = ['zw', 'lxy', '138', '1390755', '0086', 'wangwei', 'chenjie', 'liu', '6688', 'zhangmin']

const keyPaint = async (counter: Starter, quick: boolean): Promise<Row> => {
  const shop = await bigShop(quick ? ORDERS : 2_000_000)
  const { window, close } = await counter(shop.dataDir)
  await signIn(window)
  await watchKeys(window)
  const rounds = quick ? 2 : 4
  for (let round = 0; round < rounds; round += 1) {
    for (const text of TYPED) {
      await window.keyboard.press('F3')
      for (const key of text) {
        await window.keyboard.press(key)
        // A fast typist: eight keys a second.
        await wait(125)
      }
      await window.keyboard.press('Escape')
      await wait(60)
    }
  }
  const times = await window.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes)
  await close()
  // The program begins a backup of so large a shop soon after its start; it is not what is measured.
  rmSync(join(shop.dataDir, 'backups'), { recursive: true, force: true })
  return row('key-paint-p95-ms', percentile(times, 95), 'ms', KEY_PAINT, {
    median_ms: rounded(median(times)),
    p99_ms: rounded(percentile(times, 99)),
    keys: times.length,
    customers: shop.customers,
    orders: shop.orders,
  })
}

/** Notes in the page, for every key, the time from the event to the frame that shows its results. */
const watchKeys = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { keyTimes: times })
    let pressed: number | undefined
    addEventListener(
      'keydown',
      (event) => {
        if (event.key.length !== 1) return
        // A key whose results the next key overtook took at least so long.
        if (pressed !== undefined) times.push(event.timeStamp - pressed)
        pressed = event.timeStamp
      },
      { capture: true },
    )
    // The line for screen readers is empty while results are still to come.
    const answered = (): boolean => {
      const field = document.querySelector<HTMLInputElement>('.omnibox input')
      const line = document.querySelector('.omnibox-foot .visually-hidden')
      return Boolean(field?.value) && Boolean(line?.textContent)
    }
    new MutationObserver(() => {
      if (pressed === undefined || !answered()) return
      const began = pressed
      pressed = undefined
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => times.push(performance.now() - began), { once: true })
        port1.start()
        port2.postMessage(undefined)
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
