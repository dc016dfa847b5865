import { expect, it } from 'vitest'
import { rowsUpTo } from './believable-rows.ts'
import { keepsRows } from './database-at.ts'

it('keeps everything a shop had before it had a catalogue', async () => {
  await expect(keepsRows(9, rowsUpTo(8))).resolves.toBe(undefined)
})
