// Opens a folder's database at this program's schema.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DataDir } from './data-dir.ts'
import { openDriver } from './driver.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { openStore } from './store.ts'
import type { Store } from './store.ts'

/** Migrates if needed (after a copy of a used database), then opens the store. */
export const openMigrated = async (dir: DataDir): Promise<Store> => {
  const bringUpToDate = async (): Promise<void> => {
    if (pendingMigrations(dir.database).pending.length === 0) return
    await migrate(dir.database, { beforeFirst: (id) => safetyCopy(dir, id) })
  }
  await bringUpToDate()
  return openStore(dir.database, bringUpToDate)
}

/** A whole copy under the migration's name; an older one of the same name was made for the same reason. */
const safetyCopy = (dir: DataDir, migrationId: string): void => {
  const target = join(dir.backups, `before-${migrationId}.db`)
  if (existsSync(target)) return
  const db = openDriver(dir.database, { mustExist: true })
  try {
    db.prepare('vacuum into ?').run(target)
  } finally {
    db.close()
  }
  const copy = openDriver(target, { readonly: true })
  try {
    const integrity = copy.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok')
      throw new Error(`the copy made before the upgrade is damaged: ${String(integrity)}`)
  } finally {
    copy.close()
  }
}
