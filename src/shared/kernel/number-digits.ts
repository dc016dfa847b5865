// Why: our barcodes carry digits only, which pass an input method unchanged, and say what they stick on (WO-6).
import { digitCheck } from './check-digit.ts'
import {
  assertNumberParts,
  foldCode,
  foldDigits,
  numberFields,
  partsOfFields,
  within,
  type NumberParts,
  type NumberRefusal,
} from './number-parts.ts'
import { refuse, type Refused } from './result.ts'

const TYPES = {
  workOrder: '1',
  visit: '2',
  device: '3',
  accessory: '4',
  place: '5',
  loaner: '6',
} as const

/**
 * What a barcode stands for: an order, a visit with its pick-up slip, a device label, an accessory label, a shelf or
 * bench, a machine to lend.
 */
export type BarcodeKind = keyof typeof TYPES

/** What a barcode says. `item` is the accessory's number 1–99 and stands on accessory labels alone. */
export type Barcode = { kind: BarcodeKind; parts: NumberParts; item?: number }

const KINDS = Object.keys(TYPES) as BarcodeKind[]
/** A branch letter or digit as its two-digit ASCII code: 0–9 are 48–57, A–Z without I and O 65–90. */
const BRANCH_CODES = /^(?:4[89]|5[0-7]|6[5-9]|7[0-24-8]|8\d|90)+$/
const WIDTHS = [3, 5, 7]

const encodeBranch = (branch: string): string =>
  [...branch].map((character) => character.charCodeAt(0)).join('')

const decodeBranch = (codes: string): string =>
  (codes.match(/../g) ?? []).map((code) => String.fromCharCode(Number(code))).join('')

const widthOf = (sequence: number): number => WIDTHS.find((width) => String(sequence).length <= width)!

/**
 * The barcode form: type digit, length of the branch code, branch code (two digits a character), yymmdd, block,
 * sequence in 3, 5 or 7 digits, item (two digits, accessory labels alone), MOD 11,10 digit. Always an even number
 * of digits, as Code 128 C packs them: 22 for a branch of four characters, 24 on accessory labels.
 * Parts that no number can have, and an item where none belongs or none where one does, throw.
 */
export const formatDigits = (kind: BarcodeKind, parts: NumberParts, item?: number): string => {
  if (kind === 'accessory' ? item === undefined || !within(item, 1, 99) : item !== undefined)
    throw new RangeError(`not an item of a ${kind} barcode: ${item}`)
  const { branch, sequence } = assertNumberParts(parts)
  const { day, block } = numberFields(parts, widthOf(sequence))
  const label = item === undefined ? '' : String(item).padStart(2, '0')
  const payload = `${TYPES[kind]}${branch.length}${encodeBranch(branch)}${day}${block}${label}`
  return payload + digitCheck(payload)
}

/**
 * Reads the barcode form; blanks and full-width digits do not matter. Refuses (value) `wrongCheckCharacter` when
 * it has our form but not our digit (every single wrong digit is caught), `notADocumentNumber` for anything else.
 */
export const parseDigits = (text: string): Barcode | Refused<NumberRefusal> => {
  const none = refuse('notADocumentNumber')
  const digits = foldDigits(foldCode(text)).replace(/\s/g, '')
  if (!/^[1-6][2-6]\d{16,30}$/.test(digits)) return none
  const kind = KINDS[Number(digits[0]) - 1]!
  const dayAt = 2 + 2 * Number(digits[1])
  const itemAt = digits.length - (kind === 'accessory' ? 3 : 1)
  const width = itemAt - dayAt - 8
  const branch = digits.slice(2, dayAt)
  if (!WIDTHS.includes(width) || !BRANCH_CODES.test(branch)) return none
  if (digitCheck(digits.slice(0, -1)) !== digits.at(-1)) return refuse('wrongCheckCharacter', { text })
  const blockAt = dayAt + 6
  const parts = partsOfFields(
    decodeBranch(branch),
    digits.slice(dayAt, blockAt),
    digits.slice(blockAt, itemAt),
  )
  if (!parts || widthOf(parts.sequence) !== width) return none
  if (kind !== 'accessory') return { kind, parts }
  const item = Number(digits.slice(itemAt, -1))
  return item === 0 ? none : { kind, parts, item }
}
