// Backups by themselves: at start, every four hours, when asked; the last ones are kept. And going back to one.
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as letOthersWork } from 'node:timers/promises'
import { formatLocal } from '#shared/kernel/time.ts'
import type { DataDir } from '#core/db/data-dir.ts'
import { openDriver } from '#core/db/driver.ts'
import { copyDurably, syncFolder } from '#core/db/durable-file.ts'
import type { BackupFacts } from '#core/worker/tasks.ts'
import type { WorkerPool } from '#core/worker/pool.ts'

export const BACKUP_EVERY_MS = 4 * 3_600_000
/** Of the automatic ones so many stay; those made before a migration or by hand are never removed. */
const KEPT = 42
/** Of those made at the end of a day. */
const DAYS_KEPT = 62

export type BackupReason = 'start' | 'interval' | 'asked' | 'dayClose' | 'beforeRestore'

export type MadeBackup = BackupFacts & Readonly<{ file: string; reason: BackupReason; at: number }>

/** What a file tells without being opened. */
export type FoundBackup = Readonly<{ file: string; at: number; bytes: number }>

export type Backups = Readonly<{
  make(reason: BackupReason, at: number, timeZone: string): Promise<MadeBackup>
  /** Checks a file of the backup folder by its name. Throws a sentence if it cannot be used. */
  inspect(file: string): Promise<BackupFacts>
  pathOf(file: string): string | undefined
  /** Every backup file in the folder, whoever put it there. */
  found(): FoundBackup[]
  lastError(): string | null
}>

export const createBackups = (
  dir: DataDir,
  pool: WorkerPool,
  shelves: () => Iterable<readonly string[]>,
): Backups => {
  let lastError: string | null = null

  const pathOf = (file: string): string | undefined => {
    if (basename(file) !== file || !file.endsWith('.db')) return undefined
    const path = join(dir.backups, file)
    return existsSync(path) ? path : undefined
  }

  const files = (): string[] =>
    readdirSync(dir.backups)
      .filter((name) => name.endsWith('.db'))
      .sort()
      .toReversed()

  return {
    pathOf,
    found: () =>
      files().map((file) => {
        const { mtimeMs, size } = statSync(join(dir.backups, file))
        return { file, at: Math.floor(mtimeMs), bytes: size }
      }),
    lastError: () => lastError,
    inspect: async (file) => {
      const path = pathOf(file)
      if (!path) throw new Error('there is no such file in the backup folder')
      return pool.run('inspectBackup', { file: path })
    },
    make: async (reason, at, timeZone) => {
      try {
        const stamp = formatLocal(at, timeZone, 'seconds').replaceAll(':', '').replace(' ', '-')
        const file = freeName(dir.backups, `${stamp}-${reason}`)
        const facts = await pool.run('backup', { database: dir.database, target: join(dir.backups, file) })
        await copyAttachments(dir, shelves())
        removeOld(dir.backups, files())
        lastError = null
        return { ...facts, file, reason, at }
      } catch (error) {
        lastError = (error as Error).message
        throw error
      }
    },
  }
}

const freeName = (folder: string, stem: string): string => {
  let name = `${stem}.db`
  for (let n = 2; existsSync(join(folder, name)); n += 1) name = `${stem}-${n}.db`
  return name
}

/** Photos never change, so a backup only adds the new ones. */
const copyAttachments = async (dir: DataDir, shelves: Iterable<readonly string[]>): Promise<void> => {
  for (const hashes of shelves) {
    for (const hash of hashes) {
      const shelf = join(dir.backups, 'attachments', hash.slice(0, 2))
      const target = join(shelf, hash)
      if (existsSync(target)) continue
      mkdirSync(shelf, { recursive: true, mode: 0o700 })
      copyDurably(join(dir.attachments, hash.slice(0, 2), hash), target)
    }
    await letOthersWork()
  }
}

const removeOld = (folder: string, newestFirst: readonly string[]): void => {
  const automatic = newestFirst.filter((name) => /-(start|interval)(-\d+)?\.db$/.test(name)).slice(KEPT)
  const ofDays = newestFirst.filter((name) => /-dayClose(-\d+)?\.db$/.test(name)).slice(DAYS_KEPT)
  for (const name of [...automatic, ...ofDays]) rmSync(join(folder, name), { force: true })
}

/**
 * Puts a verified backup in the database's place. The caller has closed every connection. The present files
 * are moved aside, never overwritten; answers the name they were kept under.
 */
export const putBack = (dir: DataDir, backupFile: string, at: number): string => {
  const keptAs = freeName(dir.root, `counter-replaced-${new Date(at).toISOString().replace(/[:.]/g, '')}`)
  const saved = join(dir.backups, 'attachments')
  if (existsSync(saved)) restoreAttachments(saved, dir.attachments)
  takeInLog(dir.database)
  // Two names for one file, then one rename: a power cut leaves the present database or the backup, never neither.
  if (existsSync(dir.database)) nameAlso(dir.database, join(dir.root, keptAs))
  for (const tail of ['-wal', '-shm']) {
    if (existsSync(dir.database + tail)) renameSync(dir.database + tail, join(dir.root, keptAs + tail))
  }
  syncFolder(dir.root)
  copyDurably(backupFile, dir.database)
  return keptAs
}

const nameAlso = (file: string, second: string): void => {
  try {
    linkSync(file, second)
  } catch {
    // Memory sticks and some network disks know one name a file.
    copyDurably(file, second)
  }
}

/** Writes what stands only in the log into the database, so that one file is all of it. A damaged one stays as it is. */
const takeInLog = (database: string): void => {
  if (!existsSync(database) || statSync(database).size === 0) return
  try {
    const db = openDriver(database, { mustExist: true })
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
  } catch {
    // The log is kept beside the database under its name.
  }
}

const restoreAttachments = (from: string, to: string): void => {
  for (const shelf of readdirSync(from)) {
    for (const hash of readdirSync(join(from, shelf))) {
      if (hash.endsWith('.unfinished') || existsSync(join(to, shelf, hash))) continue
      mkdirSync(join(to, shelf), { recursive: true, mode: 0o700 })
      copyDurably(join(from, shelf, hash), join(to, shelf, hash))
    }
  }
}
