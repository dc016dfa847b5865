// Backups: what other features may use.
export type { Backups } from './backups.ts'
export { inspectBackup, makeBackup } from './make-backup.ts'
export { lastBackupAt } from './repository.ts'
