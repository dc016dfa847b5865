// Signing in, out, and changing one's password. The session's token stays with the host, so that a window
// comes back to its person after the core was restarted.
import { randomBytes } from 'node:crypto'
import type { SignedIn } from '#shared/contract/session.ts'
import { sessions } from '#shared/contract/session.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Actor } from '#core/command/context.ts'
import { implement, prepared } from '#core/command/registry.ts'
import type { PasswordHash, PersonWithPassword } from '#core/staff/index.ts'
import {
  deleteSession,
  deleteSessionsOf,
  findPerson,
  insertSession,
  listPeople,
  setPassword,
} from '#core/staff/index.ts'
import { actorOf, tokenHash } from './actor.ts'
import { hashPassword, passwordProblem } from './passwords.ts'
import { checkPassword } from './sign-in.ts'

const toSignedIn = (actor: Actor): SignedIn => ({ ...actor, roles: [...actor.roles] })

export const sessionEntries = implement(sessions, {
  current: (ctx) => ({ person: ctx.connection.actor && toSignedIn(ctx.connection.actor) }),

  people: (ctx) => ({
    people: listPeople(ctx.db)
      .filter((person) => person.active)
      .map(({ staffNo, name, initials }) => ({ staffNo, name, initials, pin: false })),
  }),

  login: prepared<typeof sessions.procedures.login, PersonWithPassword>({
    prepare: (ctx, input) => {
      if (!ctx.shop) return Promise.resolve(refuse('notSetUp'))
      return checkPassword(ctx, input.staffNo, input.password)
    },
    run: (ctx, _input, person) => {
      const token = randomBytes(32).toString('base64url')
      if (ctx.connection.token) deleteSession(ctx.db, tokenHash(ctx.connection.token))
      insertSession(ctx.db, tokenHash(token), person.id, ctx.connection.terminal, ctx.now)
      const actor = actorOf(person)
      ctx.audit({ action: 'session.login', object: 'staff', objectId: person.id })
      ctx.afterCommit(() => {
        ctx.connection.actor = actor
        ctx.connection.token = token
      })
      return toSignedIn(actor)
    },
  }),

  loginWithPin: () => {
    throw new Error('not yet')
  },
  setPin: () => {
    throw new Error('not yet')
  },

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
