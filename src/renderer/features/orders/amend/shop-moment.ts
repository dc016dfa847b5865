// A date picker works with the clock of this computer; the promise is kept by the clock of the shop.
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { formatLocal, startOfBusinessDay } from '#shared/kernel/time.ts'

/** The shop's clock as a picker's value. */
export const toPicker = (ms: number | null, zone: string): Dayjs | null =>
  ms === null ? null : dayjs(formatLocal(ms, zone, 'dateTime').replace(' ', 'T'))

/** What was picked, as an instant of the shop. */
export const fromPicker = (picked: Dayjs | null, zone: string): number | null => {
  if (picked === null) return null
  const minutes = picked.hour() * 60 + picked.minute()
  return startOfBusinessDay(picked.format('YYYY-MM-DD'), zone) + minutes * 60_000
}
