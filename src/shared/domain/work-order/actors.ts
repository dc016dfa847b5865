// Who gives a command: the roles of the shop's people (STF-2) and the actors beyond them. The table names
// actors; this file says which of them a person is, given the order and the shop.
import type { Role } from '#shared/domain/staff/roles.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import type { Facts } from './facts.ts'
import type { Order } from './order.ts'

export const ACTORS = [...ROLES, 'reviewer', 'region', 'hq', 'system', 'receivingBranch'] as const
export type Actor = Role | 'reviewer' | 'region' | 'hq' | 'system' | 'receivingBranch'

/** Orders made here, or asked for online and accepted here; all others came from above or from a peer (WO-9). */
export const isOwn = (order: Pick<Order, 'origin'>): boolean =>
  order.origin === 'here' || order.origin === 'request'

/**
 * The actors that a person with these roles is for this order:
 * - a shop that never enrolled has no headquarters, its manager decides (REP-6);
 * - whoever runs the counter of a branch that holds the order by a dispatch is the receiving branch;
 * - own orders are reviewed by the manager, orders from above by the region or headquarters (CLS-5).
 */
export const actorsOf = (
  roles: readonly Actor[],
  order: Pick<Order, 'origin'>,
  facts: Pick<Facts, 'enrolled' | 'side'>,
): ReadonlySet<Actor> => {
  const actors = new Set<Actor>(roles)
  const is = (...some: readonly Actor[]) => some.some((actor) => actors.has(actor))
  if (!facts.enrolled && is('manager')) actors.add('region').add('hq')
  if (facts.side === 'receiver' && is('clerk', 'dispatcher', 'manager')) actors.add('receivingBranch')
  if (isOwn(order)) {
    if (is('manager')) actors.add('reviewer')
  } else {
    actors.delete('reviewer')
    if (is('region', 'hq')) actors.add('reviewer')
  }
  return actors
}
