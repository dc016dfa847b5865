// Why: the one place where yuan become fen and where money is rounded or split (SET-1). Never a float.
import { refuse, type Refused } from './result.ts'

/** Largest amount, in fen, that this program holds (about 22.5 trillion yuan): sums stay safe integers. */
export const MAX_FEN = 2 ** 51

/** Returns `fen` if it is an amount in whole fen within ±{@link MAX_FEN}; anything else is a bug and throws. */
export const assertFen = (fen: number): number => {
  if (!Number.isSafeInteger(fen) || Math.abs(fen) > MAX_FEN)
    throw new RangeError(`not an amount in fen: ${fen}`)
  return fen === 0 ? 0 : fen
}

/** Sum of amounts in fen; throws when an amount or the sum is outside the range. */
export const sumFen = (amounts: Iterable<number>): number => {
  let sum = 0
  for (const amount of amounts) sum = assertFen(sum + assertFen(amount))
  return sum
}

export type AmountRefusal = 'amountEmpty' | 'amountNotANumber' | 'amountTooManyDecimals' | 'amountTooLarge'

const LONGEST = 64
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/

/**
 * Reads what a person types as yuan and returns fen.
 * Takes `1280`, `1,280.00`, `-5`, `¥ 5`, `5元`, `.5`, full-width digits and signs, `。` typed by an input method.
 * Refuses (value): nothing typed, not a number (also `1,28`), more than two decimals, beyond {@link MAX_FEN}.
 */
export const parseYuan = (text: string): number | Refused<AmountRefusal> => {
  const folded = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll('、', ',')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .trim()
  if (folded === '') return refuse('amountEmpty')
  if (folded.length > LONGEST) return refuse('amountNotANumber')
  const [, before = '', after = '', body = ''] = /^([+-]?)\s*¥?\s*([+-]?)(.*?)\s*元?$/su.exec(folded) ?? []
  const match = GROUPED.exec(body)
  if (!match || !/\d/.test(body) || (before !== '' && after !== ''))
    return refuse('amountNotANumber', { text })
  const decimals = match[1] ?? ''
  if (decimals.length > 2) return refuse('amountTooManyDecimals', { text, decimals: decimals.length })
  const whole = body.split('.')[0]!.replaceAll(',', '')
  const fen = BigInt(whole + decimals.padEnd(2, '0'))
  if (fen > BigInt(MAX_FEN)) return refuse('amountTooLarge', { text })
  return assertFen(before + after === '-' ? -Number(fen) : Number(fen))
}

/** How {@link formatYuan} writes: `sign` is put before the digits, `grouping` false leaves the commas out. */
export type YuanStyle = { sign?: '' | '¥' | '￥'; grouping?: boolean }

/** Fen as yuan with two decimals: `1,280.00`, with `sign` `¥1,280.00`, below zero `-¥1,280.00`. */
export const formatYuan = (fen: number, { sign = '', grouping = true }: YuanStyle = {}): string => {
  const digits = String(Math.abs(assertFen(fen))).padStart(3, '0')
  const whole = digits.slice(0, -2)
  const grouped = grouping ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return `${fen < 0 ? '-' : ''}${sign}${grouped}.${digits.slice(-2)}`
}

const roundedQuotient = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const half = (2n * n + d) / (2n * d)
  return negative ? -half : half
}

/**
 * `fen × numerator ÷ denominator` by the one rounding rule: to the nearest fen, half a fen away from zero.
 * Numerator and denominator are safe integers, the denominator not zero; otherwise it throws.
 */
export const fractionOf = (fen: number, numerator: number, denominator: number): number => {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0)
    throw new RangeError(`not a fraction: ${numerator}/${denominator}`)
  return assertFen(Number(roundedQuotient(BigInt(assertFen(fen)) * BigInt(numerator), BigInt(denominator))))
}

/** `percent` (13 means 13 %, at most four decimals, otherwise it throws) of an amount, rounded as {@link fractionOf}. */
export const percentOf = (fen: number, percent: number): number => {
  const scaled = Math.round(percent * 10_000)
  if (!Number.isSafeInteger(scaled) || Math.abs(percent * 10_000 - scaled) > 1e-4)
    throw new RangeError(`not a percentage with at most four decimals: ${percent}`)
  return fractionOf(fen, scaled, 1_000_000)
}

/**
 * Splits `total` fen by `weights` so that the parts always add up to the total (largest remainder; equal
 * remainders go to the earlier part; a negative total is the mirror of the positive one).
 * Weights are whole and not negative; only a total of 0 may be split over weights that are all 0. Otherwise throws.
 */
export const allocate = (total: number, weights: readonly number[]): number[] => {
  for (const weight of weights)
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`)
  const amount = BigInt(Math.abs(assertFen(total)))
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) {
    if (total !== 0) throw new RangeError(`nothing to split ${total} over`)
    return weights.map(() => 0)
  }
  const parts = weights.map((weight, index) => {
    const product = amount * BigInt(weight)
    return { index, fen: product / sum, remainder: product % sum }
  })
  const left = Number(amount - parts.reduce((all, part) => all + part.fen, 0n))
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const lucky = new Set(byRemainder.slice(0, left).map((part) => part.index))
  const direction = total < 0 ? -1 : 1
  return parts.map((part) => assertFen(direction * (Number(part.fen) + (lucky.has(part.index) ? 1 : 0))))
}
