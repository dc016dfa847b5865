// How the program itself is.
import { system } from '#shared/contract/system.ts'
import { implement } from '#core/command/registry.ts'
import { runChecks } from '#core/check/index.ts'
import { lastBackupAt } from '#core/backup/index.ts'
import { text } from '#core/db/handle.ts'

export const systemEntries = implement(system, {
  health: (ctx) => ({
    storage: ctx.services.storage(),
    freeMiB: ctx.services.freeMiB(),
    version: ctx.services.version,
    sqlite: ctx.db.value<string>(text('select sqlite_version()')) ?? '',
    runtime: process.versions['electron']
      ? `Electron ${process.versions['electron']}`
      : `Node ${process.versions.node}`,
    dataFolder: ctx.dir.root,
    outbox: ctx.db.value<number>(text('select next_seq - 1 - acked_seq from sync_self')) ?? 0,
    lastBackupAt: lastBackupAt(ctx.db),
    passcodeKeeping: ctx.services.secrets.keeping,
  }),
  verify: (ctx) => ({ checks: runChecks(ctx.db) }),
})
