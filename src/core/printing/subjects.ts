// What a paper is about, by the kind of paper: whether it is there, its number for people, and the order it belongs to.
import { paperSubjects } from '#shared/domain/papers/index.ts'
import type { PaperKind, PaperSubject } from '#shared/domain/papers/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readTag } from '#core/order-parts/index.ts'
import { postingsOf } from '#core/ledger/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { printedVersion } from '#core/quotes/index.ts'
import { readReceipt } from '#core/receipts/index.ts'
import { readDocument } from '#core/stock/index.ts'
import { readVisitRow } from '#core/visits/index.ts'

type Subject = Readonly<{ number: string; orderId: string | null }>

const READ: Readonly<Record<PaperSubject, (db: ReadDb, id: string) => Subject | undefined>> = {
  workOrder: (db, id) => {
    const order = readOrderRow(db, id)
    return order && { number: order.number, orderId: order.id }
  },
  visit: (db, id) => {
    const visit = readVisitRow(db, id)
    return visit && { number: visit.number, orderId: null }
  },
  stockDocument: (db, id) => {
    const document = readDocument(db, id)
    return document && { number: document.number, orderId: document.order_id }
  },
  faultTag: (db, id) => {
    const tag = readTag(db, id)
    return tag && { number: tag.number, orderId: tag.order_id }
  },
  // With the first order that it is for; a deposit of no order or a sale has none.
  receipt: (db, id) => {
    const receipt = readReceipt(db, id)
    if (!receipt) return undefined
    const orders = postingsOf(db, receipt.entry_id).map(({ order_id }) => order_id)
    return { number: receipt.number, orderId: orders.find((order) => order !== null) ?? null }
  },
}

const DOCUMENT: Partial<Record<PaperKind, string>> = { issueSlip: 'issue', returnSlip: 'return' }

/** Undefined where nothing of the kind is there to be printed. */
export const subjectOf = (db: ReadDb, paper: PaperKind, id: string): Subject | undefined => {
  if (paper === 'quote' && !printedVersion(db, id)) return undefined
  const kind = DOCUMENT[paper]
  if (kind !== undefined && readDocument(db, id)?.kind !== kind) return undefined
  return READ[paperSubjects[paper]](db, id)
}
