// Rows of what sits in machines as a shop has them.
import type { Insert } from './database-at.ts'
import { AT, id } from './row-ids.ts'

export const deviceParts: Insert = (insert) => {
  const screen = {
    device_id: id(12),
    order_id: id(20),
    order_part_id: id(124),
    part_id: id(110),
    code: 'P-1001',
    name: '液晶屏 14 寸',
    unit: '块',
    quantity: 1000,
    at: AT,
  }
  insert('device_part', { ...screen, id: id(181), serial: 'A1', old_serial: 'OLD1' })
  insert('device_part', { ...screen, id: id(182), serial: 'A2', old_serial: 'A1' })
}
