import { expect, it } from 'vitest'
import { rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, rowsOf, tablesOf, withDatabase } from './database-at.ts'

it('keeps customers, orders and everything before', async () => {
  await expect(keepsRows(3, rowsUpTo(2))).resolves.toBe(undefined)
})

it('takes print jobs and backups; every table now has a row', async () => {
  const dir = await folderAt(3)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(3))
    const ofSearch = (name: string): boolean => name.startsWith('search_index')
    expect(tablesOf(db).filter((name) => !(name in rowsOf(db)) && !ofSearch(name))).toEqual([])
  })
})
