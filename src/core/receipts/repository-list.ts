// Receipts of a period, a customer, a person; the newest first.
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { RECEIPT } from './repository.ts'
import type { ReceiptRow } from './repository.ts'

export type Place = Readonly<{ day: string; at: number; id: string }>
export type Wanted = Readonly<{
  from: string | null
  to: string | null
  kind: ReceiptRow['kind'] | null
  method: PaymentMethod | null
  staffId: string | null
  after: Place | null
  limit: number
}>

const LAST: Place = { day: '9999-12-31', at: 0, id: '' }

export const receiptsList = (db: ReadDb, wanted: Wanted): ReceiptRow[] => {
  const { day, at, id } = wanted.after ?? LAST
  return db.all<ReceiptRow>(
    text(
      `${RECEIPT} where r.day >= coalesce(?, '') and r.day <= coalesce(?, '9999-12-31')
         and (r.day, r.at, r.id) < (?, ?, ?) and r.kind = coalesce(?, r.kind)
         and r.staff_id = coalesce(?, r.staff_id)
         and (? is null or exists (select 1 from payment y where y.receipt_id = r.id and y.method = ?))
        order by r.day desc, r.at desc, r.id desc limit ?`,
      wanted.from,
      wanted.to,
      day,
      at,
      id,
      wanted.kind,
      wanted.staffId,
      wanted.method,
      wanted.method,
      wanted.limit,
    ),
  )
}

/** The same for one customer: he has his own index. */
export const receiptsOfCustomer = (
  db: ReadDb,
  customerId: string,
  limit: number,
  wanted: Partial<Pick<Wanted, 'from' | 'to' | 'kind' | 'method' | 'staffId' | 'after'>> = {},
): ReceiptRow[] => {
  const { day, at, id } = wanted.after ?? LAST
  return db.all<ReceiptRow>(
    text(
      `${RECEIPT} where r.customer_id = ? and r.day >= coalesce(?, '') and r.day <= coalesce(?, '9999-12-31')
         and (r.day, r.at, r.id) < (?, ?, ?) and r.kind = coalesce(?, r.kind)
         and r.staff_id = coalesce(?, r.staff_id)
         and (? is null or exists (select 1 from payment y where y.receipt_id = r.id and y.method = ?))
        order by r.day desc, r.at desc, r.id desc limit ?`,
      customerId,
      wanted.from ?? null,
      wanted.to ?? null,
      day,
      at,
      id,
      wanted.kind ?? null,
      wanted.staffId ?? null,
      wanted.method ?? null,
      wanted.method ?? null,
      limit,
    ),
  )
}
