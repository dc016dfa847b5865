// Why: the one place where a number of pieces, metres or litres becomes a whole number of thousandths. Never a float.
import { refuse, type Refused } from './result.ts'

/** Thousandths of a unit in one unit. */
export const PER_UNIT = 1000
/** Largest quantity, in thousandths: a million units. What it costs is computed by `fractionOf`, never by a product of floats. */
export const MAX_QUANTITY = 1_000_000 * PER_UNIT
/** Digits behind the point that a unit may have at most. */
export const MAX_DECIMALS = 3

/** Returns `quantity` if it is whole thousandths within ±{@link MAX_QUANTITY}; anything else is a bug and throws. */
export const assertQuantity = (quantity: number): number => {
  if (!Number.isSafeInteger(quantity) || Math.abs(quantity) > MAX_QUANTITY)
    throw new RangeError(`not a quantity in thousandths: ${quantity}`)
  return quantity === 0 ? 0 : quantity
}

/** Whether the quantity has no more digits behind the point than its unit allows (0: whole pieces only). */
export const fitsDecimals = (quantity: number, decimals: number): boolean =>
  quantity % 10 ** (MAX_DECIMALS - decimals) === 0

export type QuantityRefusal =
  | 'quantityEmpty'
  | 'quantityNotANumber'
  | 'quantityTooManyDecimals'
  | 'quantityTooLarge'

const SHAPE = /^([+-]?)(\d{1,12}|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/

/**
 * Reads what a person types as a quantity and returns thousandths: `2`, `1,200`, `0.5`, full-width digits.
 * Refuses (value): nothing typed, not a number, more digits behind the point than `decimals`, too large.
 * The sign is kept: who may not take a negative or zero quantity says so himself.
 */
export const parseQuantity = (text: string, decimals = MAX_DECIMALS): number | Refused<QuantityRefusal> => {
  const folded = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .trim()
  if (folded === '') return refuse('quantityEmpty')
  const match = SHAPE.exec(folded)
  const [, sign = '', whole = '', after = ''] = match ?? []
  if (!match || !/\d/.test(whole + after)) return refuse('quantityNotANumber', { text })
  const digits = after.replace(/0+$/, '')
  if (digits.length > decimals) return refuse('quantityTooManyDecimals', { text, decimals })
  const thousandths = Number(whole.replaceAll(',', '') + digits.padEnd(MAX_DECIMALS, '0'))
  if (thousandths > MAX_QUANTITY) return refuse('quantityTooLarge', { text })
  return assertQuantity(sign === '-' ? -thousandths : thousandths)
}

/** Thousandths as a person reads them: `2`, `0.5`, `1,200`; no digits behind the point that say nothing. */
export const formatQuantity = (quantity: number): string => {
  const digits = String(Math.abs(assertQuantity(quantity))).padStart(MAX_DECIMALS + 1, '0')
  const whole = digits.slice(0, -MAX_DECIMALS).replace(/\B(?=(?:\d{3})+$)/g, ',')
  const after = digits.slice(-MAX_DECIMALS).replace(/0+$/, '')
  return `${quantity < 0 ? '-' : ''}${whole}${after === '' ? '' : `.${after}`}`
}
