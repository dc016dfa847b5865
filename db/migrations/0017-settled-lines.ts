// SET-9: a receipt that is printed again years later shows the lines as they were settled, whatever became of the
// order since. A settlement keeps them; those made before have none.
import type { Migration } from './migration.ts'

export const migration0017: Migration = {
  id: '0017-settled-lines',
  up: [
    `alter table settlement add column lines text not null default '[]' check (json_valid(lines))`,
    `create index settlement_receipt on settlement (receipt_id) where receipt_id is not null`,
  ],
}
