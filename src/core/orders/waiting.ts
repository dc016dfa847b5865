// Orders that have waited for something since long, the longest waiting first.
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { OrderRow } from './repository.ts'

const MOST = 500

/** Machines that have been ready since before that moment (rule CLS-2). */
export const readyBefore = (db: ReadDb, before: number): OrderRow[] =>
  db.all<OrderRow>(
    text(
      `select * from work_order where state = 'readyForPickup' and ready_at < ? order by ready_at, id limit ${MOST}`,
      before,
    ),
  )

/** Orders that wait for their review, from after that one on; the longest waiting first (rule CLS-5). */
export const waitingForReview = (
  db: ReadDb,
  after: Readonly<{ since: number; id: string }>,
  limit: number,
): OrderRow[] =>
  db.all<OrderRow>(
    text(
      `select * from work_order where state = 'pendingClose' and (state_since, id) > (?, ?)
       order by state_since, id limit ?`,
      after.since,
      after.id,
      limit,
    ),
  )
