// The people who work here (rules STF-1, STF-2).
import { z } from 'zod'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { command, contract, query } from './define.ts'
import { id, instant, lineRequired, nothing, password, staffNo } from './fields.ts'

export const person = z.strictObject({
  id,
  staffNo: z.string(),
  name: z.string(),
  initials: z.string(),
  roles: z.array(z.enum(ROLES)),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
})
export type Person = z.infer<typeof person>

const roles = z
  .array(z.enum(ROLES))
  .min(1, 'at least one role')
  .max(ROLES.length)
  .transform((list) => [...new Set(list)])
const weakPassword = z.strictObject({ field: z.string(), reason: z.string() })
const unknownPerson = z.strictObject({ field: z.string() })
const lastManager = z.strictObject({})
const auditorAlone = z.strictObject({ field: z.string() })

export const staff = contract('staff', {
  list: query({
    summary: 'Everybody, active first.',
    input: nothing,
    output: z.strictObject({ people: z.array(person) }),
  }),
  add: command({
    summary: 'A new person with a first password, which must be changed at the first sign-in.',
    input: z.strictObject({ staffNo, name: lineRequired(40), roles, password }),
    output: person,
    refusals: {
      staffNoTaken: z.strictObject({ field: z.string(), name: z.string() }),
      weakPassword,
      auditorAlone,
    },
    access: ['manager'],
  }),
  change: command({
    summary: 'Changes name, roles, or whether the person works here. The last active manager stays one.',
    input: z.strictObject({
      id,
      name: lineRequired(40).optional(),
      roles: roles.optional(),
      active: z.boolean().optional(),
    }),
    output: person,
    refusals: { unknownPerson, lastManager, auditorAlone, ownRoles: z.strictObject({}) },
    access: ['manager'],
  }),
  resetPassword: command({
    summary: 'Sets a new first password for somebody and unlocks the account.',
    input: z.strictObject({ id, password }),
    output: person,
    refusals: { unknownPerson, weakPassword },
    access: ['manager'],
  }),
})
