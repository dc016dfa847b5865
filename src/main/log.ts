// Main's own log: one JSON line an event, in the profile; ids and counts only, never what a person typed.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type MainLog = (event: string, details?: Readonly<Record<string, unknown>>) => void

const MAX_BYTES = 1024 * 1024

/** A log that never fails: what cannot be written is dropped. One older file is kept. */
export const openLog = (file: string, now: () => number): MainLog => {
  return (event, details = {}) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: now(), event, ...details })}\n`, { mode: 0o600 })
    } catch {
      // Whoever reads logs will miss a line; whoever serves a customer must not notice.
    }
  }
}
