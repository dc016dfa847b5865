// Small files that must be whole after a power cut: written beside, synced, renamed, folder synced.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Replaces the file's content durably: afterwards either the old or the new content is there, never a part. */
export const writeDurably = (file: string, content: string | Uint8Array, mode = 0o600): void => {
  const beside = `${file}.${process.pid}.tmp`
  const fd = openSync(beside, 'w', mode)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    let written = 0
    while (written < bytes.length) written += writeSync(fd, bytes, written)
    fsyncSync(fd)
  } catch (error) {
    closeSync(fd)
    rmSync(beside, { force: true })
    throw error
  }
  closeSync(fd)
  renameSync(beside, file)
  syncFolder(dirname(file))
}

/** Makes a file's content durable that another function wrote. */
export const syncFile = (file: string): void => {
  const fd = openSync(file, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Copies a file so that its new name only ever stands for the whole content. */
export const copyDurably = (from: string, to: string): void => {
  const unfinished = `${to}.unfinished`
  copyFileSync(from, unfinished)
  syncFile(unfinished)
  renameSync(unfinished, to)
  syncFolder(dirname(to))
}

/** Makes renames and new names in a folder durable. Windows has no such call and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** The parsed JSON of a file, or undefined if there is none or it is not JSON. */
export const readJsonFile = <T>(file: string): T | undefined => {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}
