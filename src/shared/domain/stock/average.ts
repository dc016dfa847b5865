// The moving average (rule PRT-10): all pieces of a part cost the same, wherever they lie. What leaves takes its share
// of the value, rounded once, and the last piece takes what is left, so that no fen is lost and nothing is left over.
import { allocate, assertFen, fractionOf } from '#shared/kernel/money.ts'

/** What there is of a part in all places together: thousandths, and what they cost in fen. */
export type Held = Readonly<{ quantity: number; valueFen: number }>

export const NOTHING_HELD: Held = { quantity: 0, valueFen: 0 }

/** What `quantity` of it is worth; of all of it, exactly its value. More than there is throws. */
export const worthOf = (held: Held, quantity: number): number => {
  if (quantity < 0 || quantity > held.quantity)
    throw new RangeError(`${quantity} of ${held.quantity} thousandths have no share`)
  return quantity === held.quantity ? held.valueFen : fractionOf(held.valueFen, quantity, held.quantity)
}

/** After `quantity` left at the average. */
export const takeOut = (held: Held, quantity: number): Held => ({
  quantity: held.quantity - quantity,
  valueFen: held.valueFen - worthOf(held, quantity),
})

/** After `quantity` came in for `valueFen`; neither is negative. */
export const putIn = (held: Held, quantity: number, valueFen: number): Held => {
  if (quantity <= 0 || valueFen < 0) throw new RangeError(`nothing comes in: ${quantity} for ${valueFen} fen`)
  return { quantity: held.quantity + quantity, valueFen: assertFen(held.valueFen + valueFen) }
}

/** What was found is worth what the others cost, or, where none is left, what the last one cost. */
export const worthOfFound = (held: Held, last: Held | undefined, quantity: number): number => {
  const known = held.quantity > 0 ? held : last
  return known === undefined || known.quantity === 0
    ? 0
    : fractionOf(known.valueFen, quantity, known.quantity)
}

/** What one unit costs on average, in fen; null where there is none. */
export const unitCost = (held: Held, perUnit: number): number | null =>
  held.quantity === 0 ? null : fractionOf(held.valueFen, perUnit, held.quantity)

/** The value that left one place, split over where it arrives. */
export const splitWorth = (valueFen: number, quantities: readonly number[]): number[] =>
  allocate(valueFen, quantities)
