// What an item costs whom: one standard price, and prices of groups of customers where the shop made some.

/** Groups with prices of their own; a customer in none (a walk-in) pays the standard price. */
export const PRICE_GROUPS = ['company', 'peer'] as const
export type PriceGroup = (typeof PRICE_GROUPS)[number]

/** Prices in fen. A group that is left out pays the standard price. */
export type Prices = Readonly<{ [G in PriceGroup]?: number | undefined }>
export type Priced = Readonly<{ priceFen: number; prices: Prices }>

/** The price of one unit for a customer of this group, in fen. */
export const priceFor = (item: Priced, group: PriceGroup | null): number =>
  (group === null ? undefined : item.prices[group]) ?? item.priceFen
