// Receipts: one, many, a table of them, and a correction.
import { receipts } from '#shared/contract/receipt.ts'
import { periodProblem } from '#shared/domain/money/index.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { correct } from './correct.ts'
import { MOST_ROWS, csvOf } from './export.ts'
import { readReceipt } from './repository.ts'
import type { ReceiptRow } from './repository.ts'
import { receiptsList, receiptsOfCustomer } from './repository-list.ts'
import type { Place } from './repository-list.ts'
import { ordersOfEntry } from './repository-orders.ts'
import { showReceipt } from './show.ts'

const cursorOf = ({ day, at, id }: ReceiptRow): string => `${day}.${at}.${id}`

const parseCursor = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null
  const [day = '', at, id = ''] = cursor.split('.')
  return { day, at: Number(at) || 0, id }
}

export const receiptEntries = implement(receipts, {
  get: (ctx, { id }) => {
    const row = readReceipt(ctx.db, id)
    if (!row) return refuse('unknownReceipt', { field: 'id' })
    return { ...showReceipt(ctx, row), orders: [...ordersOfEntry(ctx.db, row.entry_id)] }
  },

  list: (ctx, { after, limit, customerId, ...input }) => {
    const wanted = {
      from: input.from ?? null,
      to: input.to ?? null,
      kind: input.kind ?? null,
      method: input.method ?? null,
      staffId: input.staffId ?? null,
      after: parseCursor(after),
    }
    const rows =
      customerId === undefined
        ? receiptsList(ctx.db, { ...wanted, limit: limit + 1 })
        : receiptsOfCustomer(ctx.db, customerId, limit + 1, wanted)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      receipts: shown.map((row) => showReceipt(ctx, row)),
      next: rows.length > limit && last ? cursorOf(last) : null,
    }
  },

  correct,

  export: (ctx, period) => {
    const wrong = periodProblem(period)
    if (wrong) return wrong
    const rows = receiptsList(ctx.db, {
      ...period,
      kind: null,
      method: null,
      staffId: null,
      after: null,
      limit: MOST_ROWS + 1,
    })
    if (rows.length > MOST_ROWS) return refuse('tooManyRows', { field: 'to', most: MOST_ROWS })
    return {
      name: `receipts-${period.from}-${period.to}.csv`,
      rows: rows.length,
      text: csvOf(ctx, rows.toReversed()),
    }
  },
})
