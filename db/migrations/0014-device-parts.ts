// What sits in a machine: the parts that repairs put into it, each with its serial, since when, and what came after it.
import type { Migration } from './migration.ts'

export const migration0014: Migration = {
  id: '0014-device-parts',
  up: [
    // PRT-6: written when an order ends. A part that came out again stays as a row that says by which order and for
    // what. `old_serial` is the one that this part took the place of, also where no repair here had put that in.
    `create table device_part (
      id text primary key,
      device_id text not null references device (id),
      order_id text not null references work_order (id),
      order_part_id text not null references order_part (id),
      part_id text references part (id),
      code text not null,
      name text not null check (length(name) > 0),
      unit text not null,
      serial text not null,
      old_serial text not null,
      quantity integer not null check (quantity > 0),
      at integer not null,
      removed_order_id text references work_order (id),
      removed_at integer,
      replaced_by text references device_part (id),
      check ((removed_at is null) = (removed_order_id is null)),
      check (replaced_by is null or removed_at is not null)
    ) strict, without rowid`,
    `create index device_part_device on device_part (device_id, at)`,
    `create index device_part_serial on device_part (serial) where serial <> '' and removed_at is null`,
  ],
}
