// The wrong rows of an import as a table to work through beside the file. Pure.
import { escapeFormula } from '#shared/kernel/text.ts'

const MARK = '\ufeff'

const cell = (text: string): string => {
  const safe = escapeFormula(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** CSV that a Chinese Excel opens without asking; no cell can be taken for a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${MARK}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

export const base64OfText = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
