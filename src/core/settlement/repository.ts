// The only file that names the table settlement, and that reads what was agreed about a debt when it was made.
import type { Posting } from '#shared/domain/money/index.ts'
import { isCharge } from '#shared/domain/money/index.ts'
import type { Payer } from '#shared/domain/service/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type SettlementRow = Readonly<{
  id: string
  number: string
  order_id: string
  entry_id: string
  receipt_id: string | null
  reverses: string | null
  charged_fen: number
  store_fee_fen: number
  discount_fen: number
  rounding_fen: number
  deposit_fen: number
  paid_fen: number
  on_account_fen: number
  /** {@link SettledLine}s as JSON. */
  lines: string
  reason: string
  at: number
  day: string
  staff_id: string
  approved_by: string | null
}>

/** A line of the order as it was settled. Thousandths and fen; null where nobody named a price. */
export type SettledLine = Readonly<{
  text: string
  payer: Payer
  quantity: number | null
  amountFen: number | null
  waived: boolean
}>

/** What one receipt settled, order by order. */
export const settlementsOfReceipt = (db: ReadDb, receiptId: string): SettlementRow[] =>
  db.all<SettlementRow>(
    text('select * from settlement where receipt_id = ? and reverses is null order by at, id', receiptId),
  )

/** When to ask about what stayed open, as it was agreed with this settlement. */
export const followUpOf = (
  db: ReadDb,
  customerId: string,
  { order_id, at }: Pick<SettlementRow, 'order_id' | 'at'>,
): string | undefined =>
  db.value<string | null>(
    text(
      'select follow_up_on from debt_follow_up where customer_id = ? and at = ? and order_id = ?',
      customerId,
      at,
      order_id,
    ),
  ) ?? undefined

/** All of an order, reversals among them, in their order. */
export const settlementsOf = (db: ReadDb, orderId: string): SettlementRow[] =>
  db.all<SettlementRow>(text('select * from settlement where order_id = ? order by at, id', orderId))

/** Those that no reversal took back. */
export const settlementsInForce = (db: ReadDb, orderId: string): SettlementRow[] =>
  db.all<SettlementRow>(
    text(
      `select s.* from settlement s left join settlement r on r.reverses = s.id
        where s.order_id = ? and +s.reverses is null and r.id is null order by s.at, s.id`,
      orderId,
    ),
  )

type Sums = Readonly<{ charged: number | null; on_account: number | null; in_force: number }>

/** What the settlements of an order add up to; a reversal has the signs turned. */
export const settledSums = (db: ReadDb, orderId: string): Sums =>
  db.get<Sums>(
    text(
      `select sum(charged_fen) as charged, sum(on_account_fen) as on_account,
         coalesce(sum(iif(reverses is null, 1, -1)), 0) as in_force
        from settlement where order_id = ?`,
      orderId,
    ),
  ) ?? { charged: 0, on_account: 0, in_force: 0 }

type ChargeRow = Readonly<{
  debit: Posting['debit']
  credit: Posting['credit']
  amount_fen: number
  customer_id: string | null
  partner_id: string | null
  earner_id: string | null
}>

/** What the books hold of an order's charges and costs. */
export const chargesInBooks = (db: ReadDb, orderId: string): Posting[] =>
  db
    .all<ChargeRow>(
      text(
        `select debit, credit, customer_id, partner_id, earner_id, sum(amount_fen) as amount_fen
          from money_posting where order_id = ? group by debit, credit, customer_id, partner_id, earner_id`,
        orderId,
      ),
    )
    .map((row) => ({
      debit: row.debit,
      credit: row.credit,
      amountFen: row.amount_fen,
      orderId,
      customerId: row.customer_id,
      partnerId: row.partner_id,
      earnerId: row.earner_id,
    }))
    .filter(isCharge)
