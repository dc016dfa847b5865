import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps everything a shop had before it had quotes, its charge lines among them', async () => {
  await expect(keepsRows(11, rowsUpTo(10))).resolves.toBe(undefined)
})

it('QUO-2 the database itself refuses to change a line of a version that was sent', async () => {
  const dir = await folderAt(11)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(11))
    db.prepare(`update quote set state = 'sent', sent_at = 1, draft_lines = null where id = ?`).run(id(140))
    expect([
      refusalOf(db, `update quote_line set text = '换主板'`),
      refusalOf(db, 'delete from quote_line'),
      refusalOf(
        db,
        `insert into quote_line select '${id(149)}', quote_id, 9, alternative, kind, text, part_id, service_item_id,
           quantity, price_fen, amount_fen, waived, payer, warranty_days, cost_fen from quote_line`,
      ),
    ]).toEqual(['quote_line is append-only', 'quote_line is append-only', 'a sent quote never changes'])
  })
})
