// A day as people type it: `+3`, `11-30`, `2026-11-30`.
import { readTypedDate } from '#shared/domain/intake/index.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { addDays } from '#shared/kernel/time.ts'
import type { DateText } from '#shared/kernel/time.ts'

/** `+3` and `3` are so many days from today; otherwise a date, the year may be left out. */
export const readDay = (text: string, today: DateText): DateText | null => {
  const folded = text.normalize('NFKC').trim()
  const days = /^\+(\d{1,3})$/.exec(folded)?.[1]
  if (days !== undefined) return addDays(today, Number(days))
  const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(folded)
  if (short) {
    const [, month = '', day = ''] = short
    const read = readTypedDate(`${today.slice(0, 4)}-${month}-${day}`)
    if (isRefused(read)) return null
    return read < today ? `${Number(today.slice(0, 4)) + 1}${read.slice(4)}` : read
  }
  const whole = readTypedDate(folded)
  return isRefused(whole) ? null : whole
}
