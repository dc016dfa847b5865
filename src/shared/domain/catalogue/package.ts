// A package: parts and service items that are sold together. It has no price of its own but those of its items.
import { assertQuantity } from '#shared/kernel/quantity.ts'
import { type Priced, type PriceGroup, priceFor } from './prices.ts'

export const PACKAGE_ITEM_KINDS = ['part', 'serviceItem'] as const

/** `quantity` in thousandths; `priceFen` of one unit within the package, null as it is sold alone. */
export type PackageItem = Readonly<{
  kind: (typeof PACKAGE_ITEM_KINDS)[number]
  id: string
  quantity: number
  priceFen: number | null
}>

export type PackageLine = Readonly<{
  kind: PackageItem['kind']
  id: string
  quantity: number
  priceFen: number
}>

/**
 * The lines that a package stands for, for a customer of this group: what is sold alone has its price by group,
 * what has a price within the package keeps that. `times` is how often, whole. Throws where `find` knows no item.
 */
export const expandPackage = (
  items: readonly PackageItem[],
  group: PriceGroup | null,
  find: (item: PackageItem) => Priced | undefined,
  times = 1,
): PackageLine[] => {
  if (!Number.isSafeInteger(times) || times < 1) throw new RangeError(`not a number of packages: ${times}`)
  return items.map((item) => {
    const sold = find(item)
    if (!sold) throw new Error(`the package holds ${item.kind} ${item.id}, which is not there`)
    const { kind, id } = item
    return {
      kind,
      id,
      quantity: assertQuantity(item.quantity * times),
      priceFen: item.priceFen ?? priceFor(sold, group),
    }
  })
}
