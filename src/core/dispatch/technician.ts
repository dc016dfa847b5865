// Whom a job can be given to: active, with the technician role (rule DSP-2).
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'
import { findPerson } from '#core/staff/index.ts'

/** Somebody who works here and is a technician, or why not. */
export const technician = (
  ctx: Readonly<{ db: ReadDb }>,
  id: string,
  field: string,
): PersonWithPassword | Refused => {
  const person = findPerson(ctx.db, { id })
  return person?.active && person.roles.includes('technician')
    ? person
    : refuse('notATechnician', { field, name: person?.name ?? '' })
}
