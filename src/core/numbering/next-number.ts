// The next number for a document that is made inside a command.
import { formatNumber } from '#shared/kernel/document-number.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { Writing } from '#core/command/context.ts'

/** The next number of the shop's one series: none ever repeats, whatever it stands on (rule WO-6). */
export const nextNumber = (
  ctx: Pick<Writing, 'shop' | 'db' | 'now'> & Readonly<{ services: Pick<Writing['services'], 'numbering'> }>,
): string => {
  if (!ctx.shop) throw new Error('no shop')
  const { branchCode, timeZone } = ctx.shop
  const [parts] = ctx.services.numbering.take(ctx.db, branchCode, businessDate(ctx.now, timeZone), 1)
  if (!parts) throw new Error('no number was given out')
  return formatNumber(parts).number
}
