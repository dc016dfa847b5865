// The digits on the labels of an order: of its machine, and of each thing left with it (rule WO-6).
import { formatDigits, parseNumber } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'

/** What the label's barcode says. `item` is the accessory's number, from 1. */
export const labelDigits = (
  order: Readonly<{ id: string; number: string }>,
  kind: 'device' | 'accessory',
  item?: number,
): string => {
  const parts = parseNumber(order.number)
  if (isRefused(parts)) throw new Error(`order ${order.id} has an unreadable number`)
  return formatDigits(kind, parts, item)
}
