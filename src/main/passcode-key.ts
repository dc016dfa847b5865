// The key for customers' device passcodes, kept by the system's own key store where there is a real one.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { SafeStorage } from 'electron'
import { writeDurably } from './durable-file.ts'

export type KeyStore = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  // Missing in older Electrons.
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>

type Log = (event: string, details?: Readonly<Record<string, unknown>>) => void

/**
 * 32 bytes in base64, made on first use and stored encrypted in `file`; null where the system keeps no
 * secrets, and then the core keeps a key file of its own. Only after the app is ready.
 */
export const passcodeKey = (
  file: string,
  store: KeyStore,
  log: Log,
  platform = process.platform,
): string | null => {
  if (!isTrusted(store, platform)) return null
  try {
    if (existsSync(file)) return checked(store.decryptString(readFileSync(file)))
    const key = randomBytes(32).toString('base64')
    writeDurably(file, store.encryptString(key))
    // What cannot be read back would be lost with this process.
    return checked(store.decryptString(readFileSync(file))) === key ? key : null
  } catch (error) {
    // Another user's file, or a key store that was reset. It is never replaced: it may come back.
    log('passcode key unreadable', { message: (error as Error).message })
    return null
  }
}

// On Linux the backend `basic_text` encrypts with a constant that everybody knows; an Electron that cannot
// tell which backend it has is taken for one of those.
const isTrusted = (store: KeyStore, platform: string): boolean => {
  if (!store.isEncryptionAvailable()) return false
  if (platform !== 'linux') return true
  const backend = store.getSelectedStorageBackend?.() ?? 'unknown'
  return backend !== 'basic_text' && backend !== 'unknown'
}

const checked = (key: string): string => {
  if (Buffer.from(key, 'base64').length !== 32) throw new Error('the stored key has another length')
  return key
}
