// Looking at backups, making one, going back to one.
import { backups } from '#shared/contract/backups.ts'
import type { Backup } from '#shared/contract/backups.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement, prepared } from '#core/command/registry.ts'
import type { FoundBackup, MadeBackup } from './backups.ts'
import { insertBackup, listBackups } from './repository.ts'

export const backupEntries = implement(backups, {
  list: (ctx) => ({
    folder: ctx.dir.backups,
    backups: withFound(
      listBackups(ctx.db, (file) => ctx.services.backups.pathOf(file) !== undefined),
      ctx.services.backups.found(),
    ),
    lastError: ctx.services.backups.lastError(),
  }),

  make: prepared<typeof backups.procedures.make, MadeBackup>({
    prepare: async (ctx) => {
      try {
        return await ctx.services.backups.make('asked', ctx.now, ctx.shop?.timeZone ?? 'UTC')
      } catch (error) {
        return refuse('backupFailed', { reason: (error as Error).message })
      }
    },
    run: (ctx, _input, made) => {
      const id = ctx.newId()
      insertBackup(ctx.db, id, made)
      ctx.audit({
        action: 'backup.made',
        object: 'backup',
        objectId: id,
        details: { file: made.file, chain: made.chain },
      })
      ctx.changed('backup')
      return {
        id,
        file: made.file,
        reason: made.reason,
        at: made.at,
        bytes: made.bytes,
        orders: made.orders,
        present: true,
      }
    },
  }),

  restore: prepared<typeof backups.procedures.restore, { orders: number; keptAs: string }>({
    prepare: async (ctx, input) => {
      try {
        return await ctx.services.restore(input.file, ctx.actor.staffId)
      } catch (error) {
        return refuse('backupUnusable', { field: 'file', reason: (error as Error).message })
      }
    },
    // The commit of this command already goes into the restored database.
    run: (ctx, input, restored) => {
      ctx.audit({ action: 'backup.restored', object: 'backup', objectId: input.file, details: restored })
      ctx.changed('everything')
      return restored
    },
  }),
})

/** Files that this database knows nothing of: a backup of another computer, put here to go on with it. */
const withFound = (known: readonly Backup[], found: readonly FoundBackup[]): Backup[] => {
  const names = new Set(known.map((backup) => backup.file))
  const others = found
    .filter(({ file }) => !names.has(file))
    .map(({ file, at, bytes }) => ({
      id: file,
      file,
      reason: 'found',
      at,
      bytes,
      orders: null,
      present: true,
    }))
  return [...known, ...others].toSorted((a, b) => b.at - a.at)
}
