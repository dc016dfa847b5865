// Texts cut to what a line of the list needs.
import { formatLocal } from '#shared/kernel/time.ts'
import type { DateText } from '#shared/kernel/time.ts'

/** The end of a serial number, by which people tell machines apart. */
export const tailOf = (serial: string): string => {
  const signs = [...serial]
  return signs.length > 6 ? `…${signs.slice(-6).join('')}` : serial
}

/** `14:03` today, `11-22 14:03` this year, `2025-11-22` before. */
export const shortTime = (ms: number, today: DateText, zone: string): string => {
  const full = formatLocal(ms, zone, 'dateTime')
  if (full.startsWith(today)) return full.slice(11)
  return full.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full.slice(0, 10)
}
