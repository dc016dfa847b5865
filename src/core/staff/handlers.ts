// The list of people: added, changed, deactivated, passwords reset. Nobody is ever deleted.
import type { Person } from '#shared/contract/staff.ts'
import { staff } from '#shared/contract/staff.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement, prepared } from '#core/command/registry.ts'
import type { Fields } from '#core/db/rows.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { hashPassword } from '#core/sessions/index.ts'
import type { PasswordHash } from './repository.ts'
import {
  activeManagers,
  deleteSessionsOf,
  endTrust,
  findPerson,
  listPeople,
  passwordColumns,
  resetCredentials,
} from './repository.ts'

const plain = (db: ReadDb, id: string): Person => {
  const person = findPerson(db, { id })
  if (!person) throw new Error(`no person ${id}`)
  const { password: _password, ...rest } = person
  return rest
}

/** Separation of duties: an auditor only reads, and holds no other role. */
const mixesAuditor = (roles: readonly Role[]): boolean => roles.includes('auditor') && roles.length > 1

export const staffEntries = implement(staff, {
  list: (ctx) => ({ people: listPeople(ctx.db) }),

  add: prepared<typeof staff.procedures.add, PasswordHash>({
    prepare: async (ctx, input) => {
      const taken = findPerson(ctx.db, { staffNo: input.staffNo })
      if (taken) return refuse('staffNoTaken', { field: 'staffNo', name: taken.name })
      if (mixesAuditor(input.roles)) return refuse('auditorAlone', { field: 'roles' })
      const weak = input.password.length < 4 ? 'tooShort' : undefined
      if (weak) return refuse('weakPassword', { field: 'password', reason: weak })
      await ctx.services.tokens.load()
      return hashPassword(input.password)
    },
    run: (ctx, input, password) => {
      const taken = findPerson(ctx.db, { staffNo: input.staffNo })
      if (taken) return refuse('staffNoTaken', { field: 'staffNo', name: taken.name })
      const id = ctx.newId()
      ctx.insert(
        'staff',
        id,
        {
          staffNo: input.staffNo,
          name: input.name,
          initials: ctx.services.tokens.initials(input.name),
          roles: input.roles,
          active: true,
          createdAt: ctx.now,
        },
        'staff.added',
        passwordColumns(password, true),
      )
      ctx.audit({ action: 'staff.added', object: 'staff', objectId: id, details: { roles: input.roles } })
      ctx.changed('staff')
      return plain(ctx.db, id)
    },
  }),

  change: (ctx, input) => {
    const before = findPerson(ctx.db, { id: input.id })
    if (!before) return refuse('unknownPerson', { field: 'id' })
    if (input.roles && mixesAuditor(input.roles)) return refuse('auditorAlone', { field: 'roles' })
    // Nobody changes their own rights; but the only manager may take on more work.
    if (input.roles && input.id === ctx.actor.staffId && !input.roles.includes('manager'))
      return refuse('ownRoles')
    const changes: Fields = {}
    if (input.name !== undefined && input.name !== before.name) {
      changes['name'] = input.name
      changes['initials'] = ctx.services.tokens.initials(input.name)
    }
    if (input.roles && JSON.stringify(input.roles) !== JSON.stringify(before.roles))
      changes['roles'] = input.roles
    if (input.active !== undefined && input.active !== before.active) changes['active'] = input.active
    for (const field of ['skills', 'areas', 'hours', 'phone'] as const) {
      const value = input[field]
      if (value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field]))
        changes[field] = value
    }
    if (Object.keys(changes).length > 0) {
      ctx.update('staff', input.id, changes, 'staff.changed')
      if (activeManagers(ctx.db).length === 0) return refuse('lastManager')
      if (changes['active'] === false) {
        deleteSessionsOf(ctx.db, input.id)
        endTrust(ctx.db, input.id)
      }
      ctx.audit({ action: 'staff.changed', object: 'staff', objectId: input.id, details: changes as never })
      ctx.changed('staff')
      ctx.afterCommit(() => {
        if (changes['active'] === false) ctx.services.signOutOthers(input.id, null, 'deactivated')
        else ctx.services.refreshActor(input.id)
      })
    }
    return plain(ctx.db, input.id)
  },

  resetPassword: prepared<typeof staff.procedures.resetPassword, PasswordHash>({
    prepare: async (ctx, input) => {
      const person = findPerson(ctx.db, { id: input.id })
      if (!person) return refuse('unknownPerson', { field: 'id' })
      if (input.password.length < 4) return refuse('weakPassword', { field: 'password', reason: 'tooShort' })
      return hashPassword(input.password)
    },
    run: (ctx, input, password) => {
      resetCredentials(ctx.db, input.id, password)
      ctx.audit({ action: 'staff.passwordReset', object: 'staff', objectId: input.id })
      ctx.changed('staff')
      ctx.afterCommit(() => ctx.services.signOutOthers(input.id, ctx.connection.id, 'passwordReset'))
      return plain(ctx.db, input.id)
    },
  }),
})
