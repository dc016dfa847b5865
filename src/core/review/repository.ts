// The only file that names the tables review and solo_act.
import type { DUTIES } from '#shared/contract/review.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type Duty = (typeof DUTIES)[number]
export type SoloActRow = {
  id: string
  duty: Duty
  order_id: string | null
  number: string
  at: number
  who: string
}

/** Newest first. */
export const soloActsSince = (db: ReadDb, from: number, limit: number): SoloActRow[] =>
  db.all<SoloActRow>(
    text(
      `select a.id, a.duty, a.order_id, coalesce(w.number, '') as number, a.at, s.name as who from solo_act a
       left join work_order w on w.id = a.order_id join staff s on s.id = a.staff_id
       where a.at >= ? order by a.at desc, a.id desc limit ?`,
      from,
      limit,
    ),
  )
