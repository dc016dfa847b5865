import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { passcodeKey } from './passcode-key.ts'
import type { KeyStore } from './passcode-key.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repair-counter-key-'))
  file = join(folder, 'profile', 'passcode.key.enc')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A key store that "encrypts" by turning bytes round, with a secret that can be lost. */
const store = (more: Partial<KeyStore> & { secret?: number } = {}): KeyStore => {
  const secret = more.secret ?? 7
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (plain) => Buffer.from(`${secret}${plain}`).map((byte) => byte ^ 0x5a) as Buffer,
    decryptString: (bytes) => {
      const plain = Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString()
      if (!plain.startsWith(String(secret))) throw new Error('not ours')
      return plain.slice(1)
    },
    ...more,
  }
}
const silent = () => undefined

it('makes 32 bytes once and keeps them encrypted, for this account only', () => {
  const key = passcodeKey(file, store(), silent, 'linux')
  expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32)
  expect(passcodeKey(file, store(), silent, 'linux')).toBe(key)
  expect(readFileSync(file, 'utf8')).not.toContain(key)
  expect(statSync(file).mode & 0o077).toBe(0)
})

it('leaves the key to the core where the system keeps no secrets', () => {
  const without: Partial<KeyStore>[] = [
    { isEncryptionAvailable: () => false },
    { getSelectedStorageBackend: () => 'basic_text' },
    { getSelectedStorageBackend: () => 'unknown' },
    { getSelectedStorageBackend: undefined as never },
  ]
  expect(without.map((more) => passcodeKey(file, store(more), silent, 'linux'))).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(existsSync(file)).toBe(false)
})

it('asks Windows and macOS for no backend, because they have one only', () => {
  const windows = store({ getSelectedStorageBackend: undefined as never })
  expect(passcodeKey(file, windows, silent, 'win32')).toMatch(/^[A-Za-z0-9+/]{43}=$/)
})

it('never replaces a key that it cannot read today', () => {
  const key = passcodeKey(file, store(), silent, 'linux')
  const logged: string[] = []
  expect(passcodeKey(file, store({ secret: 8 }), (event) => logged.push(event), 'linux')).toBeNull()
  expect(logged).toEqual(['passcode key unreadable'])
  expect(passcodeKey(file, store(), silent, 'linux')).toBe(key)
})
