// Codes and barcodes as they are compared: what differs only in case, width or blanks is the same.
import { fold } from '#shared/kernel/text.ts'

/** The form in which a code is unique and sorted: `p-1001` and `Ｐ-1001` are one. Dashes count. */
export const codeKey = (code: string): string =>
  PLAIN.test(code) ? code.toUpperCase() : fold(code).replace(/\s+/gu, '').toUpperCase()

/** A barcode as a scanner types it: no blanks, half width; the case is part of it. */
export const barcodeText = (barcode: string): string =>
  PLAIN.test(barcode) ? barcode : barcode.normalize('NFKC').replace(/\s+/gu, '')

/** Half width and no blanks already. */
const PLAIN = /^[!-~]+$/
