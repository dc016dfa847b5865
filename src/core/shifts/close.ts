// Closing a shift on its count, and confirming it (rule SET-8): the difference is booked with its reason, what is
// taken out lies in the safe, what stays is the float of the next one. Whoever counted does not confirm.
import type { z } from 'zod'
import type { ShiftReport, shifts } from '#shared/contract/shift.ts'
import { CLOSING_KINDS, cashMove, differencePostings } from '#shared/domain/money/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext, PrepareContext } from '#core/command/context.ts'
import { book } from '#core/ledger/index.ts'
import { recordSoloAct } from '#core/review/index.ts'
import { checkPassword, checkPin } from '#core/sessions/index.ts'
import { mayCombineDuties, readSettings } from '#core/shop/index.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'
import { openShift } from './count.ts'
import { openDrawer } from './drawer.ts'
import { countsOf, readShift } from './repository.ts'
import type { CountRow, ShiftRow } from './repository.ts'
import { blocksOf, currentCount, nameOf, showReport } from './show.ts'

type CloseInput = z.output<typeof shifts.procedures.close.input>
type ConfirmInput = z.output<typeof shifts.procedures.confirm.input>

/** Whoever takes the drawer over says so with his own secret. */
export const nextPerson = async (
  ctx: PrepareContext,
  { id, next }: CloseInput,
): Promise<Answer<PersonWithPassword | null>> => {
  if (!next) return null
  // Nobody's secret is asked for a shift that cannot be closed.
  const shift = openShift(ctx, id)
  if (isRefused(shift)) return shift
  const { staffNo, pin, password } = next
  if (pin === undefined && password === undefined) return refuse('secretMissing', { field: 'next.password' })
  const person =
    password === undefined
      ? await checkPin(ctx, staffNo, pin ?? '')
      : await checkPassword(ctx, staffNo, password)
  if (isRefused(person)) return person
  return has('countShift', person.roles)
    ? person
    : refuse('mayNotTakeOver', { field: 'next.staffNo', name: person.name })
}

export const close = (
  ctx: CommandContext,
  input: CloseInput,
  next: PersonWithPassword | null,
): Answer<ShiftReport> => {
  const { id, takenFen, reason } = input
  const shift = openShift(ctx, id)
  if (isRefused(shift)) return shift
  const blocks = blocksOf(ctx, id)
  if (blocks.length > 0) return refuse('shiftBlocked', { field: 'id', blocks })
  const count = currentCount(ctx, id)
  if (count?.id !== input.countId) return refuse('countOutdated', { field: 'countId' })
  const wrong = countProblem(ctx, input, count)
  if (wrong) return wrong

  const cash = count.counted_fen - count.expected_fen
  const { drawer_id: drawerId } = shift
  if (cash !== 0)
    book(ctx, { kind: CLOSING_KINDS.difference, shiftId: id, reason }, differencePostings(drawerId, cash))
  if (takenFen > 0) {
    book(ctx, { kind: CLOSING_KINDS.taken, shiftId: id }, [cashMove(drawerId, false, 'safe', takenFen)])
    openDrawer(ctx, { drawerId, shiftId: id, reason: shift.number })
  }
  const leftFen = count.counted_fen - takenFen
  ctx.insert(
    'shiftClose',
    id,
    {
      countId: count.id,
      takenFen,
      leftFen,
      reason,
      at: ctx.now,
      staffId: ctx.actor.staffId,
      nextStaffId: next?.id ?? null,
    },
    'shift.closed',
  )
  ctx.audit({
    action: 'shift.closed',
    object: 'shift',
    objectId: id,
    details: { number: shift.number, differenceFen: cash, takenFen, leftFen, next: next?.id ?? null },
  })
  ctx.changed('shift')
  return reportNow(ctx, id)
}

/** Why it cannot be closed on this count: the reason for what is over or short, or more taken than was there. */
const countProblem = (
  { db }: CommandContext,
  { reason, takenFen }: CloseInput,
  count: CountRow,
): Refused | undefined => {
  const limitFen = readSettings(db).countDifferenceLimitFen
  const worst = count.methods
    .map(({ differenceFen }) => differenceFen ?? 0)
    .reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0)
  if (Math.abs(worst) > limitFen && reason === '')
    return refuse('differenceReasonMissing', { field: 'reason', differenceFen: worst, limitFen })
  if (takenFen > count.counted_fen)
    return refuse('takenTooMuch', { field: 'takenFen', mostFen: count.counted_fen })
  return undefined
}

export const confirm = (ctx: CommandContext, { id, note }: ConfirmInput): Answer<ShiftReport> => {
  const shift = readShift(ctx.db, id)
  if (!shift) return refuse('unknownShift', { field: 'id' })
  if (shift.closed_at === null) return refuse('shiftStillOpen', { field: 'id', number: shift.number })
  if (shift.confirmed_at !== null)
    return refuse('shiftAlreadyConfirmed', {
      field: 'id',
      who: nameOf(ctx, shift.confirmed_by),
      at: shift.confirmed_at,
    })
  const alone = hasCounted(ctx, shift)
  if (alone && !mayCombineDuties(ctx.db)) return refuse('ownCount', { field: 'id' })
  if (alone) recordSoloAct(ctx, 'confirmsOwnCount', null)
  ctx.insert(
    'shiftConfirmation',
    id,
    { alone, note, at: ctx.now, staffId: ctx.actor.staffId },
    'shift.confirmed',
  )
  ctx.audit({
    action: 'shift.confirmed',
    object: 'shift',
    objectId: id,
    details: { number: shift.number, alone },
  })
  ctx.changed('shift')
  return reportNow(ctx, id)
}

/** Counted it, or closed it on somebody's count. */
const hasCounted = ({ db, actor }: CommandContext, { id, closed_by }: ShiftRow): boolean =>
  closed_by === actor.staffId || countsOf(db, id).some(({ staff_id }) => staff_id === actor.staffId)

const reportNow = (ctx: CommandContext, id: string): ShiftReport => {
  const shift = readShift(ctx.db, id)
  if (!shift) throw new Error('the shift is not there')
  return showReport(ctx, shift)
}
