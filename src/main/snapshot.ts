// REPAIR_COUNTER_SNAPSHOT=file.png: a picture of the first screen, to see that the program runs without a display.
import { writeFile } from 'node:fs/promises'
import type { BrowserWindow, WebContents } from 'electron'

// A window that never says that it is complete is photographed as it is.
const LATEST_MS = 10_000

/** Answers what to call when the window says that its first screen is complete. */
export const takeSnapshot = (
  window: BrowserWindow,
  file: string | undefined,
): ((contents: WebContents) => void) => {
  if (!file) return () => undefined
  let taken = false
  const take = async (): Promise<void> => {
    if (taken || window.isDestroyed()) return
    taken = true
    const image = await window.webContents.capturePage()
    await writeFile(file, image.toPNG())
  }
  setTimeout(() => void take().catch(() => undefined), LATEST_MS)
  // Two frames later what was drawn is on the screen.
  return () => void setTimeout(() => void take().catch(() => undefined), 100)
}
