// How long the board of a very busy shop takes: in the core beside the same statements bare, and in the window from the
// key to painted cards, and while somebody scrolls. Twenty thousand of two million orders are open.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openCore } from '#core/core.ts'
import { ensureBuild } from '../scripts/lib/build.mjs'
import { OPEN_ORDERS, busyBoard } from './lib/busy-board.ts'
import type { BusyBoard } from './lib/busy-board.ts'
import { createReader, openBare, watchReads } from './lib/driver.ts'
import { median, milliseconds, percentile, timed } from './lib/measure.ts'
import type { Row, Run } from './lib/row.ts'
import { row, rounded } from './lib/row.ts'
import { counterStarter, openDisplay, signIn } from './lib/window.ts'

const P99 = '<= 30'
const RATIO = '>= 0.5'
const FIRST_PAINT = '<= 150'
const FPS = '>= 50'

/** `board-query-p99-ms`, `board-ratio`, `board-first-paint-ms`, `board-scroll-fps`. */
export const run: Run = async ({ quick, workDir, ids }) => {
  const board = await busyBoard(quick ? 200_000 : 2_000_000, workDir)
  const wants = (...some: string[]): boolean => some.some((id) => ids.includes(id))
  return [
    ...(wants('board-query-p99-ms', 'board-ratio') ? await inCore(board, quick ? 100 : 400) : []),
    ...(wants('board-first-paint-ms', 'board-scroll-fps') ? await inWindow(board, workDir, quick) : []),
  ]
}

const open = async (dataDir: string) => {
  const core = await openCore({ dataDir, version: 'bench', now: Date.now, upkeep: false })
  const connection = core.connect('bench', () => undefined)
  await connection.call({ method: 'session.login', params: { staffNo: '1001', password: 'demo-1001' } })
  const ask = async (): Promise<void> => {
    const reply = await connection.call({ method: 'board.columns', params: {} })
    const cards = reply.ok ? (reply.value as { columns: { cards: unknown[] }[] }).columns : []
    if (cards.reduce((sum, column) => sum + column.cards.length, 0) !== 450)
      throw new Error('the board does not hold fifty cards in each of nine columns')
  }
  return { core, ask }
}

const inCore = async (board: BusyBoard, rounds: number): Promise<Row[]> => {
  const watch = watchReads()
  const seen = await open(board.dataDir)
  await seen.ask()
  watch.taken()
  await seen.ask()
  const reads = watch.taken()
  watch.stop()
  await seen.core.drain()

  const { core, ask } = await open(board.dataDir)
  const bare = openBare(join(board.dataDir, 'counter.db'), true)
  const replay = createReader(bare)
  for (let i = 0; i < 20; i += 1) {
    await ask()
    replay(reads)
  }
  const ours: number[] = []
  const peer: number[] = []
  for (let i = 0; i < rounds; i += 1) {
    // Who goes first changes: the second finds the pages in the system's cache.
    if (i % 2 === 0) peer.push(await timed(() => replay(reads)))
    ours.push(await timed(ask))
    if (i % 2 === 1) peer.push(await timed(() => replay(reads)))
  }
  bare.close()
  await core.drain()
  const detail = {
    ours_median_ms: milliseconds(median(ours)),
    peer_median_ms: milliseconds(median(peer)),
    peer_p99_ms: milliseconds(percentile(peer, 99)),
    statements: reads.length,
    rounds,
    open: OPEN_ORDERS,
    orders: board.orders,
  }
  return [
    row('board-query-p99-ms', percentile(ours, 99), 'ms', P99, detail),
    row('board-ratio', median(ours.map((ms, i) => (peer[i] ?? Number.NaN) / ms)), 'ratio', RATIO, detail),
  ]
}

const inWindow = async (board: BusyBoard, workDir: string, quick: boolean): Promise<Row[]> => {
  await ensureBuild()
  const display = await openDisplay()
  try {
    const { window, close } = await counterStarter(display.display, workDir)(board.dataDir)
    await signIn(window)
    await watchBoard(window)
    const paints: number[] = []
    for (let i = 0; i < (quick ? 8 : 24); i += 1) {
      await window.keyboard.press('F7')
      await window.waitForFunction((n) => painted().length > n, i)
      await window.keyboard.press('F12')
      await window.locator('.home').waitFor()
    }
    paints.push(...(await window.evaluate(() => painted())))
    await window.keyboard.press('F7')
    await window.locator('.board-card').first().waitFor()
    const frames = await window.evaluate(scroll, quick ? 3000 : 10_000)
    const cards = await window.evaluate(
      () =>
        document.querySelector('.board-lane-place:not(.board-lane-narrow) .vlist-body')?.clientHeight ?? 0,
    )
    await close()
    const orders = { open: OPEN_ORDERS, orders: board.orders }
    return [
      row('board-first-paint-ms', percentile(paints.slice(1), 95), 'ms', FIRST_PAINT, {
        first_ms: rounded(paints[0] ?? Number.NaN),
        median_ms: rounded(median(paints.slice(1))),
        rounds: paints.length,
        ...orders,
      }),
      row('board-scroll-fps', 1000 / median(frames), 'fps', FPS, {
        p95_frame_ms: rounded(percentile(frames, 95)),
        frames: frames.length,
        scrolled_px: cards,
        ...orders,
      }),
    ]
  } finally {
    display.stop()
  }
}

declare const painted: () => number[]

/** Notes in the page the time from F7 to the frame in which cards stand. */
const watchBoard = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { painted: () => times })
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'F7') return
        const began = event.timeStamp
        const look = (): void => {
          const card = document.querySelector<HTMLElement>('.board-card')
          if (card && card.offsetHeight > 0) {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => times.push(performance.now() - began), { once: true })
            port1.start()
            port2.postMessage(undefined)
          } else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      { capture: true },
    )
  })

/** Scrolls the fullest column down without a pause and answers how long each frame took. */
const scroll = (forMs: number): Promise<number[]> =>
  new Promise((resolve) => {
    const lists = [...document.querySelectorAll<HTMLElement>('.board-cards')]
    const count = (list: HTMLElement): number => Number(list.getAttribute('aria-rowcount'))
    const list = lists.toSorted((a, b) => count(b) - count(a))[0]
    const frames: number[] = []
    const began = performance.now()
    let last = began
    const step = (now: number): void => {
      frames.push(now - last)
      last = now
      if (list) list.scrollTop += 60
      if (now - began < forMs) requestAnimationFrame(step)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(step)
  })
