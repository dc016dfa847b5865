import { expect, it } from 'vitest'
import { rowsUpTo } from './believable-rows.ts'
import { folderAt, keepsRows, withDatabase } from './database-at.ts'

it('keeps everything a shop had', async () => {
  await expect(keepsRows(5, rowsUpTo(4))).resolves.toBe(undefined)
})

it('lets the tidying read only the answers that are still there', async () => {
  const dir = await folderAt(5)
  withDatabase(dir.database, (db) => {
    const plan = db
      .prepare('explain query plan update command_record set reply = null where at < ? and reply is not null')
      .all(1) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toContain('command_record_reply')
  })
})
