// Why: what all written and scanned forms of a document number have in common; used through document-number.ts.
import { isRefused } from './result.ts'
import { parseDate, type DateText } from './time.ts'

/**
 * What a number is made of. `branch`: 2–6 of 0–9 and A–Z without I and O. `date`: business date, years 2000–2099.
 * `pc`: the PC's code 1–9. `generation`: 0–9, raised when an older backup is restored. `sequence`: 1–999999 of
 * that branch, date, PC and generation. Visits and orders share one sequence: the written form has no type.
 */
export type NumberParts = {
  branch: string
  date: DateText
  pc: number
  generation: number
  sequence: number
}

export type NumberRefusal = 'notADocumentNumber' | 'wrongCheckCharacter'

export const LARGEST_SEQUENCE = 999_999

/** True for a branch code as it is stored: 2–6 characters of 0–9 and A–Z without I and O. */
export const isBranchCode = (text: string): boolean => /^[0-9A-HJ-NP-Z]{2,6}$/.test(text)

/** True for a whole number from `low` to `high`. */
export const within = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high

/** Returns the parts if a number can be made of them; anything else is a bug and throws. */
export const assertNumberParts = (parts: NumberParts): NumberParts => {
  const sound =
    isBranchCode(parts.branch) &&
    !isRefused(parseDate(parts.date)) &&
    parts.date.startsWith('20') &&
    within(parts.pc, 1, 9) &&
    within(parts.generation, 0, 9) &&
    within(parts.sequence, 1, LARGEST_SEQUENCE)
  if (!sound) throw new RangeError(`not the parts of a document number: ${JSON.stringify(parts)}`)
  return parts
}

/** yymmdd, and block with the sequence padded to at least `width`: the digits that all forms share. */
export const numberFields = ({ date, pc, generation, sequence }: NumberParts, width = 3) => ({
  day: date.slice(2).replaceAll('-', ''),
  block: `${pc}${generation}${String(sequence).padStart(width, '0')}`,
})

/** The reverse of {@link numberFields}; undefined when there is no such day, PC or sequence. */
export const partsOfFields = (branch: string, day: string, block: string): NumberParts | undefined => {
  const date = parseDate(`20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`)
  const [pc, generation, sequence] = [Number(block[0]), Number(block[1]), Number(block.slice(2))]
  if (isRefused(date) || !within(pc, 1, 9) || !within(sequence, 1, LARGEST_SEQUENCE)) return undefined
  return { branch, date, pc, generation, sequence }
}

/** As typed or scanned, to the signs we print: width, case and dashes of all kinds. */
export const foldCode = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\p{Pd}\u2212_]/gu, '-')

/** O for 0 and I for 1, for the parts of a code where neither letter can stand. */
export const foldDigits = (code: string): string => code.replaceAll('O', '0').replaceAll('I', '1')
