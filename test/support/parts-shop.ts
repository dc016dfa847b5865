// A shop with parts on its shelf and an order in a technician's hands, for the tests of parts on orders.
import type { OrderPart } from '#shared/contract/order-parts.ts'
import { settleDue } from '#test/support/money.ts'
import { readyVisit } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'

const PART = {
  name: '液晶屏',
  spec: '',
  kind: 'part' as const,
  unit: '块',
  decimals: 0,
  serialTracked: false,
  oldReturnable: true,
  models: [] as string[],
  barcode: null,
  priceFen: 68_000,
  prices: {},
  minimum: 0,
  warrantyDays: null,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: null,
}

/** Ten screens at 400.00 each and one board with the serial MB-1; one part that is for another machine. */
export const partsShop = async () => {
  const shop = await startWorkingShop()
  const add = async (given: Partial<typeof PART> & { code: string }) =>
    (await shop.manager.value('part.add', { ...PART, ...given })).id
  const receive = async (partId: string, quantity: number, serials: string[] = [], each = 40_000) => {
    await shop.manager.value('stock.receive', {
      lines: [{ partId, quantity, serials, costFen: (each * quantity) / 1000 }],
    })
  }
  const screen = await add({ code: 'P-1' })
  const board = await add({ code: 'P-2', name: '主板', serialTracked: true })
  const elsewhere = await add({ code: 'P-3', name: '加热组件', models: ['惠普 M404'] })
  await receive(screen, 10_000)
  await receive(board, 1000, ['MB-1'], 90_000)
  await receive(elsewhere, 5000)
  const visit = await readyVisit(shop, 1, { ready: 0 })
  const orderId = visit.ids[0] ?? ''
  await shop.startWork(orderId)
  return {
    shop,
    screen,
    board,
    elsewhere,
    orderId,
    receive,
    line: async (id: string): Promise<OrderPart | undefined> =>
      (await shop.clerk.value('orderPart.ofOrder', { id: orderId })).lines.find((line) => line.id === id),
    /** What lies in bins and in defective bins, thousandths. */
    stockOf: async (partId: string) => {
      const { part } = await shop.clerk.value('stock.ofPart', { id: partId })
      return { bin: part.sellable, defective: part.defective }
    },
    stockDocuments: async () => (await shop.manager.value('stock.documents', {})).documents.length,
    /** Done, notified and handed over: only the review is left. */
    toReview: async () => {
      await shop.finish(orderId)
      await settleDue(shop.clerk, [orderId])
      await shop.clerk.value('handOver.handOver', visit.params([0]))
    },
  }
}
