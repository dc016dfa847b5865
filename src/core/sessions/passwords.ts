// Passwords: scrypt beside the event loop, and the least that a new one must be.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordHash } from '#core/staff/index.ts'

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const
const LENGTH = 32

const derive = (password: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, LENGTH, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** Takes 50–150 ms of another thread. */
export const hashPassword = async (
  password: string,
  salt: Uint8Array = randomBytes(16),
): Promise<PasswordHash> => ({ hash: await derive(password, salt), salt: Buffer.from(salt) })

export const isPassword = async (password: string, stored: PasswordHash): Promise<boolean> =>
  timingSafeEqual(await derive(password, stored.salt), stored.hash)

export const PASSWORD_LEAST = 8

/** Why a new password is refused; undefined if it may be used (rule STF-1: never the staff number). */
export const passwordProblem = (
  password: string,
  staffNo: string,
): 'tooShort' | 'isStaffNo' | 'tooSimple' | undefined => {
  const folded = password.normalize('NFKC')
  if (folded.toUpperCase().includes(staffNo) && folded.length - staffNo.length < 4) return 'isStaffNo'
  if ([...folded].length < PASSWORD_LEAST) return 'tooShort'
  if (new Set(folded).size < 4) return 'tooSimple'
  if ('01234567890123456789'.includes(folded) || '98765432109876543210'.includes(folded)) return 'tooSimple'
  return undefined
}
