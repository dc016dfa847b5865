// Why: time is UTC milliseconds everywhere; only here does it become a date or a clock in the shop's zone.
import { refuse, type Refused } from './result.ts'

/** The host's clock, passed in: `now` is UTC ms and may jump, `monotonic` is ms that only ever grow. */
export type Clock = { now: () => number; monotonic: () => number }

/** A calendar day as `YYYY-MM-DD`; sorts as text. */
export type DateText = string

export type DateRefusal = 'dateFormat' | 'dateDoesNotExist' | 'dateOutOfRange'

const FIRST_YEAR = 1970
const LAST_YEAR = 2100
const DAY_MS = 86_400_000
const FIELDS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const

// Building a formatter costs a thousand times more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...FIELDS,
  })
  formatters.set(zone, made)
  return made
}

/** True for an IANA zone name this machine knows, such as `Asia/Shanghai`. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return zone !== '' && Boolean(formatterOf(zone))
  } catch {
    return false
  }
}

const localParts = (utcMs: number, zone: string) => {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(utcMs)) parts[type] = value
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minute: `${parts.hour}:${parts.minute}`,
    second: parts.second,
  }
}

let latest = { second: NaN, zone: '', date: '' }

/** The calendar day that `utcMs` falls on in the shop's zone. Throws on an unknown zone or a time that is none. */
export const businessDate = (utcMs: number, zone: string): DateText => {
  // Asked several times by every command, and by thousands in a row when many are brought in at once.
  const second = Math.floor(utcMs / 1000)
  if (second !== latest.second || zone !== latest.zone)
    latest = { second, zone, date: localParts(utcMs, zone).date }
  return latest.date
}

/** `date` 2026-11-22, `time` 14:03, `dateTime` 2026-11-22 14:03, `seconds` 2026-11-22 14:03:05. */
export type LocalStyle = 'date' | 'time' | 'dateTime' | 'seconds'

/** `utcMs` as people of the shop's zone write it; the same in every language. */
export const formatLocal = (utcMs: number, zone: string, style: LocalStyle): string => {
  const { date, minute, second } = localParts(utcMs, zone)
  if (style === 'date') return date
  if (style === 'time') return minute
  return style === 'dateTime' ? `${date} ${minute}` : `${date} ${minute}:${second}`
}

const dayNumber = (date: DateText): number => Date.UTC(...fieldsOf(date)) / DAY_MS
const dateOfDay = (day: number): DateText => new Date(day * DAY_MS).toISOString().slice(0, 10)

const fieldsOf = (date: DateText): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)) - 1,
  Number(date.slice(8)),
]

/** `month` counts from 0. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/**
 * Reads `YYYY-MM-DD` strictly. Refuses (value) any other form, days that do not exist (2026-02-30) and years
 * outside 1970–2100.
 */
export const parseDate = (text: string): DateText | Refused<DateRefusal> => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuse('dateFormat', { expected: 'YYYY-MM-DD' })
  const [year, month, day] = fieldsOf(text)
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return refuse('dateOutOfRange', { from: FIRST_YEAR, to: LAST_YEAR })
  const exists = month >= 0 && month < 12 && day >= 1 && day <= daysIn(year, month)
  return exists ? text : refuse('dateDoesNotExist', { date: text })
}

/** The date `days` later (or earlier). `date` is one that {@link parseDate} gave. */
export const addDays = (date: DateText, days: number): DateText => dateOfDay(dayNumber(date) + days)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: DateText, to: DateText): number => dayNumber(to) - dayNumber(from)

/** The same day `months` later, or the month's last day where it has no such day: 01-31 + 1 month = 02-28. */
export const addMonths = (date: DateText, months: number): DateText => {
  const [year, month, day] = fieldsOf(date)
  const last = daysIn(year, month + months)
  return new Date(Date.UTC(year, month + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/**
 * UTC ms of the first instant of `date` in the shop's zone: midnight, or what stands for it where the clocks
 * were put forward over midnight. The day ends where the next one starts, not always 24 hours later.
 */
export const startOfBusinessDay = (date: DateText, zone: string): number => {
  const midnight = dayNumber(date) * DAY_MS
  // no zone is further than 15 hours from UTC
  let before = midnight - 15 * 3_600_000
  let reached = midnight + 15 * 3_600_000
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2)
    if (businessDate(middle, zone) < date) before = middle
    else reached = middle
  }
  return reached
}
