// A correction after printing: the papers in people's hands say something else now (rule INT-15).
import { text } from '#core/db/handle.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Change } from '#core/command/recorder.ts'

type Which = Readonly<{ customerId: string } | { deviceId: string }>

/** Marks the printed open orders of a customer or machine outdated and writes the correction into their logs. */
export const markPapersOutdated = (
  ctx: CommandContext,
  which: Which,
  action: string,
  changes: Readonly<Record<string, Change>>,
): void => {
  const [column, id] =
    'customerId' in which ? ['customer_id', which.customerId] : ['device_id', which.deviceId]
  const orders = ctx.db.all<{ id: string; printed_at: number | null; papers_outdated: number }>(
    text(
      `select id, printed_at, papers_outdated from work_order where ${column} = ? and state not in ('closed', 'cancelled')`,
      id,
    ),
  )
  for (const order of orders) {
    ctx.log({ subject: 'workOrder', subjectId: order.id, action, changes })
    if (order.printed_at !== null && order.papers_outdated === 0) {
      ctx.update('workOrder', order.id, { papersOutdated: true }, 'order.papersOutdated')
    }
    ctx.changed(`workOrder:${order.id}`)
  }
}
