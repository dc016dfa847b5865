// What the books say lies in a drawer (rule SET-8): the float of its open shift and what the shift moved, or what the
// last close left.
import { has } from '#shared/domain/staff/rights.ts'
import type { QueryContext } from '#core/command/context.ts'
import { postingsOfShift } from '#core/ledger/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { firstDrawer, lastClose, openShiftOf } from './repository.ts'
import type { ShiftRow } from './repository.ts'
import { tally } from './tally.ts'
import type { Tally } from './tally.ts'

type Reading = Pick<QueryContext, 'db'>

export const tallyOf = ({ db }: Reading, shift: ShiftRow): Tally =>
  tally(shift.float_fen, shift.drawer_id, postingsOfShift(db, shift.id))

/** Cash that the books say lies in the drawer of a shift. */
export const cashExpected = ({ methods }: Pick<Tally, 'methods'>): number =>
  methods.find(({ method }) => method === 'cash')?.expectedFen ?? 0

/** Cash in the drawer of this counter: no more can go out of it. */
export const cashInDrawer = (ctx: Reading): number => {
  const drawerId = firstDrawer(ctx.db)
  if (drawerId === undefined) return 0
  const shift = openShiftOf(ctx.db, drawerId)
  return shift ? cashExpected(tallyOf(ctx, shift)) : (lastClose(ctx.db, drawerId)?.left_fen ?? 0)
}

/** Whether somebody sees what should be in the drawer before it is counted (SET-8). */
export const seesExpected = ({ db, actor }: Pick<QueryContext, 'db' | 'actor'>): boolean =>
  has('confirmShift', actor.roles) || !readSettings(db).blindCount
