// The counter's window: where it opens, which keys it does not take, and what happens when its page dies.
import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import { START_PAGE } from './app-url.ts'
import { createWindow } from './create-window.ts'
import { admit } from './ipc.ts'
import { isDevToolsKey, isTakenKey } from './taken-keys.ts'
import { MIN_SIZE, keepBounds, readBounds } from './window-bounds.ts'

export type CounterWindowOptions = Readonly<{
  preload: string
  boundsFile: string
  /** The page died or hung for the third time in five minutes: graphics are the likeliest reason. */
  onKeepsDying: () => void
  log: (event: string, details?: Readonly<Record<string, unknown>>) => void
}>

export const openCounterWindow = (options: CounterWindowOptions): BrowserWindow => {
  const { maximized, ...bounds } = readBounds(options.boundsFile)
  const window = createWindow(
    {
      ...bounds,
      minWidth: MIN_SIZE.width,
      minHeight: MIN_SIZE.height,
      title: '维修前台 Repair Counter',
      backgroundColor: '#ffffff',
    },
    { preload: options.preload, devTools: !app.isPackaged },
  )
  admit(window.webContents)
  keepBounds(window, options.boundsFile)
  keepKeys(window)
  revivePage(window, options)
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  void window.loadURL(START_PAGE)
  return window
}

// Without a menu Chromium has no reload, zoom or close keys; these are taken all the same, so that no later
// Electron and no desktop gives them back.
const keepKeys = (window: BrowserWindow): void => {
  const { webContents } = window
  webContents.on('before-input-event', (event, input) => {
    if (isDevToolsKey(input) && !app.isPackaged && input.type === 'keyDown') webContents.toggleDevTools()
    if (isTakenKey(input) || isDevToolsKey(input)) event.preventDefault()
  })
  webContents.on('did-finish-load', () => {
    webContents.setZoomFactor(1)
    void webContents.setVisualZoomLevelLimits(1, 1)
  })
}

const OFTEN = 3
const OFTEN_WITHIN_MS = 5 * 60_000

const revivePage = (window: BrowserWindow, options: CounterWindowOptions): void => {
  let deaths: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < OFTEN_WITHIN_MS), now]
    options.log('window died', { reason, times: deaths.length })
    // Not inside the event: Electron still takes the dead page apart.
    if (deaths.length < OFTEN) setTimeout(() => window.isDestroyed() || window.webContents.reload(), 0)
    else options.onKeepsDying()
  })
  // A hung page cannot be reloaded; a dead one can.
  window.on('unresponsive', () => {
    options.log('window hangs')
    window.webContents.forcefullyCrashRenderer()
  })
}
