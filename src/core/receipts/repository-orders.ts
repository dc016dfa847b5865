// What the money of a receipt is for: its entry in the books, seen from the orders.
import type { AccountCode } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type PurposeRow = Readonly<{
  account: AccountCode
  order_id: string | null
  customer_id: string | null
  number: string
  amount_fen: number
  method_account: AccountCode
}>

const COLLECTED = `('collectedCash', 'collectedWechat', 'collectedAlipay', 'collectedCard', 'collectedBank')`

/** Each purpose and method of an entry, in the order in which it was booked; below zero where money went out. */
export const purposesOfEntry = (db: ReadDb, entryId: string): PurposeRow[] =>
  db.all<PurposeRow>(
    text(
      `select iif(p.debit in ${COLLECTED}, p.credit, p.debit) as account,
         iif(p.debit in ${COLLECTED}, p.debit, p.credit) as method_account, p.order_id, p.customer_id,
         coalesce(w.number, '') as number, iif(p.debit in ${COLLECTED}, p.amount_fen, -p.amount_fen) as amount_fen
        from money_posting p left join work_order w on w.id = p.order_id
        where p.entry_id = ? order by p.position`,
      entryId,
    ),
  )

export type OrderShare = Readonly<{ id: string | null; number: string; amountFen: number }>

/** What each order got of a receipt. */
export const ordersOfEntry = (
  db: ReadDb,
  entryId: string,
  methodAccount?: AccountCode,
): readonly OrderShare[] => {
  const shares = new Map<string, OrderShare>()
  for (const row of purposesOfEntry(db, entryId)) {
    if (methodAccount !== undefined && row.method_account !== methodAccount) continue
    const key = row.order_id ?? ''
    const known = shares.get(key)
    shares.set(key, {
      id: row.order_id,
      number: row.number,
      amountFen: (known?.amountFen ?? 0) + row.amount_fen,
    })
  }
  return [...shares.values()]
}
