// Who a connection acts for, and how a session is recognised again.
import { createHash } from 'node:crypto'
import type { Person } from '#shared/contract/staff.ts'
import type { Actor } from '#core/command/context.ts'

/** Only the hash of a session's token is kept. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

export const actorOf = (person: Person): Actor => ({
  staffId: person.id,
  staffNo: person.staffNo,
  name: person.name,
  roles: person.roles,
  mustChangePassword: person.mustChangePassword,
})
