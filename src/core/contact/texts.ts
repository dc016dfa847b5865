// The text for an occasion, with the order's own words in it, and the queue of texts (rules SRV-5, DSP-11).
import { BUILT_IN, NO_AMOUNT, fillText } from '#shared/domain/messages/texts.ts'
import type { TextOccasion } from '#shared/domain/messages/texts.ts'
import type { Settings } from '#shared/contract/shop.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { quotedAmount } from '#core/quotes/index.ts'
import { readSettings } from '#core/shop/index.ts'

const SETTING: Readonly<Record<TextOccasion, keyof Settings>> = {
  received: 'textReceived',
  quoted: 'textQuoted',
  ready: 'textReady',
  overdue: 'textOverdue',
  dispatched: 'textDispatched',
}

const DAY_MS = 86_400_000

export const textFor = (
  ctx: Pick<QueryContext, 'db' | 'now' | 'shop'>,
  row: OrderRow,
  occasion: TextOccasion,
): string => {
  const { shop } = ctx
  const customer = readCustomer(ctx.db, row.customer_id)
  const device = readDevice(ctx.db, row.device_id)
  const own = readSettings(ctx.db)[SETTING[occasion]] as string
  const template = own === '' ? BUILT_IN[shop?.language ?? 'zh-CN'][occasion] : own
  return fillText(template, {
    customer: customer?.name ?? '',
    number: row.short_code,
    device: [device?.brand, device?.model || device?.category].filter(Boolean).join(' '),
    fault: row.reported_fault,
    shop: shop?.name ?? '',
    phone: shop?.phone ?? '',
    date: businessDate(ctx.now, shop?.timeZone ?? 'UTC'),
    amount: quotedAmount(ctx, row.id) ?? NO_AMOUNT[shop?.language ?? 'zh-CN'],
    days: String(row.ready_at === null ? 0 : Math.floor((ctx.now - row.ready_at) / DAY_MS)),
  })
}

export type NewMessage = Readonly<{
  orderId: string
  audience: 'technician' | 'customer'
  occasion: TextOccasion
  phone: string
}>

/** Queues a text; it waits here until a gateway is set up or somebody sends it by hand. */
export const queueMessage = (ctx: CommandContext, message: NewMessage): void => {
  const row = readOrderRow(ctx.db, message.orderId)
  if (!row) throw new Error(`no order ${message.orderId} for its message`)
  ctx.insert(
    'message',
    ctx.newId(),
    {
      ...message,
      text: textFor(ctx, row, message.occasion),
      state: 'queued',
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    'message.queued',
  )
  ctx.log({ subject: 'workOrder', subjectId: message.orderId, action: 'order.messageQueued' })
  ctx.changed('message')
}
