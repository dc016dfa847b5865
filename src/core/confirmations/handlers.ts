// What finance has still to confirm, and confirming it (rule SET-3).
import { confirmations } from '#shared/contract/confirmation.ts'
import { COLLECTED } from '#shared/domain/money/index.ts'
import { implement } from '#core/command/registry.ts'
import { ordersOfEntry, waitingPayments, waitingSums } from '#core/receipts/index.ts'
import { confirm } from './confirm.ts'

const parseCursor = (cursor: string | undefined): { at: number; id: string } => {
  const [at, id = ''] = (cursor ?? '').split('.')
  return { at: Number(at) || 0, id }
}

export const confirmationEntries = implement(confirmations, {
  waiting: (ctx, { day, method, after, limit }) => {
    const rows = waitingPayments(ctx.db, {
      day: day ?? null,
      method: method ?? null,
      after: parseCursor(after),
      limit: limit + 1,
    })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      payments: shown.map((row) => ({
        id: row.id,
        receiptId: row.receipt_id,
        number: row.number,
        kind: row.kind,
        day: row.day,
        at: row.at,
        method: row.method,
        amountFen: row.amount_fen,
        reference: row.reference,
        who: ctx.services.staffName(row.staff_id),
        customerName: row.customer_name ?? '',
        orders: ordersOfEntry(ctx.db, row.entry_id, COLLECTED[row.method])
          .map(({ number }) => number)
          .filter((number) => number !== ''),
        own: row.staff_id === ctx.actor.staffId,
      })),
      totals: waitingSums(ctx.db),
      next: rows.length > limit && last ? `${last.at}.${last.id}` : null,
    }
  },

  confirm,
})
