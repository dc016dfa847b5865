// Signing in, out, and changing one's password or PIN. The session's token stays with the host, so that a window
// comes back to its person after the core was restarted.
import { randomBytes } from 'node:crypto'
import type { SignedIn } from '#shared/contract/session.ts'
import { sessions } from '#shared/contract/session.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Actor, CommandContext } from '#core/command/context.ts'
import { implement, prepared } from '#core/command/registry.ts'
import type { PasswordHash, PersonWithPassword } from '#core/staff/index.ts'
import {
  deleteSession,
  deleteSessionsOf,
  endTrust,
  findPerson,
  insertSession,
  listPeople,
  setPassword,
  trustedSince,
  trustTerminal,
  writePin,
} from '#core/staff/index.ts'
import { actorOf, tokenHash } from './actor.ts'
import { hashPassword, passwordProblem } from './passwords.ts'
import { isWeakPin, PIN_TRUST_MS } from './pins.ts'
import { checkPassword, checkPin } from './sign-in.ts'

const toSignedIn = (actor: Actor): SignedIn => ({ ...actor, roles: [...actor.roles] })

/** A session on this connection; whoever sat here before is gone. */
const begin = (ctx: CommandContext, person: PersonWithPassword, by: 'password' | 'pin'): SignedIn => {
  const token = randomBytes(32).toString('base64url')
  if (ctx.connection.token) deleteSession(ctx.db, tokenHash(ctx.connection.token))
  insertSession(ctx.db, tokenHash(token), person.id, ctx.connection.terminal, ctx.now)
  const actor = actorOf(person)
  ctx.audit({ action: 'session.login', object: 'staff', objectId: person.id, details: { by } })
  ctx.afterCommit(() => {
    ctx.connection.actor = actor
    ctx.connection.token = token
  })
  return toSignedIn(actor)
}

export const sessionEntries = implement(sessions, {
  current: (ctx) => ({ person: ctx.connection.actor && toSignedIn(ctx.connection.actor) }),

  people: (ctx) => {
    const trusted = trustedSince(ctx.db, ctx.connection.terminal, ctx.now - PIN_TRUST_MS)
    return {
      people: listPeople(ctx.db)
        .filter((person) => person.active)
        .map(({ id, staffNo, name, initials, hasPin }) => ({
          staffNo,
          name,
          initials,
          pin: hasPin && trusted.has(id),
        })),
    }
  },

  login: prepared<typeof sessions.procedures.login, PersonWithPassword>({
    prepare: (ctx, input) => {
      if (!ctx.shop) return Promise.resolve(refuse('notSetUp'))
      return checkPassword(ctx, input.staffNo, input.password)
    },
    run: (ctx, _input, person) => {
      trustTerminal(ctx.db, ctx.connection.terminal, person.id, ctx.now)
      return begin(ctx, person, 'password')
    },
  }),

  loginWithPin: prepared<typeof sessions.procedures.loginWithPin, PersonWithPassword>({
    prepare: (ctx, input) => {
      if (!ctx.shop) return Promise.resolve(refuse('notSetUp'))
      return checkPin(ctx, input.staffNo, input.pin)
    },
    run: (ctx, _input, person) => begin(ctx, person, 'pin'),
  }),

  setPin: prepared<typeof sessions.procedures.setPin, PasswordHash | null>({
    prepare: async (ctx, input) => {
      const { staffNo, mustChangePassword } = ctx.actor
      if (mustChangePassword) return refuse('passwordMustChange')
      if (input.pin !== null && isWeakPin(input.pin, staffNo)) return refuse('weakPin', { field: 'pin' })
      const person = await checkPassword(ctx, staffNo, input.password)
      if (isRefused(person)) return person
      return input.pin === null ? null : hashPassword(input.pin)
    },
    run: (ctx, _input, pin) => {
      const { staffId } = ctx.actor
      writePin(ctx.db, staffId, pin)
      trustTerminal(ctx.db, ctx.connection.terminal, staffId, ctx.now)
      const action = pin === null ? 'session.pinRemoved' : 'session.pinSet'
      ctx.audit({ action, object: 'staff', objectId: staffId })
      ctx.changed('staff')
      return toSignedIn(ctx.actor)
    },
  }),

  logout: (ctx) => {
    if (ctx.connection.token) deleteSession(ctx.db, tokenHash(ctx.connection.token))
    ctx.audit({ action: 'session.logout', object: 'staff', objectId: ctx.actor.staffId })
    ctx.afterCommit(() => {
      ctx.connection.actor = null
      ctx.connection.token = null
    })
    return {}
  },

  changePassword: prepared<typeof sessions.procedures.changePassword, PasswordHash>({
    prepare: async (ctx, input) => {
      const { staffNo } = ctx.actor
      const weak =
        input.newPassword === input.oldPassword ? 'same' : passwordProblem(input.newPassword, staffNo)
      if (weak) return refuse('weakPassword', { field: 'newPassword', reason: weak })
      const person = await checkPassword(ctx, staffNo, input.oldPassword)
      return isRefused(person) ? person : hashPassword(input.newPassword)
    },
    run: (ctx, _input, password) => {
      const { staffId } = ctx.actor
      setPassword(ctx.db, staffId, password, false)
      // Whoever knew the old one knows nothing any more: other counters ask for the new one first.
      endTrust(ctx.db, staffId)
      trustTerminal(ctx.db, ctx.connection.terminal, staffId, ctx.now)
      // Other windows of this person have to sign in again; this one goes on.
      deleteSessionsOf(ctx.db, staffId)
      const { token } = ctx.connection
      if (token) insertSession(ctx.db, tokenHash(token), staffId, ctx.connection.terminal, ctx.now)
      ctx.audit({ action: 'session.passwordChanged', object: 'staff', objectId: staffId })
      const person = findPerson(ctx.db, { id: staffId })
      if (!person) throw new Error('the signed-in person is not there')
      const actor = actorOf(person)
      ctx.afterCommit(() => {
        ctx.connection.actor = actor
        ctx.services.signOutOthers(staffId, ctx.connection.id, 'passwordReset')
      })
      ctx.changed('staff')
      return toSignedIn(actor)
    },
  }),
})
