import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps everything a shop had before it had stock', async () => {
  await expect(keepsRows(10, rowsUpTo(9))).resolves.toBe(undefined)
})

it('PRT-1 PRT-2 PRT-4 the database itself refuses changed movements, negative stock and more used than issued', async () => {
  const dir = await folderAt(10)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(10))
    const refused = (statement: string, ...values: (string | number)[]) => refusalOf(db, statement, ...values)
    expect([
      refused('update stock_movement set quantity = 5'),
      refused('delete from stock_document'),
      refused('update order_part_entry set quantity = 2'),
      refused('update stock_balance set quantity = quantity - 9000'),
      refused('update order_part set used = 2000'),
      refused('update stock_cost set quantity = 0'),
      refused(
        `insert into part_serial (part_id, serial, place_id, order_part_id) values (?, 'B', ?, ?)`,
        id(110),
        id(121),
        id(124),
      ),
    ]).toEqual([
      'stock_movement is append-only',
      'stock_document is append-only',
      'order_part_entry is append-only',
      expect.stringMatching(/^CHECK constraint failed: quantity >= 0/),
      expect.stringMatching(/^CHECK constraint failed: issued >= used/),
      expect.stringMatching(/^CHECK constraint failed: quantity > 0 or value_fen = 0/),
      expect.stringMatching(/^CHECK constraint failed: place_id is null or order_part_id is null/),
    ])
  })
})
