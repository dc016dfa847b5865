// Passcodes at rest: opened by the right key for the right order, by nothing else.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempDir } from '#test/support/temp-dir.ts'
import { openSecrets } from './secrets.ts'

it('INT-9 a passcode opens for its own order alone and not once a byte was changed', () => {
  const secrets = openSecrets(join(tempDir(), 'key'))
  const sealed = secrets.seal('order-1', '1357')
  const changed = Buffer.from(sealed)
  changed[14] = (changed[14] as number) ^ 1
  expect([
    secrets.open('order-1', sealed, secrets.keyId),
    secrets.open('order-2', sealed, secrets.keyId),
    secrets.open('order-1', changed, secrets.keyId),
  ]).toEqual(['1357', undefined, undefined])
})

it('INT-9 a key store that appears later takes over, and what the key file sealed still opens', () => {
  const file = join(tempDir(), 'key')
  const before = openSecrets(file)
  const sealed = before.seal('order-1', '1357')
  const after = openSecrets(file, randomBytes(32))
  expect([before.keeping, after.keeping, after.open('order-1', sealed, before.keyId)]).toEqual([
    'file',
    'system',
    '1357',
  ])
  expect(after.keyId).not.toBe(before.keyId)
})
