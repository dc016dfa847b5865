// A shop for random commands on parts: kinds of parts, places, orders in work, one with an accepted quote.
import { createChance } from '#test/faults/support/random.ts'
import type { Chance } from '#test/faults/support/random.ts'
import { machine } from './core.ts'
import { createPartsModel } from './parts-model.ts'
import type { Kind, Model } from './parts-model.ts'
import { ANSWER } from './quotes.ts'
import type { Worker } from './shop-at-work.ts'
import { startWorkingShop } from './shop-at-work.ts'

export const QUOTED = 3000

export type World = Readonly<{
  chance: Chance
  model: Model
  people: Readonly<Record<'manager' | 'clerk' | 'technician', Worker>>
  kinds: readonly Kind[]
  places: Readonly<Record<'bin' | 'shelf' | 'bad' | 'bag' | 'far', string>>
  farWarehouse: string
  orders: readonly string[]
  /** Of {@link QUOTED} pieces of it the first order has an accepted quote. */
  quoted: string
  made: { serials: number }
}>

const part = (code: string, given: Partial<Omit<Kind, 'id'>>) => ({
  ...{ code, name: `备件${code}`, spec: '', kind: 'part' as const, unit: '个', models: [], barcode: null },
  ...{ priceFen: 12_000, prices: {}, minimum: 0, warrantyDays: null, repairFeeFen: null, feeApart: false },
  ...{ yieldCount: null, decimals: given.byMetre === true ? 3 : 0 },
  ...{ serialTracked: given.tracked ?? false, oldReturnable: given.oldReturnable ?? false },
})

export const openWorld = async (seed: number): Promise<World & Readonly<{ dir: string }>> => {
  const shop = await startWorkingShop()
  const { manager, clerk, technician } = shop
  const kinds: Kind[] = []
  for (const [code, given] of [
    ['A', { oldReturnable: true }],
    ['B', {}],
    ['C', { byMetre: true }],
    ['D', { tracked: true, oldReturnable: true }],
    ['E', { tracked: true }],
  ] as const) {
    const { id } = await manager.value('part.add', part(code, given))
    kinds.push({ id, tracked: false, byMetre: false, oldReturnable: false, ...given })
  }
  const orders: string[] = []
  for (const serial of ['SN-1', 'SN-2', 'SN-3']) {
    const device = { new: { category: '笔记本', brand: '联想', model: 'T480', serial } }
    orders.push(await shop.takeIn({ machines: [machine({ device })] }))
  }
  await shop.startWork(orders[0] ?? '')
  const quoted = kinds[0]?.id ?? ''
  const lines = [{ kind: 'part' as const, text: '备件A', partId: quoted, priceFen: 10_000, quantity: QUOTED }]
  const { version } = await clerk.value('quote.draft', { id: orders[0] ?? '', lines })
  await clerk.value('quote.send', { id: orders[0] ?? '' })
  await clerk.value('quote.accept', { id: orders[0] ?? '', version, ...ANSWER })
  const far = await manager.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
  const { warehouses } = await manager.value('stock.places', {})
  const [near] = warehouses.filter(({ id }) => id !== far.id)
  const shelf = { warehouseId: near?.id ?? '', kind: 'bin' as const, code: 'W1-B', name: '货架' }
  const placeOf = (kind: string, of = near): string => of?.places.find((one) => one.kind === kind)?.id ?? ''
  return {
    ...{ dir: shop.dir, chance: createChance(seed), model: createPartsModel(), kinds, orders, quoted },
    people: { manager, clerk, technician },
    places: {
      bin: placeOf('bin'),
      shelf: (await manager.value('stock.addPlace', shelf)).id,
      bad: placeOf('defective'),
      bag: (await manager.value('stock.openBag', { staffId: technician.staffId })).id,
      far: placeOf('bin', warehouses.find(({ id }) => id === far.id) ?? far),
    },
    farWarehouse: far.id,
    made: { serials: 0 },
  }
}
