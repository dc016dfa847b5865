// What intake asks at every order, answered without reading old rows.
import type { Migration } from './migration.ts'

export const migration0004: Migration = {
  id: '0004-quick-intake',
  up: [
    // Moving a returning customer to the front of search needs the same tokens again; '' means: not kept yet.
    `alter table search_document add column tokens text not null default ''`,
    // Is this machine in the shop already? Few are, however often it was here before.
    `create index work_order_device_open on work_order (device_id, created_at) where state not in ('closed', 'cancelled')`,
  ],
}
