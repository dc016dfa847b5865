// A printer that was here before: a toner was put in, its meter was read, and it is in the shop again.
import type { Page } from '@playwright/test'
import { takeIn } from './orders.ts'
import { value } from './shell.ts'

const DAY = 86_400_000
/** What its meter showed when it was read last, a day ago. */
export const START_READING = 44_000

export const printerWithPast = async (window: Page) => {
  const visit = await takeIn(window)
  const [laptop, first] = visit.orders
  if (!laptop || !first) throw new Error('the visit has no printer')
  const { deviceId } = first
  const partOf = (code: string, name: string, given: object) => ({
    ...{ code, name, spec: '', kind: 'part', unit: '个', decimals: 0, serialTracked: false },
    ...{ oldReturnable: false, models: [], barcode: null, priceFen: 32_000, prices: {}, minimum: 0 },
    ...{ warrantyDays: null, repairFeeFen: null, feeApart: false, yieldCount: null, ...given },
  })
  const toner = await value(window, 'part.add', partOf('CF-277', '粉盒 黑 CF277A', { yieldCount: 10_000 }))
  const board = await value(window, 'part.add', partOf('LJ-FMT', '接口板', { serialTracked: true }))
  await value(window, 'stock.receive', {
    lines: [
      { partId: toner.id, quantity: 3000, costFen: 60_000 },
      { partId: board.id, quantity: 1000, serials: ['FMT-20417'], costFen: 40_000 },
    ],
  })
  const { orderPartIds } = await value(window, 'orderPart.issue', {
    id: first.id,
    lines: [
      { partId: toner.id, quantity: 1000 },
      { partId: board.id, quantity: 1000, serials: ['FMT-20417'] },
    ],
  })
  await value(window, 'orderPart.use', {
    id: first.id,
    lines: [
      { orderPartId: orderPartIds[0], quantity: 1000 },
      { orderPartId: orderPartIds[1], quantity: 1000, newSerials: ['FMT-20417'], oldSerials: ['FMT-11802'] },
    ],
  })
  const read = (shown: number, daysAgo: number, orderId?: string) =>
    value(window, 'meter.read', {
      deviceId,
      value: shown,
      at: Date.now() - daysAgo * DAY,
      ...(orderId === undefined ? {} : { orderId }),
    })
  await read(38_000, 31)
  await read(START_READING, 1, first.id)
  // Entered twice: the order ends at once, and what was put in stays in the machine.
  await value(window, 'cancel.cancel', {
    id: first.id,
    cancelReason: 'entryMistake',
    words: '录重了',
    machineBelongsTo: laptop.number,
  })
  const { orders } = await value(window, 'visit.create', {
    customer: { existing: visit.customerId },
    machines: [
      { device: { existing: deviceId }, reportedFault: '打印有竖线', nextContactBy: Date.now() + DAY },
    ],
  })
  const [order] = orders
  if (!order) throw new Error('the printer was not taken in')
  return { order, first, deviceId, customerName: '欧阳明月' }
}
