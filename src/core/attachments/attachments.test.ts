import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempDir } from '#test/support/temp-dir.ts'
import { openAttachments } from './attachments.ts'

it('photos are listed shelf by shelf, and what somebody else put into the folder is left alone', async () => {
  const folder = tempDir()
  const attachments = openAttachments(folder)
  const hashes = [attachments.put(Buffer.from('one')), attachments.put(Buffer.from('two'))]
  const free = ['0a', '0b', '0c', '0d'].filter((name) => !hashes.some((hash) => hash.startsWith(name)))
  writeFileSync(join(folder, free[0] as string), 'a file where a shelf could be')
  mkdirSync(join(folder, 'notes'))
  writeFileSync(join(folder, 'notes', 'a'.repeat(64)), 'not ours')
  expect([...attachments.shelves()].flat().toSorted()).toEqual(hashes.toSorted())
  const inTwoDays = Date.now() + 2 * 86_400_000
  expect(await attachments.sweep((hash) => hash === hashes[0], inTwoDays)).toBe(1)
  expect([...attachments.shelves()].flat()).toEqual([hashes[0]])
})
