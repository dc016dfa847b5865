// The first half of rule STF-2: whether this person may call this procedure at all, before anything happens.
// Whether a command of the table is for him on this very order, the table says (`permissionProblem`).
import type { Procedure } from '#shared/contract/define.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Actor } from './context.ts'

/** Why not; undefined if he may. `isSetUp`: there is a shop in the folder. */
export const accessProblem = (
  { access: needed }: Pick<Procedure, 'access'>,
  actor: Actor | null,
  isSetUp: boolean,
): Refused | undefined => {
  if (needed === 'open') return undefined
  if (!isSetUp) return refuse('notSetUp')
  if (!actor) return refuse('notSignedIn')
  if (needed === 'signedIn') return undefined
  if (actor.mustChangePassword) return refuse('passwordMustChange')
  if (needed === 'staff' || needed.some((role) => actor.roles.includes(role))) return undefined
  return refuse('notAllowed', { needs: [...needed] })
}
