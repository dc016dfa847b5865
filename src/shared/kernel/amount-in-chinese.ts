// Amounts in capital numerals (大写金额), as the rules for filling in bills and vouchers ask: nobody can change them
// by adding a stroke or a digit.
import { assertFen } from './money.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['仟', '佰', '拾', ''] as const
const GROUPS = [
  [100_000_000, '亿'],
  [10_000, '万'],
] as const

/** 1 to 9999: 零 between digits where a place is empty, never at the end. */
const belowTenThousand = (value: number): string => {
  let words = ''
  let gap = false
  for (const [index, digit] of [...String(value).padStart(4, '0')].map(Number).entries()) {
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[index]}`
    gap = false
  }
  return words
}

/** A whole number above zero; 零 stands where the first place of a lower group is empty. */
const wholeNumber = (value: number): string => {
  for (const [unit, name] of GROUPS) {
    if (value < unit) continue
    const rest = value % unit
    const low = rest === 0 ? '' : `${rest < unit / 10 ? '零' : ''}${wholeNumber(rest)}`
    return `${wholeNumber(Math.floor(value / unit))}${name}${low}`
  }
  return belowTenThousand(value)
}

/**
 * Integer fen as 壹仟陆佰捌拾元零叁角贰分. 整 closes what ends with 元 or 角; after an empty place of yuan or jiao
 * stands 零; below zero begins with 负.
 */
export const amountInChinese = (fen: number): string => {
  const amount = Math.abs(assertFen(fen))
  if (amount === 0) return '零元整'
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor(amount / 10) % 10
  const last = amount % 10
  let words = yuan === 0 ? '' : `${wholeNumber(yuan)}元`
  if (yuan > 0 && ((jiao === 0 && last > 0) || (jiao > 0 && yuan % 10 === 0))) words += '零'
  if (jiao > 0) words += `${DIGITS[jiao]}角`
  words += last > 0 ? `${DIGITS[last]}分` : '整'
  return `${fen < 0 ? '负' : ''}${words}`
}
