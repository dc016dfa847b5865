import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps everything a shop had before its warehouses asked each other for parts', async () => {
  await expect(keepsRows(13, rowsUpTo(12))).resolves.toBe(undefined)
})

it('PRT-9 the database itself lets no request be sent without its transfer or refused without a reason', async () => {
  const dir = await folderAt(13)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(13))
    const set = (what: string) => refusalOf(db, `update transfer_request set ${what} where id = '${id(161)}'`)
    const failed = expect.stringContaining('CHECK constraint failed')
    expect([
      set(`state = 'sent'`),
      set(`answer = ''`),
      set(`state = 'open'`),
      set(`answered_by = null`),
      set(`to_warehouse_id = from_warehouse_id`),
      set(`state = 'open', answered_at = null, answered_by = null`),
      set(`state = 'sent', document_id = '${id(122)}', answered_at = 5, answered_by = '${id(2)}'`),
    ]).toEqual([failed, failed, failed, failed, failed, 'done', 'done'])
  })
})
