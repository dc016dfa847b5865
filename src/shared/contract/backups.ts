// Backups: made by themselves, verified by reopening, and restorable.
import { z } from 'zod'
import { command, contract, query } from './define.ts'
import { id, instant, nothing } from './fields.ts'

export const backup = z.strictObject({
  id,
  file: z.string(),
  reason: z.string(),
  at: instant,
  bytes: z.int(),
  orders: z.int(),
  /** The file is still there. */
  present: z.boolean(),
})
export type Backup = z.infer<typeof backup>

export const backups = contract('backup', {
  list: query({
    summary: 'The verified backups, newest first, and the folder they are in.',
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      backups: z.array(backup),
      lastError: z.string().nullable(),
    }),
    access: ['manager'],
  }),
  make: command({
    summary: 'Makes a backup now, reopens it and checks it.',
    input: nothing,
    output: backup,
    refusals: { backupFailed: z.strictObject({ reason: z.string() }) },
    access: ['manager'],
  }),
  restore: command({
    summary:
      'Goes back to a backup. The present database is kept beside; numbers go on and never repeat (rule WO-6).',
    input: z.strictObject({ file: z.string().max(200) }),
    output: z.strictObject({ orders: z.int(), keptAs: z.string() }),
    refusals: { backupUnusable: z.strictObject({ field: z.string(), reason: z.string() }) },
    access: ['manager'],
  }),
})
