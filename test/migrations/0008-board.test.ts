import { expect, it } from 'vitest'
import { rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, withDatabase } from './database-at.ts'

it('keeps everything a shop had before the board', async () => {
  await expect(keepsRows(8, rowsUpTo(7))).resolves.toBe(undefined)
})

it('WO-5 counts unfinished orders from an index, without reading their rows', async () => {
  const dir = await folderAt(8)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(8))
    const plan = db
      .prepare(
        `explain query plan select state, count(*), sum(coalesce(promised_at, next_contact_by) < 1), sum(t2 is null),
           sum(ready_at < 1), sum(return_by = 'delivery'), sum(important), sum(primary_id = ''), sum(created_by = '')
         from work_order where state not in ('closed', 'cancelled') group by state`,
      )
      .all() as { detail: string }[]
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SCAN work_order USING COVERING INDEX work_order_board_facts',
    ])
  })
})
