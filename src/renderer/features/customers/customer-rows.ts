// The machines of a customer and, under each, its orders: one flat list, so that arrows walk through all of it.
import type { DeviceWithHistory } from '#shared/contract/customers.ts'

export type CustomerRow =
  | Readonly<{ kind: 'device'; key: string; device: DeviceWithHistory }>
  | Readonly<{
      kind: 'order'
      key: string
      device: DeviceWithHistory
      order: DeviceWithHistory['orders'][number]
    }>

export const customerRows = (devices: readonly DeviceWithHistory[]): CustomerRow[] =>
  devices.flatMap((device) => [
    { kind: 'device' as const, key: device.id, device },
    ...device.orders.map((order) => ({ kind: 'order' as const, key: order.id, device, order })),
  ])

export const deviceText = ({
  category,
  brand,
  model,
}: Pick<DeviceWithHistory, 'category' | 'brand' | 'model'>) =>
  [category, brand, model].filter(Boolean).join(' ')
