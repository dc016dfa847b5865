// Documents as they are read: lists, and one with its movements and what of it is still on the way (rule PRT-9).
import type { StockDocument, StockDocumentLine } from '#shared/contract/stock.ts'
import type { StockDocumentKind } from '#shared/domain/stock/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { grouped } from './grouped.ts'
import type { Looking } from './look.ts'
import { readNumbers, seesCost } from './look.ts'
import type { DocumentHeadRow } from './repository-documents.ts'
import * as rows from './repository-documents.ts'
import { requestOfDocument } from './repository-requests.ts'

const headOf = (row: DocumentHeadRow) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  at: row.at,
  who: row.who,
  partner: row.partner ?? '',
  orderId: row.order_id,
  orderNumber: row.order_number ?? '',
  refersTo: row.refers_id === null ? null : { id: row.refers_id, number: row.refers_number ?? '' },
  reason: row.reason,
})

type ListAsk = Readonly<{
  kind?: StockDocumentKind | undefined
  onTheWay: boolean
  from?: number | undefined
  until?: number | undefined
  after?: string | undefined
  limit: number
}>

export const documentsPage = (db: ReadDb, { after, limit, ...ask }: ListAsk) => {
  const [at, rowid] = readNumbers(after, 2) ?? []
  const found = rows.listDocuments(db, {
    ...ask,
    limit: limit + 1,
    ...(at !== undefined && rowid !== undefined ? { before: { at, rowid } } : {}),
  })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    documents: page.map((row): StockDocumentLine => ({
      ...headOf(row),
      lines: row.lines,
      open: row.open === 1,
    })),
    next: found.length > limit && last ? `${last.at}.${last.rowid}` : null,
  }
}

/** What of a transfer has not arrived, with its serials, and the place where all of it is. */
export const stillOnWay = (db: ReadDb, documentId: string) => {
  const serials = grouped(rows.serialsOnWay(db, documentId), (row) => row.part_id)
  const open = rows.onWayRows(db, documentId)
  return {
    placeId: open[0]?.place_id,
    lines: open.map(({ part_id: partId, code, name, unit, decimals, quantity }) => ({
      ...{ partId, code, name, unit, decimals, quantity },
      serials: (serials.get(partId) ?? []).map(({ serial }) => serial),
    })),
  }
}

export const documentSeen = (
  ctx: Looking,
  by: Readonly<{ id: string }> | Readonly<{ number: string }>,
): StockDocument | undefined => {
  const head = rows.documentHead(ctx.db, by)
  if (!head) return undefined
  const sees = seesCost(ctx)
  return {
    ...headOf(head),
    movements: rows.movementsOfDocument(ctx.db, head.id).map((row) => ({
      partId: row.part_id,
      code: row.code,
      name: row.name,
      unit: row.unit,
      decimals: row.decimals,
      placeId: row.place_id,
      place: row.place,
      placeKind: row.place_kind,
      quantity: row.quantity,
      serials: JSON.parse(row.serials) as string[],
      valueFen: sees ? row.value_fen : null,
    })),
    onTheWay: stillOnWay(ctx.db, head.id).lines,
    answers: requestOfDocument(ctx.db, head.id) ?? null,
    followedBy: rows.followersOf(ctx.db, head.id),
  }
}
