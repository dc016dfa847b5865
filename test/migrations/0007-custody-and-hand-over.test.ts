import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps everything a shop had before things had places', async () => {
  await expect(keepsRows(7, rowsUpTo(6))).resolves.toBe(undefined)
})

it('CLS-7 lends a loaner once at a time, and keeps moves and reviews as they were written', async () => {
  const dir = await folderAt(7)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(7))
    const refused = (statement: string, ...values: string[]) => refusalOf(db, statement, ...values)
    expect([
      refused(
        `insert into loan (id, loaner_id, order_id, lent_at, lent_by, condition) values (?, ?, ?, 1, ?, '')`,
        id(98),
        id(61),
        id(20),
        id(2),
      ),
      refused('delete from custody_move'),
      refused(`update review set decision = 'closed'`),
      refused('delete from solo_act'),
    ]).toEqual([
      'UNIQUE constraint failed: loan.loaner_id',
      'custody_move is append-only',
      'review is append-only',
      'solo_act is append-only',
    ])
  })
})
