// The only file that names the table device_part.
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type DevicePartRow = {
  id: string
  device_id: string
  order_id: string
  order_part_id: string
  part_id: string | null
  code: string
  name: string
  unit: string
  serial: string
  old_serial: string
  quantity: number
  at: number
  removed_order_id: string | null
  removed_at: number | null
  replaced_by: string | null
}

/** What sits in a machine, the longest there first. */
export const sittingIn = (db: ReadDb, deviceId: string): DevicePartRow[] =>
  db.all<DevicePartRow>(
    text('select * from device_part where device_id = ? and removed_at is null order by at, id', deviceId),
  )

export type SeenRow = DevicePartRow & {
  order_number: string
  removed_order_number: string | null
  replacement_serial: string | null
}

/** All that ever sat in it: what does so now first, then what came out last. */
export const partsOfDevice = (db: ReadDb, deviceId: string): SeenRow[] =>
  db.all<SeenRow>(
    text(
      `select d.*, o.number as order_number, r.number as removed_order_number, n.serial as replacement_serial
       from device_part d join work_order o on o.id = d.order_id
       left join work_order r on r.id = d.removed_order_id left join device_part n on n.id = d.replaced_by
       where d.device_id = ? order by d.removed_at is not null, d.removed_at desc, d.at desc, d.id desc limit 200`,
      deviceId,
    ),
  )
