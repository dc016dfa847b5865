// Keys that the program keeps from the page and from Chromium.
import type { Input } from 'electron'

/** Reload, zoom and closing by keyboard. F11 and F12 stay free for the window's own use. */
export const isTakenKey = (input: Pick<Input, 'key' | 'control' | 'meta' | 'alt'>): boolean => {
  const key = input.key.toLowerCase()
  const command = (input.control || input.meta) && !input.alt
  return (
    key === 'f5' || key === 'browserrefresh' || (command && ['r', 'w', '+', '-', '=', '0', '_'].includes(key))
  )
}

/** Opens the developer tools, where the program is not packaged. */
export const isDevToolsKey = (input: Pick<Input, 'key' | 'control' | 'shift' | 'alt'>): boolean =>
  input.control && input.shift && !input.alt && input.key.toLowerCase() === 'i'
