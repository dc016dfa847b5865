// Takes a hand-over back while the customer still stands there (docs/transitions.md §4): the order, the places of
// its things and its dispatches are as they were before, and the log says both.
import type { Moved } from '#shared/contract/order-command.ts'
import { undoProblem } from '#shared/domain/work-order/any-state.ts'
import { toRefusal } from '#shared/domain/work-order/refusals.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import type { Change } from '#core/command/recorder.ts'
import { movesAt, moveItem } from '#core/custody/index.ts'
import { reviveDispatches } from '#core/dispatch/index.ts'
import { tableSaysNo } from '#core/lifecycle/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { lastChanges, lastLogEntry, readOrderRow, sinceWhenReady } from '#core/orders/index.ts'
import { lastHandOver } from './repository.ts'

const COMMAND_OF = {
  slip: 'handOver',
  lostSlip: 'handOver',
  delivery: 'deliver',
  courier: 'deliver',
  disposal: null,
} as const
const FACT_OF = { handOver: 'order.handedOver', deliver: 'order.delivered' } as const

export const undo = (ctx: CommandContext, id: string): Answer<Moved> => {
  const row = readOrderRow(ctx.db, id)
  if (!row) return refuse('unknownOrder', { field: 'id' })
  const last = lastHandOver(ctx.db, id)
  const command = last ? COMMAND_OF[last.way] : null
  if (!last || command === null) return refuse('nothingToUndo', { field: 'id' })
  const problem = undoProblem(command, {
    followed: lastLogEntry(ctx.db, id)?.action !== FACT_OF[command],
    confirmedByHq: false,
    age: ctx.now - last.at,
  })
  if (problem) return tableSaysNo(row, toRefusal(problem, command, row.state))

  restoreOrder(ctx, row)
  for (const move of movesAt(ctx.db, id, last.at))
    if (move.to_kind === 'customer') moveItem(ctx, row, move.item, { kind: move.from_kind, id: move.from_id })
  reviveDispatches(ctx, id, last.at)
  ctx.update('handOver', last.id, { undoneAt: ctx.now }, 'handOver.undone')
  ctx.changed('workOrder', `workOrder:${id}`, 'handOver')
  return { id, state: 'readyForPickup', ver: row.ver + 1 }
}

/** Only a ready machine is handed over, so this is how every order was. */
const restoreOrder = (ctx: CommandContext, row: OrderRow): void => {
  const cleared = lastChanges(ctx.db, row.id)['nextContactBy']?.[0]
  ctx.update(
    'workOrder',
    row.id,
    {
      state: 'readyForPickup',
      stateSince: sinceWhenReady(ctx.db, row.id) ?? ctx.now,
      machinePlace: 'here',
      ...(row.closed_at === null ? {} : { closedAt: null }),
      ...(cleared === undefined ? {} : { nextContactBy: cleared }),
      ver: row.ver + 1,
      updatedAt: ctx.now,
    },
    'order.handOverUndone',
  )
  const changes: Record<string, Change> = { state: [row.state, 'readyForPickup'] }
  ctx.log({ subject: 'workOrder', subjectId: row.id, action: 'order.handOverUndone', changes })
  ctx.audit({
    action: 'order.handOverUndone',
    object: 'workOrder',
    objectId: row.id,
    details: { from: row.state, to: 'readyForPickup' },
  })
}
