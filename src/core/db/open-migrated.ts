// Opens a folder's database at this program's schema.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DataDir } from './data-dir.ts'
import { openDriver } from './driver.ts'
import { syncFile, syncFolder } from './durable-file.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { openStore } from './store.ts'
import type { Store } from './store.ts'

/** The folder was used, and its database is gone or empty: never answered with a new, empty shop. */
export class DatabaseLost extends Error {
  constructor(dir: DataDir) {
    super(
      `这个数据目录用过，但数据库文件 counter.db 不见了或是空的，本次启动没有改动任何文件。请从备份恢复：counter restore --data 目录 --file 备份文件名（备份在 backups 目录）。 / ` +
        `This data folder was used, but its database counter.db is missing or empty. No file was changed. Go back to a backup (they are in ${dir.backups}): counter restore --data DIR --file NAME`,
    )
  }
}

/** Migrates if needed (after a copy of a used database), then opens the store. */
export const openMigrated = async (dir: DataDir): Promise<Store> => {
  refuseIfLost(dir)
  const bringUpToDate = async (): Promise<void> => {
    if (pendingMigrations(dir.database).pending.length === 0) return
    await migrate(dir.database, { beforeFirst: (id) => safetyCopy(dir, id) })
  }
  await bringUpToDate()
  return openStore(dir.database, bringUpToDate)
}

// SQLite would delete the log of a missing database and begin an empty one; what it held would be gone for good.
const refuseIfLost = (dir: DataDir): void => {
  if (sizeOf(dir.database) > 0) return
  const isUsed =
    sizeOf(`${dir.database}-wal`) > 0 ||
    existsSync(dir.numberMark) ||
    readdirSync(dir.backups).some((name) => name.endsWith('.db')) ||
    readdirSync(dir.root).some((name) => name.startsWith('counter-replaced-'))
  if (isUsed) throw new DatabaseLost(dir)
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

/** A whole copy under the migration's name; an older one of the same name was made for the same reason. */
const safetyCopy = (dir: DataDir, migrationId: string): void => {
  const target = join(dir.backups, `before-${migrationId}.db`)
  if (existsSync(target)) return
  // Only a copy that was made to its end and checked gets the name.
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  const db = openDriver(dir.database, { mustExist: true })
  try {
    db.prepare('vacuum into ?').run(unfinished)
  } finally {
    db.close()
  }
  const copy = openDriver(unfinished, { readonly: true })
  try {
    const integrity = copy.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok')
      throw new Error(`the copy made before the upgrade is damaged: ${String(integrity)}`)
  } finally {
    copy.close()
  }
  syncFile(unfinished)
  renameSync(unfinished, target)
  syncFolder(dir.backups)
}
