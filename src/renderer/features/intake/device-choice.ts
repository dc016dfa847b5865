// A machine of the records as the form keeps it.
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import type { DevicePart } from '#shared/domain/intake/index.ts'

export const titleOf = ({
  brand,
  model,
  category,
}: Pick<DeviceWithHistory, 'brand' | 'model' | 'category'>): string =>
  [brand, model].filter(Boolean).join(' ') || category

export const deviceChoice = (device: DeviceWithHistory): DevicePart => ({
  kind: 'existing',
  id: device.id,
  title: titleOf(device),
  category: device.category,
})
