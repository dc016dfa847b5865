import { expect, it } from 'vitest'
import { ACCOUNTS } from '#shared/domain/money/index.ts'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps everything a shop had before it had money', async () => {
  await expect(keepsRows(16, rowsUpTo(15))).resolves.toBe(undefined)
})

it('has the accounts of the domain and no others', async () => {
  const dir = await folderAt(16)
  const kept = withDatabase(dir.database, (db) =>
    db.prepare('select code, kind, party from money_account order by code').all(),
  )
  expect(kept).toEqual(
    Object.entries(ACCOUNTS)
      .map(([code, { kind, party }]) => ({ code, kind, party }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  )
})

it('SET-7 the database itself refuses to change or delete money, a second reversal, and a side without the other', async () => {
  const dir = await folderAt(16)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(16))
    const reversal = (n: number) =>
      `insert into money_entry (id, kind, day, reverses, reason, at, staff_id)
        values ('${id(n)}', 'reversal', '2026-11-22', '${id(302)}', 'typed wrong', 5, '${id(2)}')`
    const posting = (debit: string, credit: string, fen: number) =>
      `insert into money_posting (id, entry_id, position, debit, credit, amount_fen)
        values ('${id(399)}', '${id(302)}', 9, ${debit}, ${credit}, ${fen})`
    expect([
      ...[
        'money_entry',
        'money_posting',
        'receipt',
        'payment',
        'payment_confirmation',
        'settlement',
        'shift',
        'shift_count',
        'shift_close',
        'shift_confirmation',
        'day_close',
        'approval',
        'drawer_opening',
        'debt_follow_up',
      ].flatMap((table) => [
        refusalOf(db, `update ${table} set id = '${id(398)}'`),
        refusalOf(db, `delete from ${table}`),
      ]),
      refusalOf(db, reversal(396)),
      refusalOf(db, reversal(397)),
      refusalOf(db, posting(`'cash'`, `'cash'`, 5)),
      refusalOf(db, posting(`'cash'`, 'null', 5)),
      refusalOf(db, posting(`'cash'`, `'petty'`, 5)),
      refusalOf(db, posting(`'cash'`, `'bank'`, 0)),
    ]).toEqual([
      ...Array.from({ length: 28 }, () => expect.stringContaining('is append-only')),
      'done',
      'UNIQUE constraint failed: money_entry.reverses',
      expect.stringContaining('CHECK constraint failed'),
      'NOT NULL constraint failed: money_posting.credit',
      expect.stringContaining('FOREIGN KEY constraint failed'),
      expect.stringContaining('CHECK constraint failed'),
    ])
  })
})
