// A day as people type it: `+3` and `3` are so many days from today, else a date; the year may be left out. Pure.
import { parseDate, addDays } from '#shared/kernel/time.ts'
import type { DateText } from '#shared/kernel/time.ts'
import { isRefused } from '#shared/kernel/result.ts'

const two = (text: string) => text.padStart(2, '0')

export const readDayText = (text: string, today: DateText): DateText | null => {
  const folded = text.normalize('NFKC').trim()
  const days = /^\+?(\d{1,3})$/.exec(folded)?.[1]
  if (days !== undefined) return addDays(today, Number(days))
  const [, year, month = '', day = ''] = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})$/.exec(folded) ?? []
  const read = parseDate(`${year ?? today.slice(0, 4)}-${two(month)}-${two(day)}`)
  if (isRefused(read)) return null
  return year === undefined && read < today ? `${Number(today.slice(0, 4)) + 1}${read.slice(4)}` : read
}
