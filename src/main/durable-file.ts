// Files that main writes are whole after a power cut: written beside, synced, renamed, folder synced.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Replaces the file's content; afterwards the old or the new content is there, never a part. Throws on I/O errors. */
export const writeDurably = (file: string, content: string | Uint8Array, mode = 0o600): void => {
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}.tmp`
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  try {
    writeSynced(beside, bytes, mode)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(file))
}

const writeSynced = (file: string, bytes: Uint8Array, mode: number): void => {
  const fd = openSync(file, 'w', mode)
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(fd, bytes, written)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

// Windows has no such call and needs none. Some network folders refuse it; the file itself is safe by then.
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } catch {
    return
  } finally {
    closeSync(fd)
  }
}

/** The parsed JSON of a file, or undefined if there is none that can be read. */
export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
