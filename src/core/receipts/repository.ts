// The only file that names the tables receipt, payment and payment_confirmation.
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type ReceiptRow = Readonly<{
  id: string
  number: string
  kind: 'settlement' | 'collection' | 'deposit' | 'refund' | 'sale' | 'reversal'
  customer_id: string | null
  customer_name: string | null
  entry_id: string
  reverses: string | null
  reversed_by: string | null
  amount_fen: number
  note: string
  at: number
  day: string
  staff_id: string
}>

export type PaymentRow = Readonly<{
  id: string
  receipt_id: string
  position: number
  method: PaymentMethod
  amount_fen: number
  tendered_fen: number | null
  drawer_id: string | null
  reference: string
  confirmed_at: number | null
}>

export const RECEIPT = `select r.*, c.name as customer_name, b.id as reversed_by from receipt r
  left join customer c on c.id = r.customer_id left join receipt b on b.reverses = r.id`

export const readReceipt = (db: ReadDb, id: string): ReceiptRow | undefined =>
  db.get<ReceiptRow>(text(`${RECEIPT} where r.id = ?`, id))

/** Every receipt with money of this order in it, the newest first. */
export const receiptsOfOrder = (db: ReadDb, orderId: string): ReceiptRow[] =>
  db.all<ReceiptRow>(
    text(
      `${RECEIPT} where r.entry_id in (select entry_id from money_posting where order_id = ?)
        order by r.at desc, r.id desc`,
      orderId,
    ),
  )

export const paymentsOf = (db: ReadDb, receiptId: string): PaymentRow[] =>
  db.all<PaymentRow>(
    text(
      `select p.*, c.at as confirmed_at from payment p left join payment_confirmation c on c.id = p.id
        where p.receipt_id = ? order by p.position`,
      receiptId,
    ),
  )

const COLLECTED_OF = `case y.method when 'cash' then 'collectedCash' when 'wechat' then 'collectedWechat'
  when 'alipay' then 'collectedAlipay' when 'card' then 'collectedCard' else 'collectedBank' end`

type Collected = Readonly<{ collected: number; confirmed: number }>

/** What was collected for an order less what was given back, and what of it finance confirmed (SET-3); fen. */
export const collectedOfOrder = (db: ReadDb, orderId: string): Collected =>
  db.get<Collected>(
    text(
      `select coalesce(sum(fen), 0) as collected, coalesce(sum(iif(confirmed, fen, 0)), 0) as confirmed from (
        select iif(p.debit = ${COLLECTED_OF}, p.amount_fen, -p.amount_fen) as fen, c.id is not null as confirmed
        from money_posting p
        join receipt r on r.entry_id = p.entry_id
        join payment y on y.receipt_id = r.id and ${COLLECTED_OF} in (p.debit, p.credit)
        left join payment_confirmation c on c.id = y.id
        where p.order_id = ?)`,
      orderId,
    ),
  ) ?? { collected: 0, confirmed: 0 }

type Takings = Readonly<{ method: PaymentMethod; receipts_fen: number; refunds_fen: number }>

/** What came in and went out on the days of the books after `after` up to `upTo`, per method. */
export const takingsOfDays = (db: ReadDb, after: string, upTo: string): Takings[] =>
  db.all<Takings>(
    text(
      `select p.method, sum(max(p.amount_fen, 0)) as receipts_fen, sum(max(-p.amount_fen, 0)) as refunds_fen
        from receipt r join payment p on p.receipt_id = r.id where r.day > ? and r.day <= ? group by p.method`,
      after,
      upTo,
    ),
  )

/** Receipts that were made in a shift. */
export const receiptsOfShift = (db: ReadDb, shiftId: string): Readonly<{ id: string; number: string }>[] =>
  db.all<{ id: string; number: string }>(
    text(
      `select r.id, r.number from money_entry e join receipt r on r.entry_id = e.id where e.shift_id = ?
        order by r.rowid`,
      shiftId,
    ),
  )
