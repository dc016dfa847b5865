import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps every settlement of a shop', async () => {
  await expect(keepsRows(17, rowsUpTo(16))).resolves.toBe(undefined)
})

it('SET-9 the database itself refuses lines that are no list of lines', async () => {
  const dir = await folderAt(17)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(17))
    const settled = (number: number, lines: string) =>
      refusalOf(
        db,
        `insert into settlement (id, number, order_id, entry_id, charged_fen, store_fee_fen, discount_fen, rounding_fen,
           deposit_fen, paid_fen, on_account_fen, lines, reason, at, day, staff_id)
         select '${id(number)}', 'ST-${number}', order_id, entry_id, charged_fen, store_fee_fen, discount_fen, rounding_fen,
           deposit_fen, paid_fen, on_account_fen, '${lines}', reason, at, day, staff_id
         from settlement where id = '${id(310)}'`,
      )
    expect([settled(390, 'nonsense'), settled(391, '[{"text":"换屏"}]')]).toEqual([
      expect.stringContaining('CHECK constraint failed'),
      'done',
    ])
  })
})
