// Why: numbers that people read aloud, unique across branches and PCs without asking a server (WO-6).
import { alphanumericCheck } from './check-digit.ts'
import { formatDigits, parseDigits, type Barcode, type BarcodeKind } from './number-digits.ts'
import {
  assertNumberParts,
  foldCode,
  foldDigits,
  LARGEST_SEQUENCE,
  numberFields,
  partsOfFields,
  within,
  type NumberParts,
  type NumberRefusal,
} from './number-parts.ts'
import { isRefused, refuse, type Refused } from './result.ts'
import type { DateText } from './time.ts'

export { formatDigits, parseDigits, type Barcode, type BarcodeKind } from './number-digits.ts'
export { foldCode, isBranchCode, type NumberParts, type NumberRefusal } from './number-parts.ts'

/** A short code as written: it lacks branch, month and year, which {@link resolveShortCode} needs to check it. */
export type ShortCode = Omit<NumberParts, 'branch' | 'date'> & { day: number; check: string }

const NUMBER = /^([0-9A-Z]{2,6})[- ]([0-9OI]{6})[- ]([0-9OI]{5,8})[- ]([0-9A-Z])$/
// Both dashes or none: with one allowed to be missing, a digit typed for the other would go unseen.
const SHORT = /^([0-9OI]{2})(?:[- ]([0-9OI]{5,8})[- ]|([0-9OI]{5,8}))([0-9A-Z])$/

const checkOf = (parts: NumberParts): string => {
  const { day, block } = numberFields(parts)
  return alphanumericCheck(parts.branch + day + block)
}

/**
 * All forms of one number: `number` SZ01-261122-10017-4, `shortCode` 22-10017-4 for slips and the telephone (the
 * same MOD 37,36 character over branch, whole date, block and sequence), `digits` for the barcode of `kind`.
 * New numbers are drawn with {@link nextNumber}; parts that no number can have throw.
 */
export const formatNumber = (parts: NumberParts, kind: Exclude<BarcodeKind, 'accessory'> = 'workOrder') => {
  const { day, block } = numberFields(assertNumberParts(parts))
  const check = checkOf(parts)
  return {
    number: `${parts.branch}-${day}-${block}-${check}`,
    digits: formatDigits(kind, parts),
    shortCode: `${day.slice(4)}-${block}-${check}`,
  }
}

/**
 * The first parts from `parts.sequence` on that may be given out. Those whose check character would be 0, O, 1 or
 * I, which people mix up, are left out (one in nine): sequences have gaps by design.
 * Refuses (value) when the six digits are used up.
 */
export const nextNumber = (parts: NumberParts): NumberParts | Refused<'sequenceUsedUp'> => {
  for (let { sequence } = parts; sequence <= LARGEST_SEQUENCE; sequence++) {
    const candidate = assertNumberParts({ ...parts, sequence })
    if (!'0O1I'.includes(checkOf(candidate))) return candidate
  }
  return refuse('sequenceUsedUp', { largest: LARGEST_SEQUENCE })
}

const isShortest = (block: string): boolean => block.length === 5 || block[2] !== '0'

/**
 * Reads a written number. Width, case, kind of dash, blanks for dashes do not matter, nor O for 0 and I for 1
 * before the check character. Refuses (value) `wrongCheckCharacter` when it has our form but was misread or
 * mistyped (every single wrong character is caught), `notADocumentNumber` for anything else.
 */
export const parseNumber = (text: string): NumberParts | Refused<NumberRefusal> => {
  const none = refuse('notADocumentNumber')
  const groups = NUMBER.exec(foldCode(text))
  if (!groups) return none
  const [branch, day, block] = groups.slice(1, 4).map(foldDigits) as [string, string, string]
  if (alphanumericCheck(branch + day + block) !== groups[4]) return refuse('wrongCheckCharacter', { text })
  const parts = partsOfFields(branch, day, block)
  return parts && isShortest(block) ? parts : none
}

/** Reads a short code by its form alone, both dashes may be missing; refuses (value) `notADocumentNumber`. */
export const parseShortCode = (text: string): ShortCode | Refused<'notADocumentNumber'> => {
  const none = refuse('notADocumentNumber')
  const groups = SHORT.exec(foldCode(text))
  if (!groups) return none
  const day = foldDigits(groups[1]!)
  const block = foldDigits(groups[2] ?? groups[3]!)
  const parts = partsOfFields('', '000101', block)
  if (!parts || !isShortest(block) || !within(Number(day), 1, 31)) return none
  const { pc, generation, sequence } = parts
  return { day: Number(day), pc, generation, sequence, check: groups[4]! }
}

/**
 * The number that a short code means at `branch` on `date`: try the dates with that day, newest first.
 * Refuses (value) `wrongCheckCharacter` when the day differs or the code does not fit: misread, mistyped, or
 * meant for another branch or month.
 */
export const resolveShortCode = (
  short: ShortCode,
  branch: string,
  date: DateText,
): NumberParts | Refused<'wrongCheckCharacter'> => {
  const { pc, generation, sequence } = short
  const parts = assertNumberParts({ branch, date, pc, generation, sequence })
  const fits = Number(date.slice(8)) === short.day && checkOf(parts) === short.check
  return fits ? parts : refuse('wrongCheckCharacter', { day: short.day })
}

/** What {@link recognise} found. A short code has only our form; its check comes when it is resolved. */
export type Recognised =
  | { form: 'number'; parts: NumberParts }
  | { form: 'digits'; barcode: Barcode }
  | { form: 'shortCode'; short: ShortCode }
  | { form: 'none' }

/**
 * Tells which of our codes a scanned or typed text is, or that it is none of them. Refuses (value)
 * `wrongCheckCharacter` for one of ours with a slip in it. A short code without dashes counts only if its check
 * character is a letter: bare digits are for the telephone.
 */
export const recognise = (text: string): Recognised | Refused<'wrongCheckCharacter'> => {
  const barcode = parseDigits(text)
  if (!isRefused(barcode)) return { form: 'digits', barcode }
  const parts = parseNumber(text)
  if (!isRefused(parts)) return { form: 'number', parts }
  for (const { refused } of [barcode, parts])
    if (refused.refusal === 'wrongCheckCharacter') return refuse('wrongCheckCharacter', { text })
  const short = parseShortCode(text)
  return isRefused(short) || /^\d+$/.test(foldCode(text)) ? { form: 'none' } : { form: 'shortCode', short }
}
