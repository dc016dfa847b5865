// Takes some files out of a zip while it counts what comes out, so that a small file cannot become a huge one.
import { Unzip, UnzipInflate } from 'fflate'
import type { Refused } from '#shared/kernel/result.ts'
import { MAX_UNPACKED_BYTES, unpacksTooLarge, unreadable } from './limits.ts'

/** Small steps: a step of a bomb makes a thousand times as much at once. */
const STEP = 16 * 1024
/** A workbook has some dozens of parts. */
const MOST_ENTRIES = 2000

/** The entries that are wanted, whole; refuses what is damaged, cut off, or comes out too large. */
export const unzip = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> | Refused => {
  const found = new Map<string, Uint8Array[]>()
  const unfinished = new Set<string>()
  let stopped: Refused | undefined
  let total = 0
  let entries = 0
  const unpack = new Unzip((entry) => {
    entries += 1
    if (entries > MOST_ENTRIES) stopped ??= unreadable('notATable')
    if (stopped || !wanted(entry.name)) return
    const chunks: Uint8Array[] = []
    found.set(entry.name, chunks)
    unfinished.add(entry.name)
    entry.ondata = (error, chunk, final) => {
      if (error) stopped ??= unreadable('damaged')
      if (stopped) return
      total += chunk.length
      if (total > MAX_UNPACKED_BYTES) stopped = unpacksTooLarge()
      chunks.push(chunk)
      if (final) unfinished.delete(entry.name)
    }
    entry.start()
  })
  unpack.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length && !stopped; from += STEP)
      unpack.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length)
  } catch {
    return stopped ?? unreadable('damaged')
  }
  if (stopped) return stopped
  if (unfinished.size > 0 || entries === 0) return unreadable('damaged')
  return new Map([...found].map(([name, chunks]) => [name, Buffer.concat(chunks)]))
}
