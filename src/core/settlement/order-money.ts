// The money of one order: what its lines charge, what settlements cover of it, what lies there of the customer.
import type { Facts } from '#shared/domain/work-order/facts.ts'
import type { OrderCosts, Posting } from '#shared/domain/money/index.ts'
import { chargesOf, difference } from '#shared/domain/money/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { dispatchesOf } from '#core/dispatch/index.ts'
import { openOfOrder } from '#core/ledger/index.ts'
import { linesOfOrder } from '#core/order-parts/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { chargedToCustomer, commissionsOf, linesOf } from '#core/service/index.ts'
import { chargesInBooks, settledSums } from './repository.ts'

/** What an order cost us: parts, vendors, commission. */
export const costsOf = (db: ReadDb, orderId: string): OrderCosts => {
  const parts = linesOfOrder(db, orderId)
  const costOf = (boughtIn: 0 | 1): number =>
    sumFen(parts.filter((part) => part.bought_in === boughtIn).map((part) => part.cost_fen))
  return {
    stockFen: costOf(0),
    boughtInFen: costOf(1),
    vendors: dispatchesOf(db, orderId).flatMap(({ vendor_id, cost_fen }) =>
      vendor_id === null || cost_fen === null ? [] : [{ partnerId: vendor_id, amountFen: cost_fen }],
    ),
    commissions: commissionsOf(db, orderId).map((one) => ({
      staffId: one.staff_id,
      amountFen: one.amount_fen,
    })),
  }
}

/** The cost as one amount, fen. */
export const costSum = ({ stockFen, boughtInFen, vendors, commissions }: OrderCosts): number =>
  sumFen([stockFen, boughtInFen, ...[...vendors, ...commissions].map(({ amountFen }) => amountFen)])

/** The postings that bring the books of an order to what its lines and costs say now. */
export const chargesToBook = (db: ReadDb, row: Pick<OrderRow, 'id' | 'customer_id'>): Posting[] => {
  const lines = linesOf(db, row.id).map((line) => ({
    kind: line.kind,
    payer: line.payer,
    waived: line.waived === 1,
    amountFen: line.amount_fen ?? 0,
  }))
  const of = { orderId: row.id, customerId: row.customer_id }
  return difference(chargesOf(of, lines, costsOf(db, row.id)), chargesInBooks(db, row.id))
}

/** What the lines charge, whoever pays; our own and waived ones charge nothing. Fen. */
export const chargedToAll = (db: ReadDb, orderId: string): number =>
  sumFen(
    linesOf(db, orderId)
      .filter(({ payer, waived }) => payer !== 'ourselves' && waived !== 1)
      .map(({ amount_fen }) => amount_fen ?? 0),
  )

/** What lies there of the customer for this order, fen. */
export const depositOf = (db: ReadDb, orderId: string): number => 0 - openOfOrder(db, 'deposit', orderId)

/** What the guards of the table ask about money. */
export const moneyFacts = (db: ReadDb, orderId: string): Pick<Facts, 'due' | 'settled' | 'moneyKept'> => {
  const sums = settledSums(db, orderId)
  const due = chargedToCustomer(db, orderId) - (sums.charged ?? 0)
  const isSettled = sums.in_force > 0 && due === 0
  return {
    due,
    settled: !isSettled ? 'no' : (sums.on_account ?? 0) > 0 ? 'onAccount' : 'paid',
    moneyKept: depositOf(db, orderId),
  }
}
