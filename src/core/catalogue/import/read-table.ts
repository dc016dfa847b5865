// A file that somebody calls a table, read by what it is and not by what it is called.
import { readFileSync, statSync } from 'node:fs'
import type { Refused } from '#shared/kernel/result.ts'
import { MAX_FILE_BYTES, tooLarge, unreadable } from './limits.ts'
import { readCsv, type Table } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte)

export const readTable = (file: string): Table | Refused => {
  const { size } = statSync(file)
  if (size > MAX_FILE_BYTES) return tooLarge(size)
  const bytes = readFileSync(file)
  if (bytes.length === 0) return unreadable('empty')
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes)
  // Excel before 2007, and any workbook with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return unreadable('oldExcel')
  return readCsv(bytes)
}
