// Counting a drawer (rule SET-8): what was counted stands before anybody hears what was expected, and it stays.
import type { z } from 'zod'
import type { MethodCount, shifts } from '#shared/contract/shift.ts'
import { countedSum } from '#shared/domain/money/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext, QueryContext } from '#core/command/context.ts'
import { lastEntryOfShift } from '#core/ledger/index.ts'
import { cashExpected, seesExpected, tallyOf } from './in-drawer.ts'
import { countsOf, readShift } from './repository.ts'
import type { ShiftRow } from './repository.ts'
import { mayRecount, nameOf, showCount } from './show.ts'

type Input = z.output<typeof shifts.procedures.count.input>
type Output = z.output<typeof shifts.procedures.count.output>

/** The shift, while nobody has closed it. */
export const openShift = (ctx: QueryContext, id: string): ShiftRow | Refused => {
  const shift = readShift(ctx.db, id)
  if (!shift) return refuse('unknownShift', { field: 'id' })
  if (shift.closed_at === null) return shift
  return refuse('shiftAlreadyClosed', {
    field: 'id',
    number: shift.number,
    who: nameOf(ctx, shift.closed_by),
    at: shift.closed_at,
  })
}

export const count = (ctx: CommandContext, { id, pieces, others }: Input): Answer<Output> => {
  const shift = openShift(ctx, id)
  if (isRefused(shift)) return shift
  for (const [index, { noteFen }] of pieces.entries())
    if (pieces.findIndex((one) => one.noteFen === noteFen) < index)
      return refuse('noteTwice', { field: `pieces.${index}.noteFen`, noteFen })
  for (const [index, { method }] of others.entries())
    if (others.findIndex((one) => one.method === method) < index)
      return refuse('methodTwice', { field: `others.${index}.method`, method })
  const seen = lastEntryOfShift(ctx.db, id)
  if (!mayRecount(ctx, id, seen)) return refuse('alreadyRecounted', { field: 'id' })

  const found = tallyOf(ctx, shift)
  const countedFen = countedSum(pieces)
  const methods = found.methods.map(({ method, expectedFen }): MethodCount => {
    const other = others.find((one) => one.method === method)?.countedFen ?? null
    const counted = method === 'cash' ? countedFen : other
    return {
      method,
      expectedFen,
      countedFen: counted,
      differenceFen: counted === null ? null : counted - expectedFen,
    }
  })
  const position = countsOf(ctx.db, id).length + 1
  const countId = ctx.newId()
  ctx.insert(
    'shiftCount',
    countId,
    {
      shiftId: id,
      position,
      pieces: pieces.filter((one) => one.pieces > 0),
      methods,
      expectedFen: cashExpected(found),
      countedFen,
      seen,
      blind: !seesExpected(ctx) && position === 1,
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    'shift.counted',
  )
  ctx.audit({
    action: 'shift.counted',
    object: 'shift',
    objectId: id,
    details: { position, countedFen, expectedFen: cashExpected(found) },
  })
  ctx.changed('shift')
  const row = countsOf(ctx.db, id).at(-1)
  if (!row) throw new Error('the count is not there')
  return { count: showCount(ctx, row), mayRecount: mayRecount(ctx, id, seen) }
}
