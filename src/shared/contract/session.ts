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

const pin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits')

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
      people: z.array(
        z.strictObject({
          staffNo: z.string(),
          name: z.string(),
          initials: z.string(),
          /** A PIN will do on this counter. */
          pin: z.boolean(),
        }),
      ),
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
  loginWithPin: command({
    summary:
      'Signs in with a PIN where the same person used the password within 30 days: the quick switch at the counter (rule STF-1).',
    input: z.strictObject({ staffNo, pin }),
    output: signedIn,
    refusals: {
      wrongPassword: z.strictObject({ triesLeft: z.int() }),
      locked: z.strictObject({ seconds: z.int() }),
      lockedUntilReset: z.strictObject({}),
      /** No PIN, or the password was not used here lately: sign in with it once. */
      passwordNeeded: z.strictObject({}),
    },
    access: 'open',
  }),
  setPin: command({
    summary: "Sets one's own PIN of 4 to 8 digits, or takes it away; asks the password (rule STF-1).",
    input: z.strictObject({ password, pin: pin.nullable() }),
    output: signedIn,
    refusals: {
      wrongPassword: z.strictObject({ triesLeft: z.int() }),
      locked: z.strictObject({ seconds: z.int() }),
      lockedUntilReset: z.strictObject({}),
      weakPin: z.strictObject({ field: z.string() }),
    },
    access: 'signedIn',
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
