// Every handler of the core, by the wire name of its procedure.
import { procedures } from '#shared/contract/index.ts'
import { attachmentEntries } from '#core/attachments/handlers.ts'
import { backupEntries } from '#core/backup/handlers.ts'
import type { Entry } from '#core/command/registry.ts'
import { customerEntries } from '#core/customers/handlers.ts'
import { draftEntries } from '#core/drafts/handlers.ts'
import { orderEntries } from '#core/orders/handlers.ts'
import { printingEntries } from '#core/printing/handlers.ts'
import { searchEntries } from '#core/search/handlers.ts'
import { sessionEntries } from '#core/sessions/handlers.ts'
import { shopEntries } from '#core/shop/handlers.ts'
import { staffEntries } from '#core/staff/handlers.ts'
import { systemEntries } from '#core/system/handlers.ts'
import { visitEntries } from '#core/visits/handlers.ts'

const all: readonly Entry[] = [
  ...shopEntries,
  ...sessionEntries,
  ...staffEntries,
  ...customerEntries,
  ...visitEntries,
  ...orderEntries,
  ...searchEntries,
  ...draftEntries,
  ...attachmentEntries,
  ...printingEntries,
  ...backupEntries,
  ...systemEntries,
]

export const entries: ReadonlyMap<string, Entry> = new Map(all.map((entry) => [entry.method, entry]))

const missing = [...procedures.keys()].filter((method) => !entries.has(method))
if (missing.length > 0) throw new Error(`procedures without a handler: ${missing.join(', ')}`)
