// A passcode is erased 30 days after its machine went home (rule INT-9); nobody has to remember to do it.
import { text } from '#core/db/handle.ts'
import type { WriteDb } from '#core/db/handle.ts'

export const PASSCODE_KEPT_MS = 30 * 86_400_000

/** Erases what is due; answers how many. */
export const erasePasscodes = (db: WriteDb, now: number): number =>
  db.run(
    text(
      `delete from passcode where order_id in (
         select id from work_order where state in ('closed', 'cancelled') and state_since < ?)`,
      now - PASSCODE_KEPT_MS,
    ),
  ).changes
