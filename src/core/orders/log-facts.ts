// What only the log of an order still knows, for taking its last act back.
import type { JsonValue } from '#shared/kernel/result.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

/** When the order became ready, before whatever happened since. */
export const sinceWhenReady = (db: ReadDb, orderId: string): number | undefined =>
  db.value<number>(
    text(
      `select at from service_log where subject_id = ? and action <> 'order.handOverUndone'
         and json_extract(changes, '$.state[1]') = 'readyForPickup' order by seq desc limit 1`,
      orderId,
    ),
  )

/** What the newest entry says it changed: name → [old, new]. */
export const lastChanges = (db: ReadDb, orderId: string): Readonly<Record<string, readonly JsonValue[]>> =>
  JSON.parse(
    db.value<string | null>(
      text('select changes from service_log where subject_id = ? order by seq desc limit 1', orderId),
    ) ?? '{}',
  ) as Record<string, JsonValue[]>
