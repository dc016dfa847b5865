// Every handler of the core, by the wire name of its procedure.
import { procedures } from '#shared/contract/index.ts'
import { accountEntries } from './accounts/handlers.ts'
import { attachmentEntries } from './attachments/handlers.ts'
import { backupEntries } from './backup/handlers.ts'
import { boardEntries } from './board/handlers.ts'
import { catalogueEntries } from './catalogue/import-handlers.ts'
import { packageEntries, partEntries, serviceItemEntries } from './catalogue/handlers.ts'
import type { Entry } from '#core/command/registry.ts'
import { cancelEntries } from './cancel/handlers.ts'
import { confirmationEntries } from './confirmations/handlers.ts'
import { contactEntries } from './contact/handlers.ts'
import { customerEntries } from './customers/handlers.ts'
import { dispatchEntries } from './dispatch/handlers.ts'
import { custodyEntries } from './custody/handlers.ts'
import { directoryEntries } from './directory/handlers.ts'
import { draftEntries } from './drafts/handlers.ts'
import { approvalEntries } from './approvals/handlers.ts'
import { depositEntries, settlementEntries } from './settlement/handlers.ts'
import { handOverEntries } from './hand-over/handlers.ts'
import { inboxEntries } from './inbox/handlers.ts'
import { dayEntries } from './shifts/day-handlers.ts'
import { shiftEntries } from './shifts/handlers.ts'
import { spotEntries } from './on-the-spot/handlers.ts'
import { knowledgeEntries } from './knowledge/handlers.ts'
import { meterEntries } from './meters/handlers.ts'
import { orderPartEntries } from './order-parts/handlers.ts'
import { orderEntries } from './orders/handlers.ts'
import { printingEntries } from './printing/handlers.ts'
import { quoteEntries } from './quotes/handlers.ts'
import { receiptEntries } from './receipts/handlers.ts'
import { receivableEntries } from './receivables/handlers.ts'
import { reviewEntries } from './review/handlers.ts'
import { searchEntries } from './search/handlers.ts'
import { serviceEntries } from './service/handlers.ts'
import { sessionEntries } from './sessions/handlers.ts'
import { shopEntries } from './shop/handlers.ts'
import { staffEntries } from './staff/handlers.ts'
import { stockEntries } from './stock/handlers.ts'
import { transferEntries } from './stock/transfer-handlers.ts'
import { systemEntries } from './system/handlers.ts'
import { visitEntries } from './visits/handlers.ts'

const all: readonly Entry[] = [
  ...shopEntries,
  ...sessionEntries,
  ...staffEntries,
  ...customerEntries,
  ...visitEntries,
  ...orderEntries,
  ...orderPartEntries,
  ...meterEntries,
  ...spotEntries,
  ...boardEntries,
  ...handOverEntries,
  ...reviewEntries,
  ...approvalEntries,
  ...settlementEntries,
  ...depositEntries,
  ...receivableEntries,
  ...confirmationEntries,
  ...accountEntries,
  ...receiptEntries,
  ...shiftEntries,
  ...dayEntries,
  ...knowledgeEntries,
  ...dispatchEntries,
  ...serviceEntries,
  ...quoteEntries,
  ...contactEntries,
  ...cancelEntries,
  ...inboxEntries,
  ...custodyEntries,
  ...stockEntries,
  ...transferEntries,
  ...directoryEntries,
  ...partEntries,
  ...serviceItemEntries,
  ...packageEntries,
  ...catalogueEntries,
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
