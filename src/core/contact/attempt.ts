// One attempt to reach the customer: a row that is never changed (rule CON-1).
import type { ContactOutcome } from '#shared/contract/contact.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { OrderRow } from '#core/orders/index.ts'

export type Attempt = Readonly<{
  channel: 'phone' | 'sms' | 'wechat' | 'visit' | 'other'
  outcome: ContactOutcome
  words: string
}>

export const recordAttempt = (
  ctx: CommandContext,
  row: Pick<OrderRow, 'id' | 'customer_id'>,
  attempt: Attempt,
): void => {
  ctx.insert(
    'contactAttempt',
    ctx.newId(),
    {
      orderId: row.id,
      customerId: row.customer_id,
      ...attempt,
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    'contactAttempt.made',
  )
}
