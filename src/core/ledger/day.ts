// Which day of the books something falls into (rule SET-8): today, or the day after the last closed one when today
// is closed already. A clock that is set back while a shift is open does not take its money back to an earlier day.
import { addDays, businessDate } from '#shared/kernel/time.ts'
import type { DateText } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { dayOfOpenShifts, lastClosedDay } from './repository.ts'

export const openDay = ({ db, now, shop }: Pick<QueryContext, 'db' | 'now' | 'shop'>): DateText => {
  if (!shop) throw new Error('no shop')
  const closed = lastClosedDay(db)
  const days = [businessDate(now, shop.timeZone), dayOfOpenShifts(db) ?? '']
  if (closed !== undefined) days.push(addDays(closed, 1))
  return days.reduce((latest, day) => (day > latest ? day : latest))
}
