// The people who work here (rules STF-1, STF-2).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { command, contract, query } from './define.ts'
import { phoneText } from './shop.ts'
import { id, instant, lineRequired, nothing, password, staffNo } from './fields.ts'

/** Days 1 (Monday) to 7, minutes after midnight of the shop's zone. */
export const workingHours = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: z.int().min(0).max(1439),
    until: z.int().min(1).max(1440),
  })
  .refine(({ from, until }) => from < until, { message: 'from before until', path: ['until'] })
const wordList = z.array(lineRequired(40)).max(30)

export const person = z.strictObject({
  id,
  staffNo: z.string(),
  name: z.string(),
  initials: z.string(),
  roles: z.array(z.enum(ROLES)),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  /** Machine categories and brands he is good at. */
  skills: z.array(z.string()),
  /** Parts of town he goes to. */
  areas: z.array(z.string()),
  hours: z.array(workingHours),
  phone: z.string(),
  hasPin: z.boolean(),
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
    access: may('manageStaff'),
  }),
  change: command({
    summary:
      'Changes name, roles, skills, areas, working hours, telephone, or whether the person works here. The last active manager stays one.',
    input: z.strictObject({
      id,
      name: lineRequired(40).optional(),
      roles: roles.optional(),
      active: z.boolean().optional(),
      skills: wordList.optional(),
      areas: wordList.optional(),
      hours: z.array(workingHours).max(14).optional(),
      phone: phoneText.optional(),
    }),
    output: person,
    refusals: { unknownPerson, lastManager, auditorAlone, ownRoles: z.strictObject({}) },
    access: may('manageStaff'),
  }),
  resetPassword: command({
    summary: 'Sets a new first password for somebody and unlocks the account.',
    input: z.strictObject({ id, password }),
    output: person,
    refusals: { unknownPerson, weakPassword },
    access: may('manageStaff'),
  }),
})
