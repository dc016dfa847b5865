import { expect, it } from 'vitest'
import { rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, withDatabase } from './database-at.ts'

it('keeps everything a shop had before settlements kept their lines', async () => {
  await expect(keepsRows(17, rowsUpTo(16))).resolves.toBe(undefined)
})

it('SET-9 a settlement that was made before has no lines of its own', async () => {
  const dir = await folderAt(17)
  const lines = withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(16))
    return db.prepare('select lines from settlement').pluck().all()
  })
  expect(lines).toEqual(['[]'])
})
