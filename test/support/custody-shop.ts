// A shop with shelves, a bench and a machine whose things are moved, for the tests of custody.
import { openDriver } from '#core/db/driver.ts'
import { formatDigits, parseNumber } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { machine, startShop, visit } from './core.ts'
import type { TestConnection } from './core.ts'

export const partsOf = (number: string) => {
  const parts = parseNumber(number)
  if (isRefused(parts)) throw new Error(number)
  return parts
}
export const label = (number: string) => formatDigits('device', partsOf(number))
export const accessoryLabel = (number: string, n: number) => formatDigits('accessory', partsOf(number), n)

/** A shop with two shelves and a bench, and 张三's laptop with its charger and bag. */
export const open = async () => {
  const shop = await startShop()
  const { manager } = shop
  const shelf = await manager.value('custody.addPlace', { name: '货架 A1', kind: 'shelf' })
  const bench = await manager.value('custody.addPlace', { name: '工作台 2', kind: 'bench', code: 'GZ-2' })
  const { orders } = await manager.value(
    'visit.create',
    visit({
      machines: [
        machine({
          accessories: [
            { name: '充电器', count: 1 },
            { name: '包', count: 1 },
          ],
        }),
      ],
    }),
  )
  const order = orders[0]
  if (!order) throw new Error('no order')
  const places = async (code = label(order.number)) => {
    const found = await manager.value('custody.find', { code })
    return found.what === 'item'
      ? [found.item, ...found.others].map(({ item, place }) => [item, place.kind, place.name])
      : found
  }
  /** As commands of other slices would leave it. */
  const set = (sql: string) => {
    const db = openDriver(`${shop.dir}/counter.db`)
    db.exec(sql)
    db.close()
  }
  const leave = (machinePlace: string, state = 'inService', service = 'dropOff') =>
    set(
      `update work_order set machine_place = '${machinePlace}', state = '${state}', service = '${service}' where id = '${order.id}'`,
    )
  return { ...shop, shelf, bench, order, places, set, leave }
}

export const moves = async (by: TestConnection, id: string) =>
  (await by.value('custody.ofOrder', { id })).moves.map(({ item, from, to }) => [item, from.kind, to.kind])
