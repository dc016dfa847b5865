// Where the window was last time. A convenience only: whatever cannot be used is forgotten without a word.
import { app, screen } from 'electron'
import type { BrowserWindow, Rectangle } from 'electron'
import { readJson, writeDurably } from './durable-file.ts'
import { isReachable, parseBounds } from './bounds.ts'
import type { Bounds } from './bounds.ts'

export const MIN_SIZE = { width: 1280, height: 720 } as const
const WRITE_AFTER_MS = 500

/** The bounds to open with: the stored ones when enough of them is on a screen of today. */
export const readBounds = (file: string): Partial<Rectangle> & { maximized: boolean } => {
  const stored = parseBounds(readJson(file))
  if (!stored) return { ...MIN_SIZE, maximized: false }
  const area = screen.getDisplayMatching(stored).workArea
  return isReachable(stored, area) ? stored : { ...MIN_SIZE, maximized: stored.maximized }
}

/** Remembers from now on where the window is. */
export const keepBounds = (window: BrowserWindow, file: string): void => {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    const bounds: Bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeDurably(file, `${JSON.stringify(bounds)}\n`)
    } catch {
      // A full disk has louder voices than this one.
    }
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  // The end does not wait for the timer, and does not close windows one by one either.
  app.once('before-quit', write)
}
