// One core per data folder. The lock is an exclusive transaction on a side file: the operating system
// frees it when the process dies, however it dies.
import { readJsonFile, writeDurably } from './durable-file.ts'
import type { DataDir } from './data-dir.ts'
import { openDriver, sqliteCode } from './driver.ts'

export type Holder = Readonly<{ pid: number; version: string; since: number }>
export type DataDirLock = Readonly<{ release(): void }>

export class DataDirInUse extends Error {
  readonly holder: Holder | undefined
  constructor(root: string, holder: Holder | undefined) {
    super(
      `这个数据目录正被另一个维修前台使用${holder ? `（进程 ${holder.pid}，版本 ${holder.version}）` : ''}，本次启动没有改动任何数据。请先关闭另一个，或换一个目录。 / ` +
        `The data folder ${root} is in use by another Repair Counter${holder ? ` (process ${holder.pid}, version ${holder.version})` : ''}. Nothing was changed. Close the other one first, or choose another folder.`,
    )
    this.holder = holder
  }
}

/** Takes the folder's lock or throws `DataDirInUse` at once. */
export const lockDataDir = (dir: DataDir, self: Holder): DataDirLock => {
  const db = openDriver(dir.lock, { busyMs: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    // Nothing is ever written here, so no journal either: a full disk must not keep the folder from opening.
    db.pragma('journal_mode = MEMORY')
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY'))
      throw new DataDirInUse(dir.root, readJsonFile<Holder>(dir.holder))
    throw error
  }
  try {
    writeDurably(dir.holder, JSON.stringify(self))
  } catch {
    // A full or read-only disk: the lock itself stands, only the message to a second start is poorer.
  }
  return {
    release: () => {
      db.exec('rollback')
      db.close()
    },
  }
}
