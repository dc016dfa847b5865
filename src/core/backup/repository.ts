// The only file that names the table backup.
import type { Backup } from '#shared/contract/backups.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'
import type { MadeBackup } from './backups.ts'

type BackupRow = { id: string; file: string; reason: string; at: number; bytes: number; orders: number }

export const insertBackup = (db: WriteDb, id: string, made: MadeBackup): void => {
  db.run(
    sql('backup').insert({
      id,
      file: made.file,
      reason: made.reason,
      at: made.at,
      bytes: made.bytes,
      sha256: made.sha256,
      orders: made.orders,
      outbox_seq: made.outboxSeq,
      chain: made.chain,
      audit_chain: made.auditChain,
    }),
  )
}

export const listBackups = (db: ReadDb, isPresent: (file: string) => boolean): Backup[] =>
  db
    .all<BackupRow>(text('select id, file, reason, at, bytes, orders from backup order by at desc limit 200'))
    .map((row) => ({ ...row, present: isPresent(row.file) }))

export const lastBackupAt = (db: ReadDb): number | null =>
  db.value<number | null>(text('select max(at) from backup')) ?? null
