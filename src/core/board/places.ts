// Where an order stands on the board, as SQL: the same answer as `boardColumn`, given by an index instead of row by
// row. A test compares the two for every state and fact.
import { STATES, STATE_INFO } from '#shared/domain/work-order/states.ts'
import type { BoardColumn, State, WorkList } from '#shared/domain/work-order/states.ts'

/** Orders `w` in these states that also meet `where`, whose one `?` is the moment before which a pick-up is overdue. */
export type Place = Readonly<{ states: readonly State[]; where: string | null }>

const OVERDUE = 'coalesce(w.ready_at < ?, 0)'

/** A ready machine waits for our notice or courier, for its customer, or past the term. */
export const READY = {
  toNotify: `(w.return_by = 'delivery' or (w.t2 is null and not ${OVERDUE}))`,
  waitingPickup: `(w.return_by <> 'delivery' and w.t2 is not null and not ${OVERDUE})`,
  overduePickup: `(w.return_by <> 'delivery' and ${OVERDUE})`,
} as const satisfies Partial<Record<BoardColumn, string>>

export type ReadyColumn = keyof typeof READY
export const isReadyColumn = (column: BoardColumn): column is ReadyColumn => column in READY

export const placeOfColumn = (column: BoardColumn): Place =>
  isReadyColumn(column)
    ? { states: ['readyForPickup'], where: READY[column] }
    : { states: STATES.filter((state) => STATE_INFO[state].column === column), where: null }

export const placeOfList = (list: WorkList): Place => ({
  states: STATES.filter((state) => STATE_INFO[state].list === list),
  where: null,
})

/** In somebody's hands: given to a technician and not yet done with. */
export const IN_HAND = [
  'pendingReceive',
  'inService',
  'repeatService',
  'awaitingParts',
  'awaitingCustomer',
  'suspended',
] as const satisfies readonly State[]
