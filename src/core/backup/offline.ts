// Backup and restore from the command line, while no window is open on the folder.
import { randomBytes } from 'node:crypto'
import { createIdSource } from '#shared/kernel/ids.ts'
import { openAttachments } from '#core/attachments/index.ts'
import { makeDataDir } from '#core/db/data-dir.ts'
import { lockDataDir } from '#core/db/lock.ts'
import { openMigrated } from '#core/db/open-migrated.ts'
import { createNumbering } from '#core/numbering/index.ts'
import { readShop } from '#core/shop/index.ts'
import { createWorkerPool } from '#core/worker/pool.ts'
import { createBackups, putBack } from './backups.ts'
import type { MadeBackup } from './backups.ts'
import { insertBackup } from './repository.ts'

const withFolder = async <T>(
  root: string,
  version: string,
  now: number,
  work: (tools: Tools) => Promise<T>,
): Promise<T> => {
  const dir = makeDataDir(root)
  const lock = lockDataDir(dir, { pid: process.pid, version, since: now })
  const pool = createWorkerPool()
  try {
    const backups = createBackups(dir, pool, openAttachments(dir.attachments).shelves)
    return await work({ dir, backups })
  } finally {
    await pool.close()
    lock.release()
  }
}

type Tools = { dir: ReturnType<typeof makeDataDir>; backups: ReturnType<typeof createBackups> }

export const backUpFolder = (root: string, version: string, now: number): Promise<MadeBackup> =>
  withFolder(root, version, now, async ({ dir, backups }) => {
    const store = await openMigrated(dir)
    try {
      const made = await backups.make('asked', now, readShop(store.read)?.timeZone ?? 'UTC')
      const newId = createIdSource({ now: () => now, random: randomBytes })
      store.transact((db) => insertBackup(db, newId(), made))
      return made
    } finally {
      store.close()
    }
  })

/** Throws a plain sentence if the backup cannot be used; the present database is then untouched. */
export const restoreFolder = (root: string, file: string, version: string, now: number) =>
  withFolder(root, version, now, async ({ dir, backups }) => {
    const facts = await backups.inspect(file)
    const source = backups.pathOf(file)
    if (!source) throw new Error('there is no such file in the backup folder')
    const keptAs = putBack(dir, source, now)
    const store = await openMigrated(dir)
    try {
      store.transact((db) => createNumbering(dir.numberMark).afterOpen(db))
    } finally {
      store.close()
    }
    return { orders: facts.orders, keptAs }
  })
