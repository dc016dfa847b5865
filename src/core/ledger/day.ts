// Which day of the books something falls into (rule SET-8): today, or the day after the last closed one when today
// is closed already or the clock was set back.
import { addDays, businessDate } from '#shared/kernel/time.ts'
import type { DateText } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { lastClosedDay } from './repository.ts'

export const openDay = ({ db, now, shop }: Pick<QueryContext, 'db' | 'now' | 'shop'>): DateText => {
  if (!shop) throw new Error('no shop')
  const today = businessDate(now, shop.timeZone)
  const closed = lastClosedDay(db)
  return closed === undefined || today > closed ? today : addDays(closed, 1)
}
