// Why a core did not open its folder, in words for the person at the counter.
import type { StartFailure } from '#shared/host/protocol.ts'
import { DataDirInUse } from '#core/db/lock.ts'
import { NewerDatabase } from '#core/db/migrate.ts'
import { DatabaseLost } from '#core/db/open-migrated.ts'

type Explained = Readonly<{ reason: StartFailure; message: string }>

/** Codes that a person can do something about; everything else is told as it is. */
const WAYS_OUT: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EACCES: [
    '当前用户没有这个目录的权限，请检查目录的所有者和权限。',
    'This user may not use the folder: check its owner and rights.',
  ],
  EPERM: [
    '当前用户没有这个目录的权限，请检查目录的所有者和权限。',
    'This user may not use the folder: check its owner and rights.',
  ],
  EROFS: ['磁盘是只读的，请检查磁盘或 U 盘的写保护。', 'The disk is read-only: check its write protection.'],
  ENOSPC: ['磁盘已满，请腾出空间后重试。', 'The disk is full: make room and try again.'],
  ENOTDIR: [
    '路径中有一段不是目录，请检查目录设置。',
    'A part of the path is not a folder: check the setting.',
  ],
  ENOENT: ['目录不存在或磁盘没有接上，请检查磁盘。', 'The folder is missing or its disk is not connected.'],
  SQLITE_NOTADB: [
    '数据库文件已损坏，请从备份恢复；不要删除原文件。',
    'The database file is damaged: restore a backup, and do not delete the file.',
  ],
  SQLITE_CORRUPT: [
    '数据库文件已损坏，请从备份恢复；不要删除原文件。',
    'The database file is damaged: restore a backup, and do not delete the file.',
  ],
  SQLITE_FULL: ['磁盘已满，请腾出空间后重试。', 'The disk is full: make room and try again.'],
  SQLITE_CANTOPEN: [
    '数据库文件打不开，请检查目录的所有者和权限。',
    'The database file cannot be opened: check the owner and rights of its folder.',
  ],
  SQLITE_READONLY: [
    '数据库文件是只读的，请检查权限和写保护。',
    'The database file is read-only: check its rights and the write protection.',
  ],
}

const IN_USE =
  '数据库正被另一个维修前台使用或被其他工具打开，本次启动没有改动任何数据。请先关闭它再重试。 / ' +
  'The database is in use by another Repair Counter or another tool. Nothing was changed. Close it, then try again.'

/** The reason for main and the words for the person. Data is never touched before this, and never offered for deletion. */
export const explainStart = (error: unknown): Explained => {
  const { message } = error as Error
  if (error instanceof DataDirInUse) return { reason: 'inUse', message }
  if (error instanceof NewerDatabase) return { reason: 'newerDatabase', message }
  if (error instanceof DatabaseLost) return { reason: 'other', message }
  if (message.includes('Node-API')) return { reason: 'oldRuntime', message: oldRuntime(message) }
  const code = (error as { code?: unknown }).code
  // Not our own lock but the database's: some other tool has it open.
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return { reason: 'inUse', message: IN_USE }
  const way = typeof code === 'string' ? (WAYS_OUT[code] ?? wayOutOf(code)) : undefined
  return {
    reason: 'other',
    message:
      `数据目录没有打开，数据没有改动。${way?.[0] ?? ''} / ` +
      `The data folder was not opened and nothing was changed. ${way?.[1] ?? ''} (${message})`,
  }
}

// SQLite's longer codes (`SQLITE_CANTOPEN_ISDIR`) begin with the one that matters.
const wayOutOf = (code: string): readonly [string, string] | undefined =>
  Object.entries(WAYS_OUT).find(([known]) => code.startsWith(`${known}_`))?.[1]

const oldRuntime = (message: string): string =>
  `程序的运行环境太旧，数据部分不能启动，请重新安装本程序。 / The program's runtime is too old for its data part: install the program again. (${message})`
