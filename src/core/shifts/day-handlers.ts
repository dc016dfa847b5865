// Days of the books (rule SET-8): where they are, and ending one. A day ends with its shifts closed and with a backup;
// what comes later falls into the next one. A day that nobody closed ends with the next that somebody closes.
import type { z } from 'zod'
import { days } from '#shared/contract/shift.ts'
import { PAYMENT_METHODS } from '#shared/domain/money/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import { addDays, businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import { insertBackup } from '#core/backup/index.ts'
import type { MadeBackup } from '#core/backup/index.ts'
import type { QueryContext } from '#core/command/context.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { lastClosedDay, openDay } from '#core/ledger/index.ts'
import { takingsOfDays } from '#core/receipts/index.ts'
import { soloActsSince } from '#core/review/index.ts'
import { closedDays, openShiftsUpTo, shiftsOfDays } from './repository.ts'
import { nameOf, showLine } from './show.ts'

type Closed = z.output<typeof days.procedures.close.output>

const FIRST_DAY = '1970-01-01'
const MOST_ACTS = 500
/** Closed days that are shown. */
const LISTED = 30

const zoneOf = ({ shop }: QueryContext): string => {
  if (!shop) throw new Error('no shop')
  return shop.timeZone
}

/** Why this day cannot be closed now. */
const dayProblem = (ctx: QueryContext, day: string): Refused | undefined => {
  const closed = lastClosedDay(ctx.db)
  if (closed !== undefined && day <= closed) return refuse('dayClosed', { field: 'day', day: closed })
  const today = businessDate(ctx.now, zoneOf(ctx))
  if (day > today) return refuse('dayInFuture', { field: 'day', today })
  const open = openShiftsUpTo(ctx.db, day)
  return open.length === 0
    ? undefined
    : refuse('shiftsOpen', { field: 'day', numbers: open.map(({ number }) => number) })
}

const totalsOf = ({ db }: QueryContext, after: string | undefined, upTo: string): Closed['totals'] => {
  const takings = takingsOfDays(db, after ?? FIRST_DAY, upTo)
  return PAYMENT_METHODS.map((method) => {
    const found = takings.find((one) => one.method === method)
    return { method, receiptsFen: found?.receipts_fen ?? 0, refundsFen: found?.refunds_fen ?? 0 }
  })
}

/** What one person did alone on the days after `after` up to `upTo`, the newest first. */
const soloActsOf = (ctx: QueryContext, after: string | undefined, upTo: string): Closed['soloActs'] => {
  const zone = zoneOf(ctx)
  const from = startOfBusinessDay(after === undefined ? upTo : addDays(after, 1), zone)
  const until = startOfBusinessDay(addDays(upTo, 1), zone)
  return soloActsSince(ctx.db, from, MOST_ACTS)
    .filter(({ at }) => at < until)
    .map(({ duty, order_id, number, at, who }) => ({ duty, orderId: order_id, number, at, who }))
}

const shiftsSince = (ctx: QueryContext, after: string | undefined, upTo: string): Closed['shifts'] =>
  shiftsOfDays(ctx.db, after ?? FIRST_DAY, upTo).map((row) => showLine(ctx, row))

export const dayEntries = implement(days, {
  current: (ctx) => {
    const day = openDay(ctx)
    const closed = lastClosedDay(ctx.db)
    return {
      day,
      today: businessDate(ctx.now, zoneOf(ctx)),
      totals: totalsOf(ctx, closed, day),
      shifts: shiftsSince(ctx, closed, day),
      openShifts: openShiftsUpTo(ctx.db, day).map(({ id, number, at, staff_id }) => ({
        id,
        number,
        since: at,
        openedBy: nameOf(ctx, staff_id),
      })),
      soloActs: soloActsOf(ctx, closed, day),
      closed: closedDays(ctx.db, LISTED).map(({ staff_id, ...row }) => ({
        ...row,
        who: nameOf(ctx, staff_id),
      })),
    }
  },

  close: prepared<typeof days.procedures.close, MadeBackup>({
    // Asked before the backup and again in the transaction: a shift may open meanwhile.
    prepare: async (ctx, { day }) => {
      const wrong = dayProblem(ctx, day)
      if (wrong) return wrong
      try {
        return await ctx.services.backups.make('dayClose', ctx.now, zoneOf(ctx))
      } catch (error) {
        return refuse('backupFailed', { reason: (error as Error).message })
      }
    },
    run: (ctx, { day }, made) => {
      const wrong = dayProblem(ctx, day)
      if (wrong) return wrong
      const before = lastClosedDay(ctx.db)
      insertBackup(ctx.db, ctx.newId(), made)
      const id = ctx.newId()
      ctx.insert(
        'dayClose',
        id,
        { day, backup: made.file, at: ctx.now, staffId: ctx.actor.staffId },
        'day.closed',
      )
      ctx.audit({ action: 'day.closed', object: 'day', objectId: id, details: { day, backup: made.file } })
      ctx.changed('shift', 'money', 'backup')
      return {
        day,
        nextDay: openDay(ctx),
        totals: totalsOf(ctx, before, day),
        shifts: shiftsSince(ctx, before, day),
        backup: { file: made.file, bytes: made.bytes },
        soloActs: soloActsOf(ctx, before, day),
      }
    },
  }),
})
