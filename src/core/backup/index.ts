// Backups: what other features may use.
export type { Backups, MadeBackup } from './backups.ts'
export { inspectBackup, makeBackup } from './make-backup.ts'
export { insertBackup, lastBackupAt } from './repository.ts'
