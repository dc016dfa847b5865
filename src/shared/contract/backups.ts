// Backups: made by themselves, verified by reopening, and restorable.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { instant, nothing } from './fields.ts'

export const backup = z.strictObject({
  /** The backup's id, or the file's name where it was put into the folder from elsewhere. */
  id: z.string(),
  file: z.string(),
  reason: z.string(),
  at: instant,
  bytes: z.int(),
  /** Null where nobody has looked into the file yet. */
  orders: z.int().nullable(),
  /** The file is still there. */
  present: z.boolean(),
})
export type Backup = z.infer<typeof backup>

export const backups = contract('backup', {
  list: query({
    summary:
      'The backups, newest first: those made here, and files put into the folder from another computer.',
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      backups: z.array(backup),
      lastError: z.string().nullable(),
    }),
    access: may('manageBackups'),
  }),
  make: command({
    summary: 'Makes a backup now, reopens it and checks it.',
    input: nothing,
    output: backup,
    refusals: { backupFailed: z.strictObject({ reason: z.string() }) },
    access: may('manageBackups'),
  }),
  restore: command({
    summary:
      'Goes back to a backup. The present database is kept beside; numbers go on and never repeat (rule WO-6).',
    input: z.strictObject({ file: z.string().max(200) }),
    output: z.strictObject({ orders: z.int(), keptAs: z.string() }),
    refusals: { backupUnusable: z.strictObject({ field: z.string(), reason: z.string() }) },
    access: may('manageBackups'),
  }),
})
