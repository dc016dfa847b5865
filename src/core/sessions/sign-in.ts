// Checking a password or a PIN without giving guesses away: tries are counted durably before the secret is
// looked at, five wrong ones lock for a minute that doubles, ten lock until a manager resets (rule STF-1).
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { PrepareContext } from '#core/command/context.ts'
import { findPerson, readGuard, readPin, trustedSince, writeGuard } from '#core/staff/index.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { PIN_TRUST_MS } from './pins.ts'

export const TRIES_BEFORE_PAUSE = 5
export const TRIES_BEFORE_RESET = 10
const FIRST_PAUSE_MS = 60_000

/** The person, or why not. An unknown number takes as long and answers the same as a wrong password. */
export const checkPassword = async (
  ctx: PrepareContext,
  staffNo: string,
  password: string,
): Promise<PersonWithPassword | Refused> => {
  const person = findPerson(ctx.db, { staffNo })
  if (!person || !person.active) return nobody(password)
  return guarded(ctx, person, () => isPassword(password, person.password))
}

/** The same for a PIN, which is looked at only where the person used the password lately. */
export const checkPin = async (
  ctx: PrepareContext,
  staffNo: string,
  pin: string,
): Promise<PersonWithPassword | Refused> => {
  const person = findPerson(ctx.db, { staffNo })
  if (!person || !person.active) return nobody(pin)
  const stored = readPin(ctx.db, person.id)
  const trusted = trustedSince(ctx.db, ctx.connection.terminal, ctx.now - PIN_TRUST_MS)
  if (!stored || !trusted.has(person.id)) return refuse('passwordNeeded')
  return guarded(ctx, person, () => isPassword(pin, stored))
}

const nobody = async (secret: string): Promise<Refused> => {
  await hashPassword(secret)
  return refuse('wrongPassword', { triesLeft: TRIES_BEFORE_PAUSE - 1 })
}

const guarded = async (
  ctx: PrepareContext,
  person: PersonWithPassword,
  isRight: () => Promise<boolean>,
): Promise<PersonWithPassword | Refused> => {
  const guard = readGuard(ctx.db, person.id)
  if (guard.failed >= TRIES_BEFORE_RESET) return refuse('lockedUntilReset')
  // A clock that was put back must not lengthen the pause beyond what was meant.
  const left = Math.min(guard.lockedUntil - ctx.now, pauseAfter(guard.failed))
  if (left > 0) return refuse('locked', { seconds: Math.ceil(left / 1000) })

  const failed = guard.failed + 1
  ctx.services.sideWrite((db) =>
    writeGuard(db, person.id, { failed, lockedUntil: ctx.now + pauseAfter(failed) }),
  )
  if (!(await isRight())) {
    if (failed >= TRIES_BEFORE_RESET) return refuse('lockedUntilReset')
    if (failed >= TRIES_BEFORE_PAUSE) return refuse('locked', { seconds: pauseAfter(failed) / 1000 })
    return refuse('wrongPassword', { triesLeft: TRIES_BEFORE_PAUSE - failed })
  }
  ctx.services.sideWrite((db) => writeGuard(db, person.id, { failed: 0, lockedUntil: 0 }))
  return person
}

const pauseAfter = (failed: number): number =>
  failed < TRIES_BEFORE_PAUSE ? 0 : FIRST_PAUSE_MS * 2 ** (failed - TRIES_BEFORE_PAUSE)
