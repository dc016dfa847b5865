// A purchase date as it stands on an invoice or is said aloud.
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { DateRefusal, DateText } from '#shared/kernel/time.ts'
import { parseDate } from '#shared/kernel/time.ts'

const FORMS = [
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<y>(?:19|20)\d{2})(?<m>\d{2})$/,
  /^(?<y>\d{4}|\d{2})[-/.年 ](?<m>\d{1,2})(?:[-/.月 ](?<d>\d{1,2})日?|月?)$/,
  /^(?<y>\d{2})(?<m>\d{2})(?<d>\d{2})$/,
]

/**
 * Reads `20250301`, `2025-3-1`, `2025.3.1`, `250301`, `2025年3月1日`, `2025-03` (its first day). Refuses (value)
 * any other form and days that do not exist.
 */
export const readTypedDate = (text: string): DateText | Refused<DateRefusal> => {
  const folded = text.normalize('NFKC').replaceAll('。', '.').trim()
  for (const form of FORMS) {
    const { y, m, d = '1' } = form.exec(folded)?.groups ?? {}
    if (y === undefined || m === undefined) continue
    const year = y.length === 2 ? `20${y}` : y
    return parseDate(`${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
  }
  return refuse('dateFormat', { expected: 'YYYY-MM-DD' })
}
