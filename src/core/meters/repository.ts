// The only file that names the table meter_reading.
import type { Counter } from '#shared/domain/parts/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type ReadingRow = {
  id: string
  deviceId: string
  orderId: string | null
  orderNumber: string | null
  counter: Counter
  value: number
  reason: string
  corrects: string | null
  at: number
  who: string
}

const READINGS = `select m.id, m.device_id as deviceId, m.order_id as orderId, w.number as orderNumber, m.counter,
  m.value, m.reason, m.corrects, m.at, s.name as who
  from meter_reading m join staff s on s.id = m.staff_id left join work_order w on w.id = m.order_id`

export const readingsOf = (db: ReadDb, deviceId: string): ReadingRow[] =>
  db.all<ReadingRow>(text(`${READINGS} where m.device_id = ? order by m.at desc, m.id desc`, deviceId))

export const readReading = (db: ReadDb, id: string): ReadingRow | undefined =>
  db.get<ReadingRow>(text(`${READINGS} where m.id = ?`, id))
