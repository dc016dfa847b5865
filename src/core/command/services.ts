// What handlers share beside the database; made once per core.
import type { Numbering } from '#core/numbering/numbering.ts'
import type { Attachments } from '#core/attachments/attachments.ts'
import type { Backups } from '#core/backup/backups.ts'
import type { Passcodes } from '#core/orders/passcodes.ts'
import type { Printing } from '#core/printing/printing.ts'
import type { Tokens } from '#core/search/tokens.ts'
import type { StorageState } from '#shared/contract/reply.ts'

export type Services = Readonly<{
  numbering: Numbering
  attachments: Attachments
  backups: Backups
  passcodes: Passcodes
  printing: Printing
  tokens: Tokens
  storage: () => StorageState
}>
