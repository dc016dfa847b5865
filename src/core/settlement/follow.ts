// An order that goes to the review without being settled (SET-4, warranty, phone) still has costs and other payers:
// the books take them then, so that the profit of every order is in them (SET-11).
import type { Acted } from '#core/lifecycle/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { book } from '#core/ledger/index.ts'
import type { Booking } from '#core/ledger/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { chargesToBook } from './order-money.ts'

export const followMoney = (ctx: CommandContext, { before, event }: Acted): void => {
  if (event.to !== 'pendingClose' || event.from === event.to || event.command === 'settle') return
  bookCharges(ctx, before)
}

/** Brings the books of an order to what its lines and costs say, if they differ. */
export const bookCharges = (ctx: Booking, row: Pick<OrderRow, 'id' | 'customer_id'>): void => {
  const postings = chargesToBook(ctx.db, row)
  if (postings.length === 0) return
  book(ctx, { kind: 'charge', orderId: row.id, customerId: row.customer_id }, postings)
}
