import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

it('keeps every print of a shop, each with its order', async () => {
  await expect(keepsRows(15, rowsUpTo(14))).resolves.toBe(undefined)
})

it('PRN-3 the database itself refuses a print of an order that stands with another one, or of nothing', async () => {
  const dir = await folderAt(15)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(15))
    const job = (subject: string, subjectId: string, orderId: string) =>
      refusalOf(
        db,
        `insert into print_job select '${id(239)}', 'faultTag', copy, '${subject}', '${subjectId}', '${orderId}', reprint,
           printer, paper_size, copies, result, message, at, finished_at, staff_id from print_job where id = '${id(30)}'`,
      )
    expect([
      job('workOrder', id(238), id(20)),
      job('', id(238), id(20)),
      job('faultTag', id(238), id(20)),
    ]).toEqual([
      expect.stringContaining('CHECK constraint failed'),
      expect.stringContaining('CHECK constraint failed'),
      'done',
    ])
  })
})
