import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps everything a shop had before it had a knowledge base', async () => {
  await expect(keepsRows(12, rowsUpTo(11))).resolves.toBe(undefined)
})

it('CLS-6 the database itself lets one article of an order stand, and one that is withdrawn says by whom', async () => {
  const dir = await folderAt(12)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(12))
    const again = `insert into knowledge_article select '${id(159)}', order_id, category, brand, model, fault_code,
      title, symptom, fix, readers, published_at, published_by, null, null from knowledge_article where id = '${id(151)}'`
    expect([
      refusalOf(db, again),
      refusalOf(db, `update knowledge_article set withdrawn_at = 5 where id = '${id(151)}'`),
      refusalOf(
        db,
        `update knowledge_article set withdrawn_at = 5, withdrawn_by = '${id(2)}' where id = '${id(151)}'`,
      ),
      refusalOf(db, again),
    ]).toEqual([
      'UNIQUE constraint failed: knowledge_article.order_id',
      expect.stringContaining('CHECK constraint failed'),
      'done',
      'done',
    ])
  })
})
