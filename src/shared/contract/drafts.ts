// Unfinished forms (rule INT-11): kept from the first key, private to their owner, offered again.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { id, instant, line, nothing } from './fields.ts'

export const FORMS = ['intake', 'stock'] as const

export const draft = z.strictObject({
  id,
  form: z.enum(FORMS),
  title: z.string(),
  body: z.json(),
  schemaVersion: z.int(),
  parked: z.boolean(),
  updatedAt: instant,
})
export type Draft = z.infer<typeof draft>

export const drafts = contract('draft', {
  list: query({
    summary: "One's own unfinished forms, the latest first.",
    input: nothing,
    output: z.strictObject({ drafts: z.array(draft) }),
  }),
  save: command({
    summary:
      'Keeps a form as it stands; the same id replaces the earlier state. Never put a passcode in the body.',
    input: z.strictObject({
      id,
      form: z.enum(FORMS),
      title: line(80),
      body: z.json(),
      schemaVersion: z.int().min(1),
      parked: z.boolean().default(false),
    }),
    output: nothing,
    refusals: { draftOfAnother: z.strictObject({}) },
    access: may('keepDraft'),
  }),
  discard: command({
    summary: 'Throws an unfinished form away. Repeating it is harmless.',
    input: z.strictObject({ id }),
    output: nothing,
    access: may('keepDraft'),
  }),
})
