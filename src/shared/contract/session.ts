// Signing in and out, and changing one's password (rule STF-1).
import { z } from 'zod'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { command, contract, query } from './define.ts'
import { id, nothing, password, staffNo } from './fields.ts'

export const signedIn = z.strictObject({
  staffId: id,
  staffNo: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  mustChangePassword: z.boolean(),
})
export type SignedIn = z.infer<typeof signedIn>

export const sessions = contract('session', {
  current: query({
    summary: 'Who is signed in on this connection, or null.',
    input: nothing,
    output: z.strictObject({ person: signedIn.nullable() }),
    access: 'open',
  }),
  people: query({
    summary: 'Who may sign in here: number and name of everybody active, for the list on the sign-in screen.',
    input: nothing,
    output: z.strictObject({
      people: z.array(z.strictObject({ staffNo: z.string(), name: z.string(), initials: z.string() })),
    }),
    access: 'open',
  }),
  login: command({
    summary: 'Signs a person in on this connection.',
    input: z.strictObject({ staffNo, password }),
    output: signedIn,
    refusals: {
      wrongPassword: z.strictObject({ triesLeft: z.int() }),
      locked: z.strictObject({ seconds: z.int() }),
      lockedUntilReset: z.strictObject({}),
    },
    access: 'open',
  }),
  logout: command({
    summary: 'Signs out on this connection; drafts stay with their owner.',
    input: nothing,
    output: nothing,
    access: 'signedIn',
  }),
  changePassword: command({
    summary: "Changes one's own password.",
    input: z.strictObject({ oldPassword: password, newPassword: password }),
    output: signedIn,
    refusals: {
      wrongPassword: z.strictObject({ triesLeft: z.int() }),
      locked: z.strictObject({ seconds: z.int() }),
      lockedUntilReset: z.strictObject({}),
      weakPassword: z.strictObject({ field: z.string(), reason: z.string() }),
    },
    access: 'signedIn',
  }),
})
