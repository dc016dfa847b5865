// The board: columns by who must act next, work lists, and what is in whose hands.
import { boards } from '#shared/contract/board.ts'
import type { BoardCard, BoardView } from '#shared/contract/board.ts'
import { BOARD_COLUMNS, WORK_LISTS } from '#shared/domain/work-order/states.ts'
import type { BoardColumn, State } from '#shared/domain/work-order/states.ts'
import type { QueryContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { labelOf } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { listPeople } from '#core/staff/index.ts'
import { isReadyColumn, placeOfColumn, placeOfList } from './places.ts'
import type { Place } from './places.ts'
import { cardsInHands, cardsOf, countStates, loadsOf, longestWaiting, promisedUntil } from './repository.ts'
import type { After, Asking, CardRow, Load, Sums } from './repository.ts'

const DAY_MS = 86_400_000

type Ask = Asking & Readonly<{ termDays: number }>

const askOf = (ctx: QueryContext, view: BoardView): Ask => {
  const { pickupTermDays: termDays } = readSettings(ctx.db)
  return {
    staffId: ctx.actor.staffId,
    now: ctx.now,
    readyBefore: ctx.now - termDays * DAY_MS,
    termDays,
    view,
  }
}

const cardOf =
  ({ now, termDays }: Ask) =>
  (row: CardRow): BoardCard => ({
    id: row.id,
    number: row.number,
    shortCode: row.short_code,
    state: row.state,
    label: labelOf(row, now, termDays),
    ver: row.ver,
    customerName: row.customer_name,
    company: row.company,
    device: row.device,
    reportedFault: row.reported_fault,
    service: row.service,
    primary: row.primary_name ?? '',
    dueAt: row.due_at,
    late: row.due_at !== null && row.due_at < now,
    backBy: row.back_by,
    urges: row.urges,
    important: row.important === 1,
    starred: row.starred === 1,
    reassignRequested: row.reassign_requested === 1,
    suspendReason: row.suspend_reason ?? '',
    stateSince: row.state_since,
  })

/** One card more than is shown was read, so that the end shows. */
const pageOf = (ctx: QueryContext, ask: Ask, place: Place, limit: number, after?: string) => {
  const rows = cardsOf(ctx.db, ask, place, limit + 1, after === undefined ? undefined : parseCursor(after))
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    cards: shown.map(cardOf(ask)),
    next: last === undefined ? null : `${last.urges}.${last.since}.${last.rowid}`,
  }
}

const parseCursor = (cursor: string): After | undefined => {
  const [urges, since, rowid] = cursor.split('.').map(Number)
  return [urges, since, rowid].every(Number.isSafeInteger)
    ? { urges: urges as number, since: since as number, rowid: rowid as number }
    : undefined
}

const sumOf = (sums: Sums, states: readonly State[]) => ({
  count: states.reduce((count, state) => count + (sums.states.get(state)?.count ?? 0), 0),
  late: states.reduce((late, state) => late + (sums.states.get(state)?.late ?? 0), 0),
})

const sumOfColumn = (sums: Sums, column: BoardColumn) =>
  isReadyColumn(column) ? sums.ready[column] : sumOf(sums, placeOfColumn(column).states)

export const boardEntries = implement(boards, {
  columns: (ctx, { view, perColumn }) => {
    const ask = askOf(ctx, view)
    const sums = countStates(ctx.db, ask)
    return {
      columns: BOARD_COLUMNS.map((column) => {
        const sum = sumOfColumn(sums, column)
        const page =
          sum.count === 0 ? { cards: [], next: null } : pageOf(ctx, ask, placeOfColumn(column), perColumn)
        return { column, ...sum, ...page }
      }),
      lists: WORK_LISTS.map((list) => ({ list, count: sumOf(sums, placeOfList(list).states).count })),
    }
  },

  column: (ctx, { column, view, after, limit }) =>
    pageOf(ctx, askOf(ctx, view), placeOfColumn(column), limit, after),

  list: (ctx, { list, view, after, limit }) => pageOf(ctx, askOf(ctx, view), placeOfList(list), limit, after),

  waiting: (ctx, { until, waiting, promised }) => {
    const ask = askOf(ctx, 'all')
    const { states } = countStates(ctx.db, ask)
    const due = promisedUntil(ctx.db, ask, until, promised)
    return {
      open: [...states.values()].reduce((sum, { count }) => sum + count, 0),
      waiting: longestWaiting(ctx.db, ask, waiting).map(cardOf(ask)),
      promised: { ...due, cards: due.cards.map(cardOf(ask)) },
    }
  },

  technicians: (ctx, { perRow }) => {
    const ask = askOf(ctx, 'all')
    const loads = new Map(loadsOf(ctx.db, ctx.now).map((load) => [load.staff_id, load]))
    const cards = cardsInHands(ctx.db, ask, perRow)
    const rowOf = (staffId: string | null, name: string, active: boolean) => ({
      staffId,
      name,
      active,
      count: 0,
      late: 0,
      ...sumOfLoad(loads.get(staffId)),
      cards: cards.filter((row) => holderOf(row) === staffId).map(cardOf(ask)),
    })
    const rows = listPeople(ctx.db)
      .filter(({ id, active, roles }) => (active && roles.includes('technician')) || loads.has(id))
      .map(({ id, name, active }) => rowOf(id, name, active))
      .toSorted((a, b) => b.count - a.count)
    return { rows: [rowOf(null, '', true), ...rows] }
  },
})

const sumOfLoad = (load: Load | undefined) => load && { count: load.count, late: load.late }

/** Nobody has what waits to be dispatched, whoever had it before. */
const holderOf = ({ state, primary_id }: CardRow): string | null =>
  state === 'pendingDispatch' ? null : primary_id
