// Somebody wants it hurried: recorded, counted, and first in every list (rule CLK-11).
import type { z } from 'zod'
import type { contacts } from '#shared/contract/contact.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import { isActionAllowed } from '#shared/domain/work-order/any-state.ts'
import { problem, toRefusal } from '#shared/domain/work-order/refusals.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { orderToActOn, tableSaysNo } from './act.ts'

type Input = z.output<typeof contacts.procedures.urge.input>

export const urge = (ctx: CommandContext, { id, ver, source, words }: Input): Moved | Refused => {
  const row = orderToActOn(ctx, id, ver)
  if (isRefused(row)) return row
  if (!isActionAllowed('urge', row.state)) {
    const over = problem('orderIsFinal', ['state'], [{ action: 'remark' }])
    return tableSaysNo(row, toRefusal(over, 'urge', row.state))
  }
  ctx.insert(
    'urge',
    ctx.newId(),
    { orderId: id, source, words, at: ctx.now, staffId: ctx.actor.staffId },
    'urge.made',
  )
  const urges = (row.urges ?? 0) + 1
  const next = row.ver + 1
  ctx.update('workOrder', id, { urges, ver: next, updatedAt: ctx.now }, 'order.urged')
  ctx.log({
    subject: 'workOrder',
    subjectId: id,
    action: 'order.urged',
    changes: { urges: [row.urges ?? 0, urges] },
    remark: words,
  })
  ctx.audit({ action: 'order.urged', object: 'workOrder', objectId: id, details: { source } })
  ctx.changed('workOrder', `workOrder:${id}`)
  return { id, state: row.state, ver: next }
}
