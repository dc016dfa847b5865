// What the board counts and narrows by, so that twenty thousand open orders are counted without reading their rows.
import type { Migration } from './migration.ts'

export const migration0008: Migration = {
  id: '0008-board',
  up: [
    `create index work_order_board_facts on work_order (state, urges, promised_at, next_contact_by, state_since,
      return_by, t2, ready_at, important, primary_id, created_by)
      where state not in ('closed', 'cancelled')`,
  ],
}
