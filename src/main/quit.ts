// The end: windows save their drafts, the core finishes what it does and closes its files, then the process goes.
import { app, powerMonitor } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Supervisor } from './core-supervisor.ts'
import { tellWindows } from './ipc.ts'
import type { MainLog } from './log.ts'

// Enough for a window to send a draft that it was about to save anyway.
const LAST_WORDS_MS = 150
const DRAIN_MS = 5000

let ending = false

/** Makes every way to end the program (window closed, signal, shutdown) take the orderly one. */
export const endOrderly = (
  options: Readonly<{ supervisor: Supervisor; log: MainLog; after: () => void }>,
): void => {
  const end = async (): Promise<void> => {
    tellWindows({ type: 'quitting' })
    await new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))
    const drained = await options.supervisor.quit(DRAIN_MS)
    options.log('end', { drained })
    options.after()
    // Not `quit`: a page must not be able to keep the program from ending.
    app.exit(0)
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (ending) return
    ending = true
    void end()
  })
  powerMonitor.on('shutdown', () => app.quit())
}

/** Closing the window ends the program, but only after the window could save. */
export const endWithWindow = (window: BrowserWindow): void => {
  window.on('close', (event) => {
    event.preventDefault()
    app.quit()
  })
  window.on('session-end', () => app.quit())
}
