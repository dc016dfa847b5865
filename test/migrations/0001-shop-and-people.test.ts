import { expect, it } from 'vitest'
import { shopAndPeople } from './believable-rows.ts'
import { folderAt, insertInto, rowsOf, tablesOf, withDatabase } from './database-at.ts'

it('makes the shop, its people and the books from nothing, and they take a shop’s rows', async () => {
  const dir = await folderAt(1)
  withDatabase(dir.database, (db) => {
    expect(tablesOf(db).toSorted()).toEqual([
      'audit',
      'command_record',
      'draft',
      'login_guard',
      'number_series',
      'outbox',
      'service_log',
      'session',
      'setting',
      'shop',
      'staff',
      'sync_self',
    ])
    insertInto(db, shopAndPeople)
    expect(Object.keys(rowsOf(db)).toSorted()).toEqual(tablesOf(db).toSorted())
    expect(() =>
      insertInto(db, (insert) => insert('setting', { key: 'x', value: 'not JSON', updated_at: 1 })),
    ).toThrow('CHECK')
    expect(() => db.exec('delete from audit')).toThrow('append-only')
  })
})
