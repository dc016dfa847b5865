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
    expect(refusalOf(db, `update quote_line set text = '换屏'`)).toBe('done')
    db.prepare(`update quote set state = 'sent', sent_at = 1 where id = ?`).run(id(140))
    expect([
      refusalOf(db, `update quote_line set text = '换主板'`),
      refusalOf(db, 'delete from quote_line'),
    ]).toEqual(['a sent quote never changes', 'a sent quote never changes'])
  })
})
