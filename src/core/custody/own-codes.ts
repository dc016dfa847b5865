// The codes of shelves and loaners: one namespace, so that a scan means one thing. A code that nobody chose is made of
// a number of the shop's series, whose digits say what they stick on and which shop they are of (rule WO-6).
import { formatDigits, recognise } from '#shared/kernel/document-number.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { loanerByCode, placeByCode } from './repository.ts'

/** The code to keep; refused when it belongs to something already, or could be read as a document's. */
export const ownCode = (
  ctx: CommandContext,
  kind: 'place' | 'loaner',
  given: string | undefined,
): string | Refused => {
  if (given === undefined) {
    if (!ctx.shop) throw new Error('no shop yet')
    const { branchCode, timeZone } = ctx.shop
    const [parts] = ctx.services.numbering.take(ctx.db, branchCode, businessDate(ctx.now, timeZone), 1)
    if (!parts) throw new Error('no number was given out')
    return formatDigits(kind, parts)
  }
  const taken = placeByCode(ctx.db, given)?.name ?? loanerByCode(ctx.db, given)?.name
  if (taken !== undefined) return refuse('codeTaken', { field: 'code', name: taken })
  const read = recognise(given)
  return isRefused(read) || read.form !== 'none' ? refuse('codeTaken', { field: 'code', name: given }) : given
}
