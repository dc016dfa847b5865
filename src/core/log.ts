// The core's own log: JSON lines, rotated, with ids and codes and never a name, a number or a password.
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Log = Readonly<{
  info: (event: string, facts?: Record<string, unknown>) => void
  error: (event: string, error: unknown, facts?: Record<string, unknown>) => void
}>

const LARGEST = 4 * 1024 * 1024
const KEPT = 5

/** Quoted values in a message may be somebody's name; what is left says what went wrong. */
const withoutValues = (message: string): string =>
  message.replace(/'[^']*'|"[^"]*"|\d{7,}/g, '…').slice(0, 500)

export const createLog = (folder: string, now: () => number, alsoTo?: (line: string) => void): Log => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'core.log')
  const write = (facts: Record<string, unknown>): void => {
    const line = JSON.stringify({ at: new Date(now()).toISOString(), ...facts })
    alsoTo?.(line)
    try {
      if (existsSync(file) && statSync(file).size > LARGEST) rotate(file)
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not stop the work for the sake of its log.
    }
  }
  return {
    info: (event, facts = {}) => write({ level: 'info', event, ...facts }),
    error: (event, error, facts = {}) => {
      const { message, stack, code } = error as Error & { code?: unknown }
      const frames = (stack ?? '')
        .split('\n')
        .filter((frame) => frame.trim().startsWith('at '))
        .slice(0, 8)
      write({
        level: 'error',
        event,
        ...facts,
        code,
        message: withoutValues(message ?? String(error)),
        frames,
      })
    },
  }
}

const rotate = (file: string): void => {
  for (let n = KEPT - 1; n >= 1; n -= 1)
    if (existsSync(`${file}.${n}`)) renameSync(`${file}.${n}`, `${file}.${n + 1}`)
  renameSync(file, `${file}.1`)
}
