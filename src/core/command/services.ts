// What handlers share beside the database; made once per core.
import type { StorageState } from '#shared/contract/reply.ts'
import type { Approvals } from '#core/approvals/index.ts'
import type { Attachments, PhotoType } from '#core/attachments/index.ts'
import type { Backups } from '#core/backup/index.ts'
import type { CashDrawerPort } from '#core/devices/index.ts'
import type { WriteDb } from '#core/db/handle.ts'
import type { Numbering } from '#core/numbering/index.ts'
import type { PrintQueue } from '#core/printing/index.ts'
import type { NameTokens } from '#core/search/index.ts'
import type { Secrets } from '#core/secrets/index.ts'
import type { WorkerPool } from '#core/worker/pool.ts'

export type Services = Readonly<{
  version: string
  numbering: Numbering
  attachments: Attachments
  /** Type and size of a stored photo. Throws if there is none. */
  photoFacts: (hash: string) => { mime: PhotoType; bytes: number }
  backups: Backups
  /** Goes back to a backup: every connection is closed, the files are swapped, the core goes on with the new one. */
  restore: (file: string, staffId: string) => Promise<{ orders: number; keptAs: string }>
  secrets: Secrets
  /** A second person's yes that waits to be used. */
  approvals: Approvals
  printing: PrintQueue
  cashDrawer: CashDrawerPort
  tokens: NameTokens
  /** Long work beside the event loop. */
  worker: Pick<WorkerPool, 'run'>
  storage: () => StorageState
  freeMiB: () => number
  staffName: (id: string) => string
  /** A small write of its own, for what must stand even if the command is refused (wrong passwords). */
  sideWrite: (work: (db: WriteDb) => void) => void
  /** Ends a person's other sessions; null spares none. */
  signOutOthers: (staffId: string, spare: string | null, reason: 'passwordReset' | 'deactivated') => void
  /** Changed roles and names reach the person's open sessions. */
  refreshActor: (staffId: string) => void
}>
