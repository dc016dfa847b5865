// The only file that names the table passcode. A passcode is erased 30 days after its machine went home (rule
// INT-9); nobody has to remember to do it.
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

export const PASSCODE_KEPT_MS = 30 * 86_400_000

export const insertPasscode = (
  db: WriteDb,
  orderId: string,
  cipher: Uint8Array,
  keyId: string,
  now: number,
): void => {
  db.run(
    text(
      'insert into passcode (order_id, cipher, key_id, created_at) values (?, ?, ?, ?)',
      orderId,
      cipher,
      keyId,
      now,
    ),
  )
}

export const readPasscode = (db: ReadDb, orderId: string): { cipher: Buffer; key_id: string } | undefined =>
  db.get(text('select cipher, key_id from passcode where order_id = ?', orderId))

/**
 * Erases what is due; answers how many. The few passcodes are looked through, not the orders of ten years.
 * `handedOverAt`: when the machine of an order went home.
 */
export const erasePasscodes = (
  db: WriteDb,
  now: number,
  handedOverAt: (orderId: string) => number | undefined,
): number => {
  const before = now - PASSCODE_KEPT_MS
  const ended = db.run(
    text(
      `delete from passcode where exists (
         select 1 from work_order w where w.id = passcode.order_id and w.state in ('closed', 'cancelled')
         and w.state_since < ?)`,
      before,
    ),
  ).changes
  // The days count from the hand-over, however late it was reviewed.
  const atHome = db.all<{ id: string }>(
    text(
      `select w.id from passcode p join work_order w on w.id = p.order_id
       where w.machine_place in ('withCustomer', 'disposed')`,
    ),
  )
  const due = atHome.filter(({ id }) => (handedOverAt(id) ?? now) < before)
  for (const { id } of due) db.run(text('delete from passcode where order_id = ?', id))
  return ended + due.length
}
