// How the program itself is.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { contract, query } from './define.ts'
import { nothing } from './fields.ts'

export const check = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  count: z.int(),
  problems: z.array(z.string()),
})
export type Check = z.infer<typeof check>

export const system = contract('system', {
  health: query({
    summary: 'Storage, free space, versions, what waits for headquarters, the latest backup.',
    input: nothing,
    output: z.strictObject({
      storage: z.string(),
      freeMiB: z.int(),
      version: z.string(),
      sqlite: z.string(),
      runtime: z.string(),
      dataFolder: z.string(),
      outbox: z.int(),
      lastBackupAt: z.int().nullable(),
      passcodeKeeping: z.enum(['system', 'file']),
    }),
    access: 'open',
  }),
  verify: query({
    summary:
      'Checks the database as `counter check` does: integrity, references, chains, numbers, outbox against tables.',
    input: nothing,
    output: z.strictObject({ checks: z.array(check) }),
    access: may('seeReviews'),
  }),
})
