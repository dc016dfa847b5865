// Secrets at rest: device passcodes are encrypted one by one (rule INT-9), and what is only compared is kept as
// a keyed hash. The key comes from the system's key store through the host, or from a file of our own.
import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { writeDurably } from '#core/db/durable-file.ts'

export type Secrets = Readonly<{
  /** `system`: the operating system keeps the key. `file`: a file only this account can read keeps it. */
  keeping: 'system' | 'file'
  keyId: string
  /** Encrypts for one order; the order's id is authenticated, so a cipher moved to another order does not open. */
  seal(orderId: string, plain: string): Buffer
  /** The plain text, or undefined if that key is not at hand or the cipher was changed. */
  open(orderId: string, cipher: Uint8Array, keyId: string): string | undefined
  /** A keyed fingerprint for comparing without keeping. */
  fingerprint(value: string): Buffer
}>

const NONCE = 12
const TAG = 16

/**
 * `fromHost`: 32 bytes that the system's key store keeps; without them a key file in the data folder is used.
 * Where both are at hand (the store appeared later), new passcodes take the host's key and old ones still open.
 */
export const openSecrets = (keyFile: string, fromHost?: Uint8Array): Secrets => {
  const host = fromHost?.length === 32 ? [Buffer.from(fromHost)] : []
  const file = host.length === 0 || existsSync(keyFile) ? [keyFromFile(keyFile)] : []
  const keys = [...host, ...file].map(passcodeKey)
  const primary = keys[0] as PasscodeKey
  const fingerprints = derive((file[0] ?? host[0]) as Buffer, 'fingerprints')
  return {
    keeping: host.length > 0 ? 'system' : 'file',
    keyId: primary.id,
    seal: (orderId, plain) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', primary.key, nonce).setAAD(Buffer.from(orderId))
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open: (orderId, sealed, keyId) => {
      const known = keys.find((key) => key.id === keyId)
      return known && unseal(known.key, orderId, Buffer.from(sealed))
    },
    // SHA-512/256 cannot be extended, so a key in front is enough; every command needs one.
    fingerprint: (value) => hash('sha512-256', Buffer.concat([fingerprints, Buffer.from(value)]), 'buffer'),
  }
}

type PasscodeKey = Readonly<{ key: Buffer; id: string }>

const derive = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', purpose, 32))

const passcodeKey = (master: Buffer): PasscodeKey => {
  const key = derive(master, 'device passcodes')
  return { key, id: createHmac('sha256', key).update('key id').digest('hex').slice(0, 16) }
}

const unseal = (key: Buffer, orderId: string, bytes: Buffer): string | undefined => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(orderId))
      .setAuthTag(bytes.subarray(-TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keyFromFile = (file: string): Buffer => {
  if (existsSync(file)) {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
    if (key.length !== 32) throw new Error(`the key file ${file} is damaged; put back the one from a backup`)
    return key
  }
  const key = randomBytes(32)
  writeDurably(file, `${key.toString('base64')}\n`, 0o600)
  if (process.platform !== 'win32') chmodSync(file, 0o600)
  return key
}
