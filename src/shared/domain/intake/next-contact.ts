// When the shop promises to call: proposed by working days, and read from what a clerk types in a hurry.
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { DateText } from '#shared/kernel/time.ts'
import { addDays, addMonths, businessDate, parseDate, startOfBusinessDay } from '#shared/kernel/time.ts'

/** Counters close at six unless the clerk says otherwise. */
export const END_OF_BUSINESS_MINUTES = 18 * 60
const MINUTE = 60_000

const weekdayOf = (date: DateText): number => new Date(`${date}T00:00:00Z`).getUTCDay()
export const isWorkingDay = (date: DateText): boolean => weekdayOf(date) !== 0 && weekdayOf(date) !== 6

/** The day after `days` working days; 0 is the same day. Saturdays and Sundays do not count. */
export const afterWorkingDays = (from: DateText, days: number): DateText => {
  let date = from
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) left -= 1
  }
  return date
}

const at = (date: DateText, minutes: number, zone: string): number =>
  startOfBusinessDay(date, zone) + minutes * MINUTE

/**
 * UTC ms of the proposed contact: the end of business after so many working days. When that is over already
 * (zero days, in the evening), the end of the next working day.
 */
export const proposeNextContact = (now: number, workingDays: number, zone: string): number => {
  const today = businessDate(now, zone)
  const proposed = at(afterWorkingDays(today, workingDays), END_OF_BUSINESS_MINUTES, zone)
  return proposed > now ? proposed : at(afterWorkingDays(today, 1), END_OF_BUSINESS_MINUTES, zone)
}

export type ContactRefusal = 'contactUnreadable' | 'contactInPast'

/**
 * Reads `+3` (working days), `24` or `11-24` (the next such day), `2026-11-24`, each with an hour if wanted
 * (`24 15:30`, `+1 10`), and `15:30` for today. Refuses (value) what is none of these, and times gone by.
 */
export const readNextContact = (
  text: string,
  now: number,
  zone: string,
): number | Refused<ContactRefusal> => {
  const folded = text.normalize('NFKC').replaceAll('。', '.').trim()
  const { day = '', h, m = '00', clock } = FORM.exec(folded)?.groups ?? {}
  const [hour = '', minute = ''] = clock?.split(':') ?? [h, m]
  const minutes = hour === '' ? END_OF_BUSINESS_MINUTES : minutesOf(hour, minute)
  const date = day === '' && clock === undefined ? undefined : readDay(day, businessDate(now, zone))
  if (minutes === undefined || date === undefined || isRefused(date)) {
    return refuse('contactUnreadable', { text })
  }
  const when = at(date, minutes, zone)
  return when > now ? when : refuse('contactInPast', { text })
}

const FORM =
  /^(?:(?<day>\+\d{1,2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?:[-/]\d{1,2})?)(?:\s+(?<h>\d{1,2})(?::(?<m>\d{2}))?)?|(?<clock>\d{1,2}:\d{2}))$/

const minutesOf = (hour: string, minute: string): number | undefined =>
  Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : undefined

const two = (text: string): string => text.padStart(2, '0')

const readDay = (text: string, today: DateText): DateText | Refused => {
  if (text === '') return today
  const days = /^\+(\d{1,2})$/.exec(text)
  if (days) return afterWorkingDays(today, Number(days[1]))
  const whole = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (whole) return parseDate(`${whole[1]}-${two(whole[2]!)}-${two(whole[3]!)}`)
  const monthDay = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (monthDay) {
    const date = `${today.slice(0, 4)}-${two(monthDay[1]!)}-${two(monthDay[2]!)}`
    return date < today ? parseDate(`${Number(today.slice(0, 4)) + 1}${date.slice(4)}`) : parseDate(date)
  }
  if (!/^\d{1,2}$/.test(text)) return refuse('dateFormat')
  const first = `${today.slice(0, 8)}01`
  for (const months of [0, 1, 2]) {
    const date = parseDate(`${addMonths(first, months).slice(0, 8)}${two(text)}`)
    if (!isRefused(date) && date >= today) return date
  }
  return refuse('dateFormat')
}
