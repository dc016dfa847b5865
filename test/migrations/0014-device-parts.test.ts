import { MIGRATIONS } from '#db/migrations/index.ts'
import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, refusalOf, withDatabase } from './database-at.ts'

/** Its place in the list. */
const N = MIGRATIONS.findIndex((migration) => migration.id === '0014-device-parts') + 1

it('keeps everything a shop had before its machines had lists of parts', async () => {
  await expect(keepsRows(N, rowsUpTo(N - 1))).resolves.toBe(undefined)
})

it('PRT-6 the database itself lets no part go out of a machine without the order that took it out', async () => {
  const dir = await folderAt(N)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(N))
    const set = (values: string): string =>
      refusalOf(db, `update device_part set ${values} where id = '${id(181)}'`)
    expect([
      set('removed_at = 5'),
      set(`replaced_by = '${id(182)}'`),
      set('quantity = 0'),
      set(`removed_at = 5, removed_order_id = '${id(20)}', replaced_by = '${id(182)}'`),
    ]).toEqual([
      expect.stringContaining('CHECK constraint failed'),
      expect.stringContaining('CHECK constraint failed'),
      expect.stringContaining('CHECK constraint failed'),
      'done',
    ])
  })
})
