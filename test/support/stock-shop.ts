// A shop with a stock: a manager, a warehouse keeper and a technician signed in, and parts in the catalogue.
import { hire } from './hire.ts'
import { startShop } from './core.ts'
import type { PartGiven } from './parts.ts'
import { openDesk } from './stock-desk.ts'

export const startStock = async () => {
  const shop = await startShop()
  const keeper = await hire(shop, { staffNo: '2005', name: '孙仓管', roles: ['warehouse'] })
  const desk = openDesk(shop.dir, shop.staffId)
  const part = (given: Partial<PartGiven> = {}) => desk.part(given)
  const { warehouses } = await shop.manager.value('stock.places', {})
  const home = warehouses[0]
  const place = (kind: string) => home?.places.find((one) => one.kind === kind)?.id ?? ''
  const [bin, bad] = [place('bin'), place('defective')]
  /** So many pieces come into the first bin. */
  const receive = (partId: string, pieces: number, costFen: number, serials: string[] = []) =>
    keeper.value('stock.receive', { lines: [{ partId, quantity: pieces * 1000, serials, costFen }] })
  /** Sellable, in bags, defective, on the way, in thousandths. */
  const there = async (partId: string) => {
    const { part: line } = await shop.manager.value('stock.ofPart', { id: partId })
    return [line.sellable, line.inBags, line.defective, line.onTheWay]
  }
  return { ...shop, keeper, desk, part, home: home?.id ?? '', bin, bad, receive, there }
}
