// What an import may be at most, and what is refused before a row of it is read.
import { refuse, type Refused } from '#shared/kernel/result.ts'

export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** A spreadsheet is packed: so much may come out of it. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024
/** All of them are written in one transaction, during which nobody else is answered. */
export const MAX_ROWS = 100_000
export const MAX_COLUMNS = 200

const MIB = 1024 * 1024

export const tooLarge = (bytes: number): Refused =>
  refuse('importTooLarge', { field: 'file', bytes, most: MAX_FILE_BYTES / MIB })
export const unpacksTooLarge = (): Refused =>
  refuse('importUnpacksTooLarge', { field: 'file', most: MAX_UNPACKED_BYTES / MIB })
export const tooManyRows = (): Refused => refuse('importTooManyRows', { field: 'file', most: MAX_ROWS })
export const tooManyColumns = (): Refused =>
  refuse('importTooManyColumns', { field: 'file', most: MAX_COLUMNS })
export const WHY_UNREADABLE = ['damaged', 'oldExcel', 'empty', 'notATable'] as const
export const unreadable = (why: (typeof WHY_UNREADABLE)[number]): Refused =>
  refuse('importUnreadable', { field: 'file', why })
