// The only file that names the table visit.
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type VisitRow = {
  id: string
  number: string
  short_code: string
  digits: string
  customer_id: string
  brought_by: string
  created_at: number
  created_by: string
}

const COLUMNS = 'id, number, short_code, digits, customer_id, brought_by, created_at, created_by'

export const readVisitRow = (db: ReadDb, id: string): VisitRow | undefined =>
  db.get<VisitRow>(text(`select ${COLUMNS} from visit where id = ?`, id))

export const readVisitByNumber = (db: ReadDb, number: string): VisitRow | undefined =>
  db.get<VisitRow>(text(`select ${COLUMNS} from visit where number = ?`, number))

/** Short codes come again after a month or more: the newest is meant. */
export const readVisitByShortCode = (db: ReadDb, code: string): VisitRow | undefined =>
  db.get<VisitRow>(
    text(`select ${COLUMNS} from visit where short_code = ? order by created_at desc limit 1`, code),
  )

export const visitIdByNumber = (db: ReadDb, number: string): string | undefined =>
  db.value<string>(text('select id from visit where number = ?', number))

export const readVisit = (db: ReadDb, id: string) => {
  const visit = readVisitRow(db, id)
  if (!visit) return undefined
  const orders = db.all<{ id: string; number: string; state: string; device: string }>(
    text(
      `select w.id, w.number, w.state, trim(d.category || ' ' || d.brand || ' ' || d.model) as device
       from work_order w join device d on d.id = w.device_id where w.visit_id = ? order by w.position`,
      id,
    ),
  )
  return {
    id: visit.id,
    number: visit.number,
    shortCode: visit.short_code,
    customerId: visit.customer_id,
    createdAt: visit.created_at,
    orders,
  }
}
