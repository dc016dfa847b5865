// A visit whose machines are ready to be collected, and what the customer hands over the counter for them.
import type { Params, Value } from '#shared/contract/index.ts'
import { machine, visit } from './core.ts'
import type { ShopAtWork } from './shop-at-work.ts'

/** 1 by 1 pixel. */
export const PNG_OF_A_SIGNATURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const CONFIGURATION = [
  { kind: '内存', text: '8G', serial: 'M-1' },
  { kind: '硬盘', text: '512G', serial: 'D-1' },
]

type Handed = Params<'handOver.handOver'>
export type Ready = Readonly<{
  visitId: string
  visitNumber: string
  slip: string
  /** The machines of the visit, in the order of intake. */
  ids: readonly string[]
  /** Everything of that machine is in the customer's hands. */
  everything: (index: number) => Handed['orders'][number]
  /** The picture of a signature. */
  hash: string
  /** Hands these machines over; whatever matters to the test is given. */
  params: (indexes: readonly number[], given?: Partial<Handed>) => Handed
}>

const signedPicture = async (shop: ShopAtWork): Promise<string> =>
  (await shop.clerk.value('attachment.put', { mime: 'image/png', data: PNG_OF_A_SIGNATURE })).hash

/** As many machines of one customer, each with two accessories; the first `ready` of them are repaired. */
export const readyVisit = async (
  shop: ShopAtWork,
  machines = 1,
  { ready = machines, customer = '张三', passcode = '' } = {},
): Promise<Ready> => {
  const made: Value<'visit.create'> = await shop.clerk.value(
    'visit.create',
    visit({
      customer: { new: { name: customer, phones: ['13800138000'] } },
      notADuplicate: true,
      machines: Array.from({ length: machines }, (_, index) =>
        machine({
          device: {
            new: {
              category: '笔记本',
              brand: '联想',
              model: `T48${index}`,
              serial: `PF-${customer}${index}`,
            },
          },
          accessories: [
            { name: '电源', count: 1 },
            { name: '包', count: 1 },
          ],
          configuration: CONFIGURATION,
          ...(passcode === '' ? {} : { passcode }),
        }),
      ),
    }),
  )
  const ids = made.orders.map(({ id }) => id)
  for (const id of ids.slice(0, ready)) {
    await shop.startWork(id)
    await shop.finish(id)
  }
  const hash = await signedPicture(shop)
  const { visitNumber, slipCode } = await shop.clerk.value('handOver.panel', { visitId: made.visitId })
  const everything: Ready['everything'] = (index) => ({
    id: ids[index] ?? '',
    items: ['machine', 'accessory:1', 'accessory:2'],
  })
  return {
    visitId: made.visitId,
    visitNumber,
    slip: slipCode,
    ids,
    everything,
    hash,
    params: (indexes, given = {}) => ({
      orders: indexes.map(everything),
      slip: slipCode,
      taker: { by: 'customer' },
      signature: { on: 'pad', hash },
      ...given,
    }),
  }
}

/** The same with no slip to show. */
export const withoutSlip = ({ slip: _slip, ...params }: Handed, given: Partial<Handed>): Handed => ({
  ...params,
  ...given,
})
