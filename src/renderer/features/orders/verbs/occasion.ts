// Which ready-made text an order calls for (rule SRV-5). Pure.
import type { Occasion } from '#shared/contract/contact.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'

export const occasionOf = ({ label, state }: Pick<OrderDetail, 'label' | 'state'>): Occasion => {
  if (label === 'overduePickup') return 'overdue'
  if (state === 'readyForPickup' || state === 'pendingSettlement') return 'ready'
  return state === 'awaitingCustomer' ? 'quoted' : 'received'
}
