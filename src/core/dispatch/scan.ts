// A scan that must be this order's: its label, its barcode or its number, and nobody else's.
import { formatNumber, recognise } from '#shared/kernel/document-number.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readOrderRow } from '#core/orders/index.ts'

/** The order number that the scan stands for; undefined when it is none of ours or is misread. */
const numberOf = (scan: string): string | undefined => {
  const code = recognise(scan)
  if (isRefused(code)) return undefined
  if (code.form === 'number') return formatNumber(code.parts).number
  if (code.form === 'digits' && code.barcode.kind !== 'visit') return formatNumber(code.barcode.parts).number
  return undefined
}

/** Refuses a scan of something else; `number` is what was scanned instead, '' if that cannot be told. */
export const scanProblem = (db: ReadDb, orderId: string, scan: string): Refused | undefined => {
  const row = readOrderRow(db, orderId)
  if (!row || scan.trim() === row.short_code) return undefined
  const number = numberOf(scan)
  return number === row.number ? undefined : refuse('scanOfAnother', { field: 'scan', number: number ?? '' })
}
