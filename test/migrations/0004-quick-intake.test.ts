import { expect, it } from 'vitest'
import { rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, withDatabase } from './database-at.ts'

it('keeps everything a shop had printed, sold and backed up', async () => {
  await expect(keepsRows(4, rowsUpTo(3))).resolves.toBe(undefined)
})

it('leaves the tokens of older search documents to be written when they next change', async () => {
  const dir = await folderAt(4)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(3))
    expect(db.prepare('select tokens from search_document').pluck().all()).toEqual([''])
    const plan = db
      .prepare(
        `explain query plan select id from work_order
           where device_id = ? and state not in ('closed', 'cancelled') order by created_at desc`,
      )
      .all('any') as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toContain('work_order_device_open')
  })
})
