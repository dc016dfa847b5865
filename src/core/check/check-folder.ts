// Checks a folder's database without a running core. Takes the folder's lock, so that nothing is written meanwhile.
import type { Check } from '#shared/contract/system.ts'
import { VERSION } from '#shared/version.ts'
import { openReader } from '#core/db/connection.ts'
import { dataDir } from '#core/db/data-dir.ts'
import { createHandle } from '#core/db/handle.ts'
import { lockDataDir } from '#core/db/lock.ts'
import { runChecks } from './checks.ts'

export const checkFolder = (root: string, now: number): Check[] => {
  const dir = dataDir(root)
  const lock = lockDataDir(dir, { pid: process.pid, version: VERSION, since: now })
  try {
    const reader = openReader(dir.database)
    try {
      return runChecks(createHandle(reader))
    } finally {
      reader.close()
    }
  } catch (error) {
    return [{ name: 'database opens', ok: false, count: 1, problems: [(error as Error).message] }]
  } finally {
    lock.release()
  }
}
