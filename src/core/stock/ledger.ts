// The only writer of the stock (rules PRT-4, PRT-5, PRT-9, PRT-10): one document with its movements, all or nothing.
// Balances, costs and serials follow in the same transaction, and the writer is one, so nobody takes a piece twice.
import type { StockDocumentKind } from '#shared/domain/stock/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { Writing } from '#core/command/context.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { openBook } from './book.ts'
import { judge } from './judge.ts'
import { moveOnPaper } from './move-on-paper.ts'

/** What posting needs of a command. */
export type Posting = Omit<Writing, 'update' | 'log' | 'services'> &
  Readonly<{ services: Pick<Writing['services'], 'numbering'> }>

export type NewDocument = Readonly<{
  kind: StockDocumentKind
  orderId?: string | null
  /** The supplier. */
  partnerId?: string | null
  /** The document that this one goes on with: an arrival its transfer. */
  refersTo?: string | null
  /** Empty only where the kind says enough. */
  reason?: string
  /** Who takes an issued part, if not the person who writes: his own bag may be taken from (rule PRT-5). */
  receivedBy?: string
}>

/** One part at one place: what comes is positive, what goes negative, in thousandths of the unit. */
export type Leg = Readonly<{
  partId: string
  placeId: string
  quantity: number
  /** Of a part with serial numbers as many as pieces; of others none. */
  serials?: readonly string[]
  /** What it cost altogether, of what comes in by a receipt or back from an order. All else has the average. */
  valueFen?: number
  orderPartId?: string | null
  /** Where this stands in the caller's input, for refusals: `lines.2`. */
  field?: string
}>

export type PostedLeg = Readonly<{
  partId: string
  placeId: string
  quantity: number
  serials: readonly string[]
  /** What it cost, with the sign of the quantity. */
  valueFen: number
  orderPartId: string | null
}>
export type Posted = Readonly<{ documentId: string; number: string; legs: readonly PostedLeg[] }>

/**
 * Posts a document, or says what stands in its way: `notInStock`, `notSellable`, `quantityNotAllowed`,
 * `serialsMissing`, `serialElsewhere`, `serialUnknown`, `placeInactive`, `partInactive`, `unknownPart`,
 * `unknownPlace`, each with `field`.
 */
export const post = (ctx: Posting, document: NewDocument, legs: readonly Leg[]): Posted | Refused => {
  const book = openBook(ctx.db)
  const documentId = ctx.newId()
  const judged = judge(book, document, legs, ctx.actor.staffId)
  if (isRefused(judged)) return judged
  const moved = moveOnPaper(ctx.db, book, { ...document, documentId }, judged)
  if (isRefused(moved)) return moved
  const number = nextNumber(ctx)
  ctx.insert(
    'stockDocument',
    documentId,
    {
      number,
      kind: document.kind,
      orderId: document.orderId ?? null,
      partnerId: document.partnerId ?? null,
      refersTo: document.refersTo ?? null,
      reason: document.reason ?? '',
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    `stock.${document.kind}`,
  )
  for (const [index, leg] of moved.entries())
    ctx.insert(
      'stockMovement',
      ctx.newId(),
      { documentId, position: index + 1, ...leg, at: ctx.now },
      'stock.moved',
    )
  book.write(ctx.db)
  ctx.audit({
    action: `stock.${document.kind}`,
    object: 'stockDocument',
    objectId: documentId,
    details: { number, lines: moved.length },
  })
  ctx.changed('stock', ...new Set(moved.map(({ partId }) => `stock:${partId}`)))
  return { documentId, number, legs: moved }
}
