// When the shop is open and how busy it is: more on Saturdays and in September, closed at the Spring Festival,
// and growing over the years.
import type { DateText } from '#shared/kernel/time.ts'
import { addDays, businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { Chance } from './random.ts'
import { weighted } from './random.ts'

export const ZONE = 'Asia/Shanghai'
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const OPENS_AT = 9
const OPEN_HOURS = 10
/** Days that exist beyond today, for promises. */
const AHEAD = 400

export type Day = Readonly<{
  date: DateText
  /** UTC ms. */
  opens: number
  /** UTC ms; for today no later than now. */
  closes: number
  closed: boolean
  /** How busy; 0 for closed days and for days to come. */
  weight: number
}>

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: ZONE, month: 'numeric', day: 'numeric' })
const isSpringFestival = (at: number): boolean => /^1\/[1-6]$/.test(lunar.format(at))

/** Sunday first. */
const WEEKDAY = [1.1, 1.05, 0.95, 0.95, 0.95, 1, 1.3] as const
/** January first. */
const MONTH = [0.95, 0.8, 1.05, 1, 1, 1, 1.05, 1.05, 1.15, 0.95, 1, 1] as const

/** All days from `years` ago until today, and some ahead. */
export const shopDays = (now: number, years: number): readonly Day[] => {
  const today = businessDate(now, ZONE)
  const past = Math.round(years * 365.25)
  const first = startOfBusinessDay(addDays(today, -past), ZONE)
  return Array.from({ length: past + AHEAD }, (_, i): Day => {
    // The shop's zone has had no summer time since 1991.
    const midnight = first + i * DAY_MS
    const opens = midnight + OPENS_AT * HOUR_MS
    const closes = opens + OPEN_HOURS * HOUR_MS
    const ends = Math.max(opens, Math.min(closes, now))
    const local = new Date(midnight + 12 * HOUR_MS)
    const busy =
      (WEEKDAY[local.getUTCDay()] as number) *
      (MONTH[local.getUTCMonth()] as number) *
      (0.3 + 0.7 * (i / past) ** 2) *
      ((ends - opens) / (closes - opens))
    return {
      date: addDays(today, i - past),
      opens,
      closes: i <= past ? ends : closes,
      closed: isSpringFestival(opens),
      weight: i > past || isSpringFestival(opens) ? 0 : busy,
    }
  })
}

/** How many of `total` fall on each day; they add up exactly. */
export const share = (total: number, days: readonly Day[]): number[] => {
  const all = days.reduce((sum, day) => sum + day.weight, 0)
  let before = 0
  let given = 0
  return days.map((day) => {
    before += day.weight
    const upTo = Math.round((total * before) / all)
    const here = upTo - given
    given = upTo
    return here
  })
}

const hour = weighted([...[1, 1.4, 1.2, 0.6, 0.7, 1.1, 1.3, 1.3, 1.3, 1].entries()])

/** A moment of the day's opening hours, UTC ms. */
export const momentOf = (chance: Chance, day: Day): number => {
  const part = (hour(chance) + chance.next()) / OPEN_HOURS
  return Math.floor(day.opens + part * (day.closes - day.opens))
}

/** The moment after so many minutes of opening hours. */
export const afterWork = (days: readonly Day[], from: number, minutes: number): number => {
  const first = days[0] as Day
  let i = Math.max(0, Math.floor((from - first.opens) / DAY_MS))
  let left = minutes * MINUTE_MS
  let at = from
  for (; i < days.length; i += 1) {
    const { opens, closed } = days[i] as Day
    if (closed) continue
    const closes = opens + OPEN_HOURS * HOUR_MS
    at = Math.max(at, opens)
    if (at + left <= closes) return Math.floor(at + left)
    left -= Math.max(0, closes - at)
  }
  return Number.POSITIVE_INFINITY
}
