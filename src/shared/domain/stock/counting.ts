// What a count finds: differences between the shelf and the books, piece by piece where pieces have numbers.
import { PER_UNIT } from '#shared/kernel/quantity.ts'

export type Counted = Readonly<{ counted: number; serials: readonly string[] }>
export type Booked = Readonly<{ quantity: number; serials: readonly string[] }>
/** Signed thousandths, with the serials that are too many or missing. */
export type Difference = Readonly<{ quantity: number; serials: readonly string[] }>

/** Nothing where shelf and books agree. With serials one may be missing while another is too many. */
export const differencesOf = (shelf: Counted, book: Booked, serialTracked: boolean): Difference[] => {
  if (!serialTracked) {
    const quantity = shelf.counted - book.quantity
    return quantity === 0 ? [] : [{ quantity, serials: [] }]
  }
  const missing = book.serials.filter((serial) => !shelf.serials.includes(serial))
  const found = shelf.serials.filter((serial) => !book.serials.includes(serial))
  return [
    ...(missing.length > 0 ? [{ quantity: -missing.length * PER_UNIT, serials: missing }] : []),
    ...(found.length > 0 ? [{ quantity: found.length * PER_UNIT, serials: found }] : []),
  ]
}
