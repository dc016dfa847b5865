// What came in and went out on one day. A counter-receipt takes back what its receipt counted, so that a correction
// counts once.
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

const OF_DAY = `from receipt r left join receipt o on o.id = r.reverses`
const IS_REFUND = `coalesce(o.kind, r.kind) = 'refund'`

type MethodOfDay = Readonly<{ method: PaymentMethod; inFen: number; outFen: number; count: number }>

export const paymentsOfDay = (db: ReadDb, day: string): MethodOfDay[] =>
  db.all<MethodOfDay>(
    text(
      `select y.method, sum(iif(${IS_REFUND}, 0, y.amount_fen)) as inFen,
         sum(iif(${IS_REFUND}, -y.amount_fen, 0)) as outFen, sum(iif(r.reverses is null, 1, -1)) as count
        ${OF_DAY} join payment y on y.receipt_id = r.id where r.day = ? group by y.method`,
      day,
    ),
  )

type ReceiptsOfDay = Readonly<{ receipts: number; receivedFen: number; refunds: number; refundedFen: number }>

export const receiptsOfDay = (db: ReadDb, day: string): ReceiptsOfDay =>
  db.get<ReceiptsOfDay>(
    text(
      `select coalesce(sum(iif(${IS_REFUND}, 0, iif(r.reverses is null, 1, -1))), 0) as receipts,
         coalesce(sum(iif(${IS_REFUND}, 0, r.amount_fen)), 0) as receivedFen,
         coalesce(sum(iif(${IS_REFUND}, iif(r.reverses is null, 1, -1), 0)), 0) as refunds,
         coalesce(sum(iif(${IS_REFUND}, -r.amount_fen, 0)), 0) as refundedFen
        ${OF_DAY} where r.day = ?`,
      day,
    ),
  ) ?? { receipts: 0, receivedFen: 0, refunds: 0, refundedFen: 0 }
