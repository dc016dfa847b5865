// The payments that finance has still to confirm (rule SET-3): kept apart, so that nobody searches all payments.
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'
import type { ReceiptRow } from './repository.ts'

export const addWaiting = (
  db: WriteDb,
  payment: Readonly<{ id: string; day: string; method: PaymentMethod; at: number }>,
): void => {
  db.run(
    text(
      'insert into payment_waiting (id, day, method, at) values (?, ?, ?, ?)',
      payment.id,
      payment.day,
      payment.method,
      payment.at,
    ),
  )
}

/** It waits no more; false if it did not. */
export const endWaiting = (db: WriteDb, paymentId: string): boolean =>
  db.run(text('delete from payment_waiting where id = ?', paymentId)).changes === 1

export type WaitingRow = Readonly<{
  id: string
  receipt_id: string
  entry_id: string
  number: string
  kind: ReceiptRow['kind']
  day: string
  at: number
  method: PaymentMethod
  amount_fen: number
  drawer_id: string | null
  reference: string
  staff_id: string
  customer_id: string | null
  customer_name: string | null
}>

const PAYMENT = `select y.id, y.receipt_id, r.entry_id, r.number, r.kind, r.day, r.at, y.method, y.amount_fen,
    y.drawer_id, y.reference, r.staff_id, r.customer_id, c.name as customer_name`
const OF_RECEIPT = `join receipt r on r.id = y.receipt_id left join customer c on c.id = r.customer_id`

type Wanted = Readonly<{
  day: string | null
  method: PaymentMethod | null
  after: Readonly<{ at: number; id: string }>
  limit: number
}>

/** The oldest first. */
export const waitingPayments = (db: ReadDb, { day, method, after, limit }: Wanted): WaitingRow[] =>
  db.all<WaitingRow>(
    text(
      `${PAYMENT} from payment_waiting q join payment y on y.id = q.id ${OF_RECEIPT}
        where (q.at, q.id) > (?, ?) and q.day = coalesce(?, q.day) and q.method = coalesce(?, q.method)
        order by q.at, q.id limit ?`,
      after.at,
      after.id,
      day,
      method,
      limit,
    ),
  )

type WaitingSum = Readonly<{ day: string; method: PaymentMethod; count: number; amountFen: number }>

export const waitingSums = (db: ReadDb): WaitingSum[] =>
  db.all<WaitingSum>(
    text(
      `select q.day, q.method, count(*) as count, sum(y.amount_fen) as amountFen
        from payment_waiting q join payment y on y.id = q.id group by q.day, q.method order by q.day, q.method`,
    ),
  )

export type ToConfirm = WaitingRow & Readonly<{ confirmed: 0 | 1; waits: 0 | 1 }>

/** One payment and how it stands with finance. */
export const paymentToConfirm = (db: ReadDb, id: string): ToConfirm | undefined =>
  db.get<ToConfirm>(
    text(
      `${PAYMENT}, f.id is not null as confirmed, q.id is not null as waits from payment y ${OF_RECEIPT}
        left join payment_confirmation f on f.id = y.id left join payment_waiting q on q.id = y.id where y.id = ?`,
      id,
    ),
  )
