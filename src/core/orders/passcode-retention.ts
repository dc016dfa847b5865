// A passcode is erased 30 days after its machine went home (rule INT-9); nobody has to remember to do it.
import { text } from '#core/db/handle.ts'
import type { WriteDb } from '#core/db/handle.ts'

export const PASSCODE_KEPT_MS = 30 * 86_400_000

/** Erases what is due; answers how many. */
export const erasePasscodes = (db: WriteDb, now: number): number =>
  db.run(
    text(
      // From the few passcodes to their orders, not from all closed orders of ten years to them.
      `delete from passcode where exists (
         select 1 from work_order w where w.id = passcode.order_id and w.state in ('closed', 'cancelled')
         and w.state_since < ?)`,
      now - PASSCODE_KEPT_MS,
    ),
  ).changes
