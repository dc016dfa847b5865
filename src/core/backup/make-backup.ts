// Makes one backup and proves it: VACUUM INTO on a read-only connection, marked as a copy, reopened, checked,
// and only then given its name. Runs in the worker.
import { createHash } from 'node:crypto'
import { createReadStream, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { openReader } from '#core/db/connection.ts'
import { openDriver } from '#core/db/driver.ts'
import { syncFile, syncFolder } from '#core/db/durable-file.ts'
import { pendingMigrations } from '#core/db/migrate.ts'
import type { BackupFacts, BackupTask } from '#core/worker/tasks.ts'

export const makeBackup = async ({ database, target }: BackupTask): Promise<BackupFacts> => {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const reader = openReader(database)
    try {
      reader.pragma('query_only = OFF')
      reader.prepare('vacuum into ?').run(unfinished)
    } finally {
      reader.close()
    }
    markAsCopy(unfinished)
    const facts = await inspectBackup(unfinished)
    syncFile(unfinished)
    renameSync(unfinished, target)
    syncFolder(dirname(target))
    return facts
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** A database made from this copy knows that numbers may have been given out since. */
const markAsCopy = (file: string): void => {
  const db = openDriver(file, { mustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = FULL')
    db.prepare('update sync_self set is_copy = 1').run()
  } finally {
    db.close()
  }
}

/** Opens a backup and checks it; throws a sentence saying what is wrong with it. */
export const inspectBackup = async (file: string): Promise<BackupFacts> => {
  // A backup of a newer program cannot be opened by this one: said before anything is put in its place.
  pendingMigrations(file)
  const db = openDriver(file, { readonly: true })
  try {
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`integrity check: ${String(integrity)}`)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} broken references`)
    const self = db.prepare('select chain, audit_chain, next_seq from sync_self').get() as
      | { chain: Buffer; audit_chain: Buffer; next_seq: number }
      | undefined
    if (!self) throw new Error('it holds no shop')
    const last = db.prepare('select seq, h from outbox order by seq desc limit 1').get() as
      | { seq: number; h: Buffer }
      | undefined
    if (last && (last.seq + 1 !== self.next_seq || !last.h.equals(self.chain)))
      throw new Error('the chain head does not fit')
    return {
      bytes: statSync(file).size,
      sha256: await fileHash(file),
      orders: db.prepare('select count(*) from work_order').pluck().get() as number,
      outboxSeq: last?.seq ?? 0,
      chain: self.chain.toString('hex'),
      auditChain: self.audit_chain.toString('hex'),
    }
  } finally {
    db.close()
  }
}

const fileHash = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
