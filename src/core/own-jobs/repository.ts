// Whose job an order is: reads the tables dispatch and dispatch_member, which src/core/dispatch writes. A folder of
// its own, because customers, orders and search ask it and dispatch asks them.
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

/** Whether the person is, or was until it ended well, on a dispatch of this order. */
export const isOnTheJob = (db: ReadDb, orderId: string, staffId: string): boolean =>
  db.value<number>(
    text(
      // Asked with most commands; the same as a join takes four times as long.
      `select 1 from dispatch_member where dispatch_id in
         (select id from dispatch where order_id = ? and state in ('open', 'received', 'finished'))
       and staff_id = ? limit 1`,
      orderId,
      staffId,
    ),
  ) !== undefined

/** Whether the person is on an unfinished job of this customer. */
export const isOnJobOfCustomer = (db: ReadDb, customerId: string, staffId: string): boolean =>
  db.value<number>(
    text(
      `select 1 from work_order w join dispatch d on d.order_id = w.id join dispatch_member m on m.dispatch_id = d.id
       where w.customer_id = ? and w.state not in ('closed', 'cancelled') and m.staff_id = ?
         and d.state in ('open', 'received', 'finished') limit 1`,
      customerId,
      staffId,
    ),
  ) !== undefined
