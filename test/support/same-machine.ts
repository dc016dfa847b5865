// The machine of an order comes in again: another order of the same machine, from the technician's hands to its close.
import { machine, visit } from './core.ts'
import { settleDue } from './money.ts'
import type { ShopAtWork } from './shop-at-work.ts'
import { PNG_OF_A_SIGNATURE } from './pick-up.ts'

export type SameMachine = Readonly<{ orderId: string; close: () => Promise<void> }>

export const inAgain = async (shop: ShopAtWork, before: string): Promise<SameMachine> => {
  const { customer, device } = await shop.order(before)
  const made = await shop.clerk.value(
    'visit.create',
    visit({
      customer: { existing: customer.id },
      machines: [machine({ device: { existing: device.id } })],
      notADuplicate: true,
    }),
  )
  const orderId = made.orders[0]?.id ?? ''
  await shop.startWork(orderId)
  return {
    orderId,
    close: async () => {
      await shop.finish(orderId)
      const { hash } = await shop.clerk.value('attachment.put', {
        mime: 'image/png',
        data: PNG_OF_A_SIGNATURE,
      })
      const { slipCode } = await shop.clerk.value('handOver.panel', { visitId: made.visitId })
      await settleDue(shop.clerk, [orderId])
      await shop.clerk.value('handOver.handOver', {
        orders: [{ id: orderId, items: ['machine'] }],
        slip: slipCode,
        taker: { by: 'customer' },
        signature: { on: 'pad', hash },
      })
      await shop.manager.value('review.approveClose', { id: orderId })
    },
  }
}
