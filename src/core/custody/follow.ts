// Where things go when a command of the table moves the machine (rule CLS-7).
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import type { MachinePlace } from '#shared/domain/work-order/order.ts'
import type { CommandContext } from '#core/command/context.ts'
import { branchDispatch, vendorDispatch } from '#core/dispatch/index.ts'
import type { Acted } from '#core/lifecycle/index.ts'
import type { Spot } from './move.ts'
import { moveItem } from './move.ts'
import { itemsOf } from './places-of-items.ts'

const spotOf = (ctx: CommandContext, orderId: string, machine: MachinePlace): Spot | undefined => {
  switch (machine) {
    case 'here':
      return { kind: 'counter', id: null }
    case 'atVendor':
      return { kind: 'vendor', id: vendorDispatch(ctx.db, orderId)?.vendor_id ?? null }
    case 'atBranch':
      return { kind: 'branch', id: branchDispatch(ctx.db, orderId)?.branch_id ?? null }
    case 'withCustomer':
      return { kind: 'customer', id: null }
    case 'disposed':
      return { kind: 'lost', id: null }
    case 'expected':
    case 'none':
      return undefined
  }
}

const COUNTER: Spot = { kind: 'counter', id: null }
/** The machine comes in by hand, and what went to another branch with it. */
const ARRIVALS: readonly CommandName[] = ['receiveDevice', 'confirmBranch', 'vendorReturn', 'bringIn']

/**
 * The machine's own place follows the order. At the end everything that is left goes where the machine goes:
 * the hand-over has looked at each thing before.
 */
export const followCustody = (ctx: CommandContext, { before, order, event }: Acted): void => {
  if (order.machine === 'here' && ARRIVALS.includes(event.command)) {
    for (const { item, kind } of itemsOf(ctx.db, before))
      if (item === 'machine' || kind === 'branch') moveItem(ctx, before, item, COUNTER)
    return
  }
  if (order.machine === before.machine_place) return
  const to = spotOf(ctx, before.id, order.machine)
  if (!to) return
  const isEnd = order.machine === 'withCustomer' || order.machine === 'disposed'
  const items = isEnd
    ? itemsOf(ctx.db, before)
        .filter(({ kind }) => kind !== 'lost')
        .map(({ item }) => item)
    : ['machine']
  for (const item of items) moveItem(ctx, before, item, to)
}
