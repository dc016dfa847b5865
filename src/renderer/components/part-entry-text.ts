// What is typed where parts are entered: a part, a quantity behind or before a star, or only the quantity for the
// part taken last. Pure.
import { PER_UNIT, fitsDecimals, formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'

/** `text`: the part; `quantity`: thousandths, null where nobody typed one, undefined where it cannot be read. */
export type Typed = Readonly<{ text: string; quantity: number | null | undefined }>

const STAR = /^([^*]*)\*([^*]*)$/
const NUMBER = /^[\d.,]+$/

/** `P-1`, `P-1*3`, `3*P-1`, `*3`; as an input method writes them too. */
export const readTyped = (typed: string): Typed => {
  const text = typed.normalize('NFKC').replaceAll('×', '*').trim()
  const [, before = '', after = ''] = STAR.exec(text) ?? []
  if (before === '' && after === '') return { text: text.replaceAll('*', '').trim(), quantity: null }
  // A scanner puts the part behind what was typed before it.
  const first = before !== '' && NUMBER.test(before.trim()) && after.trim() !== '' && !NUMBER.test(after)
  const scanned = NUMBER.test(before.trim()) && NUMBER.test(after.trim()) && after.trim().length >= 6
  const [part, amount] = first || scanned ? [after, before] : [before, after]
  const quantity = parseQuantity(amount)
  return { text: part.trim(), quantity: isRefused(quantity) || quantity <= 0 ? undefined : quantity }
}

/** So many of the part as it is counted; undefined where its unit cannot be divided so. */
export const quantityFor = (
  { quantity }: Typed,
  part: Readonly<{ decimals: number }>,
): number | undefined => {
  if (quantity === null) return PER_UNIT
  return quantity === undefined || !fitsDecimals(quantity, part.decimals) ? undefined : quantity
}

export const quantityText = (quantity: number, unit: string): string => `${formatQuantity(quantity)} ${unit}`

type Coded = Readonly<{ code: string; barcode: string | null }>
const folded = (text: string) => text.normalize('NFKC').toUpperCase()

/** The part that was named exactly, by its code or barcode; else the first that was found. */
export const bestOf = <T extends Coded>(parts: readonly T[], text: string): T | undefined => {
  const asked = folded(text)
  const isIt = ({ code, barcode }: Coded) =>
    folded(code) === asked || (barcode !== null && folded(barcode) === asked)
  return parts.find(isIt) ?? parts[0]
}
