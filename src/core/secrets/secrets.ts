// Secrets at rest: device passcodes are encrypted one by one (rule INT-9), and what is only compared is kept as
// a keyed hash. The key comes from the system's key store through the host, or from a file of our own.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { writeDurably } from '#core/db/durable-file.ts'

export type Secrets = Readonly<{
  /** `system`: the operating system keeps the key. `file`: a file only this account can read keeps it. */
  keeping: 'system' | 'file'
  keyId: string
  /** Encrypts for one order; the order's id is authenticated, so a cipher moved to another order does not open. */
  seal(orderId: string, plain: string): Buffer
  /** The plain text, or undefined if the key is another one or the cipher was changed. */
  open(orderId: string, cipher: Uint8Array): string | undefined
  /** A keyed fingerprint for comparing without keeping. */
  fingerprint(value: string): Buffer
}>

const NONCE = 12
const TAG = 16

/** `fromHost`: 32 bytes that the system's key store keeps; without them a key file in the data folder is used. */
export const openSecrets = (keyFile: string, fromHost?: Uint8Array): Secrets => {
  const master = fromHost && fromHost.length === 32 ? Buffer.from(fromHost) : keyFromFile(keyFile)
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', purpose, 32))
  const passcodes = derive('device passcodes')
  const fingerprints = derive('fingerprints')
  const keyId = createHmac('sha256', passcodes).update('key id').digest('hex').slice(0, 16)
  return {
    keeping: fromHost ? 'system' : 'file',
    keyId,
    seal: (orderId, plain) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', passcodes, nonce).setAAD(Buffer.from(orderId))
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open: (orderId, sealed) => {
      const bytes = Buffer.from(sealed)
      try {
        const decipher = createDecipheriv('aes-256-gcm', passcodes, bytes.subarray(0, NONCE))
          .setAAD(Buffer.from(orderId))
          .setAuthTag(bytes.subarray(-TAG))
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString(
          'utf8',
        )
      } catch {
        return undefined
      }
    },
    fingerprint: (value) => createHmac('sha256', fingerprints).update(value).digest(),
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
