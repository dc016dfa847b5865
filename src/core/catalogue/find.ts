// Parts by whatever was typed or scanned into one field. What is exactly a barcode or begins like a code comes first;
// words and initials fill the rest.
import type { Part, ServiceItem } from '#shared/contract/catalogue.ts'
import { barcodeText, codeKey } from '#shared/domain/catalogue/index.ts'
import { fold } from '#shared/kernel/text.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { partQuery } from '#core/search/index.ts'
import * as rows from './repository.ts'
import { serviceItemsHolding } from './repository-sold.ts'

/** Service items that hold every word of what was typed. */
export const findServiceItems = (db: ReadDb, text: string, limit: number): ServiceItem[] => {
  const words = fold(text).split(' ').filter(Boolean)
  return words.length === 0 ? [] : serviceItemsHolding(db, words, limit)
}

export type FindParts = Readonly<{ text: string; limit: number; inactive: boolean }>

/** Beginnings of barcodes are all alike (the country, the maker). */
const LEAST_BARCODE = 6
/** Seven signs and more, a digit among them. */
const LONG_CODE = /^(?=.*\d).{7,}$/u
const ONE_CHARACTER = /^\p{Script=Han}$/u
/** Among so many times the hits that are wanted a frequent character is looked for. */
const AMONG = 50

export const findParts = (db: ReadDb, { text, limit, inactive }: FindParts): Part[] => {
  const found = new Map<string, Part>()
  const take = (parts: readonly Part[]): boolean => {
    for (const part of parts) if (found.size < limit) found.set(part.id, part)
    return found.size >= limit
  }
  const code = codeKey(text)
  if (code === '') return []
  const barcode = barcodeText(text)
  const scanned = rows.partByBarcode(db, barcode)
  if (scanned && (inactive || scanned.active)) take([scanned])
  const [byCode, ...longer] = rows.partsByCodePrefix(db, code, inactive, limit)
  if (byCode && take([byCode, ...longer])) return [...found.values()]
  if (/^\d+$/.test(barcode) && barcode.length >= LEAST_BARCODE)
    take(rows.partsByBarcodePrefix(db, barcode, inactive, limit))
  // Behind one character stand many words. Is it frequent, the newest parts are full of it; else its words are few.
  if (ONE_CHARACTER.test(code)) {
    const newest = rows.newestPartsHolding(db, code, inactive, { among: limit * AMONG, limit })
    if (newest.length === limit && take(newest)) return [...found.values()]
  }
  // Whole words first: a range of beginnings is gathered before the newest of it is known.
  // What begins like the code of a part was found by its code, and nothing else begins like a long one; a short one
  // (T480) may be the beginning of a model.
  const isLongCode = LONG_CODE.test(code) && byCode !== undefined && codeKey(byCode.code) === code
  const matches = isLongCode ? [partQuery(text, true)] : [partQuery(text, true), partQuery(text)]
  for (const match of new Set(matches))
    if (match !== null && found.size < limit) take(rows.partsByTokens(db, match, inactive, limit))
  return [...found.values()]
}
