// A shift as it is shown: its line, its report, and what a person who counts blind does not see before the count.
import type { z } from 'zod'
import type { MethodCount, ShiftLine, ShiftReport, shifts } from '#shared/contract/shift.ts'
import { MOST_COUNTS } from '#shared/domain/money/index.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Answer, QueryContext } from '#core/command/context.ts'
import { lastEntryOfShift } from '#core/ledger/index.ts'
import { notPrinted } from '#core/printing/index.ts'
import { receiptsOfShift } from '#core/receipts/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { seesExpected, tallyOf } from './in-drawer.ts'
import {
  countsOf,
  drawerName,
  firstDrawer,
  lastClose,
  openShiftOf,
  openingsOf,
  readShift,
  recentShifts,
} from './repository.ts'
import type { CountRow, ShiftRow } from './repository.ts'
import type { MethodTally } from './tally.ts'

type Current = z.output<typeof shifts.procedures.current.output>
type CountShown = ShiftReport['counts'][number]
type Block = Current['blocks'][number]

/** Shifts that the list shows. */
const LISTED = 30

export const showLine = (ctx: Pick<QueryContext, 'services'>, row: ShiftRow): ShiftLine => ({
  id: row.id,
  number: row.number,
  day: row.day,
  since: row.at,
  openedBy: nameOf(ctx, row.staff_id),
  standing: row.closed_at === null ? 'open' : row.confirmed_at === null ? 'closed' : 'confirmed',
  closedAt: row.closed_at,
  closedBy: nameOf(ctx, row.closed_by),
  differenceFen: row.difference_fen,
  leftFen: row.left_fen,
})

export const nameOf = ({ services }: Pick<QueryContext, 'services'>, staffId: string | null): string =>
  staffId === null ? '' : services.staffName(staffId)

/** The last count, while it is still of the money that is there. */
export const currentCount = ({ db }: Pick<QueryContext, 'db'>, shiftId: string): CountRow | undefined => {
  const last = countsOf(db, shiftId).at(-1)
  return last?.seen === lastEntryOfShift(db, shiftId) ? last : undefined
}

export const mayRecount = ({ db }: Pick<QueryContext, 'db'>, shiftId: string, seen: string): boolean =>
  countsOf(db, shiftId).filter((one) => one.seen === seen).length < MOST_COUNTS

/** Every one is cleared with its verb, never by leaving it. */
export const blocksOf = ({ db }: Pick<QueryContext, 'db'>, shiftId: string): Block[] => {
  const receipts = receiptsOfShift(db, shiftId)
  const missing = new Set(
    notPrinted(
      db,
      receipts.map(({ id }) => id),
    ),
  )
  return receipts
    .filter(({ id }) => missing.has(id))
    .map(({ id, number }) => ({ code: 'receiptNotPrinted', verb: 'print', objectId: id, number }))
}

export const showCount = (ctx: Pick<QueryContext, 'services'>, row: CountRow): CountShown => ({
  id: row.id,
  at: row.at,
  who: nameOf(ctx, row.staff_id),
  blind: row.blind === 1,
  pieces: row.pieces,
  methods: row.methods,
})

export const current = (ctx: QueryContext): Current => {
  const { db, shop } = ctx
  const drawerId = firstDrawer(db)
  const shift = drawerId === undefined ? undefined : openShiftOf(db, drawerId)
  const count = shift && currentCount(ctx, shift.id)
  const looks = seesExpected(ctx) || count !== undefined
  return {
    drawer: drawerId === undefined ? null : { id: drawerId, name: drawerName(db, drawerId) },
    approvalFor: drawerId ?? shop?.id ?? '',
    shift: shift ? showLine(ctx, shift) : null,
    floatFen: shift?.float_fen ?? (drawerId === undefined ? 0 : (lastClose(db, drawerId)?.left_fen ?? 0)),
    expected:
      shift && looks
        ? tallyOf(ctx, shift).methods.map(({ method, expectedFen }) => ({ method, amountFen: expectedFen }))
        : null,
    count: count
      ? { ...showCount(ctx, count), mayRecount: mayRecount(ctx, count.shift_id, count.seen) }
      : null,
    differenceLimitFen: readSettings(db).countDifferenceLimitFen,
    blocks: shift ? blocksOf(ctx, shift.id) : [],
    openings: shift ? showOpenings(ctx, shift.id) : [],
    shifts: recentShifts(db, LISTED).map((row) => showLine(ctx, row)),
  }
}

const showOpenings = (ctx: QueryContext, shiftId: string): ShiftReport['openings'] =>
  openingsOf(ctx.db, shiftId).map((row) => ({
    at: row.at,
    who: nameOf(ctx, row.staff_id),
    reason: row.reason,
    receiptId: row.receipt_id,
    receiptNumber: row.receipt_number,
    approvedBy: nameOf(ctx, row.approved_by),
  }))

export const report = (ctx: QueryContext, id: string): Answer<ShiftReport> => {
  const shift = readShift(ctx.db, id)
  if (!shift) return refuse('unknownShift', { field: 'id' })
  if (shift.closed_at === null && !seesExpected(ctx) && !currentCount(ctx, id))
    return refuse('countFirst', { field: 'id' })
  return showReport(ctx, shift)
}

/** From the entries of the shift and what was written down at its close. */
export const showReport = (ctx: QueryContext, shift: ShiftRow): ShiftReport => {
  const { methods, takers, cashMoves, receipts } = tallyOf(ctx, shift)
  const counts = countsOf(ctx.db, shift.id)
  const closedOn = counts.find(({ id }) => id === shift.count_id)
  return {
    shift: showLine(ctx, shift),
    drawer: shift.drawer,
    floatFen: shift.float_fen,
    methods: methods.map((one) => ({ ...one, ...countedOf(one, closedOn) })),
    receipts,
    takers: takers.map((one) => ({
      who: nameOf(ctx, one.staffId),
      method: one.method,
      receipts: one.receipts.size,
      amountFen: one.amountFen,
    })),
    cashMoves: cashMoves.map(({ staffId, approvedBy, ...move }) => ({
      ...move,
      who: nameOf(ctx, staffId),
      approvedBy: nameOf(ctx, approvedBy),
    })),
    openings: showOpenings(ctx, shift.id),
    counts: counts.map((row) => showCount(ctx, row)),
    close:
      shift.closed_at === null
        ? null
        : {
            at: shift.closed_at,
            who: nameOf(ctx, shift.closed_by),
            nextWho: nameOf(ctx, shift.next_staff_id),
            takenFen: shift.taken_fen ?? 0,
            leftFen: shift.left_fen ?? 0,
            reason: shift.close_reason ?? '',
          },
    confirmation:
      shift.confirmed_at === null
        ? null
        : {
            at: shift.confirmed_at,
            who: nameOf(ctx, shift.confirmed_by),
            alone: shift.alone === 1,
            note: shift.note ?? '',
          },
  }
}

const countedOf = (
  { method, expectedFen }: MethodTally,
  count: CountRow | undefined,
): Pick<MethodCount, 'countedFen' | 'differenceFen'> => {
  const countedFen = count?.methods.find((one) => one.method === method)?.countedFen ?? null
  return { countedFen, differenceFen: countedFen === null ? null : countedFen - expectedFen }
}
