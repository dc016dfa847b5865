// The things of an order that somebody must be able to find, and the places they can be (rule CLS-7).

export const ITEM_KINDS = ['machine', 'accessory', 'loaner'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** `counter` is where intake puts things; `lost` is what the manager declared, with what was agreed. */
export const PLACE_KINDS = [
  'counter',
  'shelf',
  'bench',
  'technician',
  'vendor',
  'branch',
  'customer',
  'lost',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** Labels carry two digits for the accessory; more are one heap. */
export const MOST_ACCESSORIES = 99

export const accessoryKey = (n: number): string => `accessory:${n}`
export const loanerKey = (id: string): string => `loaner:${id}`

export const kindOfItem = (item: string): ItemKind =>
  item === 'machine' ? 'machine' : item.startsWith('accessory:') ? 'accessory' : 'loaner'

/** One name for each thing left with the machine, however many of one kind, in the order of their labels. */
export const accessoryNames = (
  accessories: readonly Readonly<{ name: string; count: number }>[],
): readonly string[] =>
  accessories
    .flatMap(({ name, count }) => Array.from({ length: count }, () => name))
    .slice(0, MOST_ACCESSORIES)
