// Reads the unfinished orders of the board by its two indexes: one keeps a column's cards in order, the other holds
// every fact by which cards are counted and narrowed.
import type { BoardView } from '#shared/contract/board.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import type { ReturnBy, Service } from '#shared/domain/work-order/order.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, SqlValue } from '#core/db/handle.ts'
import type { Place, ReadyColumn } from './places.ts'
import { IN_HAND, READY } from './places.ts'

export type CardRow = {
  rowid: number
  since: number
  id: string
  number: string
  short_code: string
  state: State
  ver: number
  customer_name: string
  company: string
  device: string
  reported_fault: string
  service: Service
  return_by: ReturnBy
  t2: number | null
  ready_at: number | null
  primary_id: string | null
  primary_name: string | null
  due_at: number | null
  back_by: number | null
  urges: number
  important: number
  starred: number
  reassign_requested: number
  suspend_reason: string | null
  state_since: number
}

/** Who asks, when, and before which moment a ready machine is past the pick-up term. */
export type Asking = Readonly<{ staffId: string; now: number; readyBefore: number; view: BoardView }>
/** The place of the last card that was shown. */
export type After = Readonly<{ urges: number; since: number; rowid: number }>

const OPEN = `w.state not in ('closed', 'cancelled')`
const FACTS = 'work_order w indexed by work_order_board_facts'
const IN_ORDER = 'work_order w indexed by work_order_board'
const URGES = 'coalesce(w.urges, 0)'
const SINCE = 'coalesce(w.promised_at, w.next_contact_by, w.state_since)'
const DUE = 'coalesce(w.promised_at, w.next_contact_by)'

type Part = Readonly<{ sql: string; values: readonly SqlValue[] }>
const part = (sql: string, ...values: SqlValue[]): Part => ({ sql, values })
const all = (parts: readonly Part[]): Part => ({
  sql: parts.map((one) => one.sql).join(' and '),
  values: parts.flatMap((one) => one.values),
})

const inView = ({ view, staffId, now }: Asking): readonly Part[] => {
  switch (view) {
    case 'all':
      return []
    case 'mine':
      return [part('(w.primary_id = ? or w.created_by = ?)', staffId, staffId)]
    case 'starred':
      return [
        part(
          `w.rowid in (select o.rowid from order_star s join work_order o on o.id = s.order_id where s.staff_id = ?)`,
          staffId,
        ),
      ]
    case 'important':
      return [part('w.important = 1')]
    case 'overdue':
      return [part(`${DUE} < ?`, now)]
    case 'urged':
      return [part(`${URGES} > 0`)]
  }
}

const behind = (after: After | undefined): readonly Part[] =>
  after === undefined
    ? []
    : [
        part(
          `${URGES} <= ? and (${URGES} < ? or (${SINCE}, w.rowid) > (?, ?))`,
          after.urges,
          after.urges,
          after.since,
          after.rowid,
        ),
      ]

const CARD = `w.rowid, p.since, w.id, w.number, w.short_code, w.state, w.ver, c.name as customer_name, c.company,
  case when d.brand || d.model = '' then d.category else trim(d.brand || ' ' || d.model) end as device, w.reported_fault, w.service, w.return_by, w.t2,
  w.ready_at, w.primary_id, s.name as primary_name, ${DUE} as due_at, w.back_by, ${URGES} as urges, w.important,
  exists (select 1 from order_star x where x.staff_id = ? and x.order_id = w.id) as starred,
  w.reassign_requested, w.suspend_reason, w.state_since`

/** The cards of the chosen places; only these rows are read whole. */
const cards = (db: ReadDb, staffId: string, chosen: Part, order: string): CardRow[] =>
  db.all<CardRow>(
    text(
      `select ${CARD} from (${chosen.sql}) p join work_order w on w.rowid = p.place
       join customer c on c.id = w.customer_id join device d on d.id = w.device_id
       left join staff s on s.id = w.primary_id order by ${order}`,
      staffId,
      ...chosen.values,
    ),
  )

const BOARD_ORDER = 'p.urges desc, p.since, p.place'
const CHOSEN = `select w.rowid as place, ${URGES} as urges, ${SINCE} as since`

/** The next cards of a place: urged first, then the longest overdue. */
export const cardsOf = (
  db: ReadDb,
  asking: Asking,
  { states, where }: Place,
  limit: number,
  after?: After,
): CardRow[] => {
  const narrowed = [
    ...inView(asking),
    ...(where === null ? [] : [part(where, asking.readyBefore)]),
    ...behind(after),
  ]
  // Unnarrowed, each state stands in order already; else its facts are looked through and the first are sorted out.
  const index = inView(asking).length > 0 || where !== null ? FACTS : IN_ORDER
  const each = states.map((state) => {
    const { sql, values } = all([part('w.state = ?', state), part(OPEN), ...narrowed])
    const some = `${CHOSEN} from ${index} where ${sql} order by urges desc, since, place limit ?`
    return part(states.length === 1 ? some : `select * from (${some})`, ...values, limit)
  })
  const together = part(
    each.map(({ sql }) => sql).join(' union all '),
    ...each.flatMap(({ values }) => values),
  )
  const chosen =
    states.length === 1
      ? together
      : part(
          `select * from (${together.sql}) order by urges desc, since, place limit ?`,
          ...together.values,
          limit,
        )
  return cards(db, asking.staffId, chosen, BOARD_ORDER)
}

type Sum = Readonly<{ count: number; late: number }>
export type Sums = Readonly<{ states: ReadonlyMap<State, Sum>; ready: Readonly<Record<ReadyColumn, Sum>> }>

const READY_NAMES = Object.keys(READY) as readonly ReadyColumn[]
const LATE = `(${DUE} < ?)`

/** How many cards each state holds, and each kind of ready machine: only those are told apart by more than their state. */
export const countStates = (db: ReadDb, asking: Asking): Sums => {
  const { now, readyBefore } = asking
  const view = inView(asking)
  const open = all([part(OPEN), ...view])
  const rows = db.all<{ state: State; count: number; late: number | null }>(
    text(
      `select w.state, count(*) as count, sum(${LATE}) as late from ${FACTS} where ${open.sql} group by w.state`,
      now,
      ...open.values,
    ),
  )
  const kinds = READY_NAMES.flatMap((name) => [
    part(`sum(${READY[name]}) as ${name}`, readyBefore),
    part(`sum(${READY[name]} and ${LATE}) as ${name}Late`, readyBefore, now),
  ])
  const ready = all([part(`w.state = 'readyForPickup'`), part(OPEN), ...view])
  const sums = db.get<Record<string, number | null>>(
    text(
      `select ${kinds.map((kind) => kind.sql).join(', ')} from ${FACTS} where ${ready.sql}`,
      ...kinds.flatMap((kind) => kind.values),
      ...ready.values,
    ),
  )
  return {
    states: new Map(rows.map(({ state, count, late }) => [state, { count, late: late ?? 0 }])),
    ready: Object.fromEntries(
      READY_NAMES.map((name) => [name, { count: sums?.[name] ?? 0, late: sums?.[`${name}Late`] ?? 0 }]),
    ) as Record<ReadyColumn, Sum>,
  }
}

/** Who waits longest in the present state, the urged first. */
export const longestWaiting = (db: ReadDb, asking: Asking, limit: number): CardRow[] =>
  cards(
    db,
    asking.staffId,
    part(
      `select w.rowid as place, ${URGES} as urges, w.state_since as since from ${FACTS} where ${OPEN}
       order by urges desc, since, place limit ?`,
      limit,
    ),
    BOARD_ORDER,
  )

/** What was promised before a moment, the most overdue first, and how much of it there is. */
export const promisedUntil = (
  db: ReadDb,
  asking: Asking,
  until: number,
  limit: number,
): Sum & Readonly<{ cards: CardRow[] }> => {
  const sums = db.get<{ count: number; late: number | null }>(
    text(
      `select count(*) as count, sum(${LATE}) as late from ${FACTS} where ${OPEN} and ${DUE} < ?`,
      asking.now,
      until,
    ),
  )
  const chosen = part(
    `select w.rowid as place, ${URGES} as urges, ${DUE} as since from ${FACTS} where ${OPEN} and ${DUE} < ?
     order by since, place limit ?`,
    until,
    limit,
  )
  return {
    count: sums?.count ?? 0,
    late: sums?.late ?? 0,
    cards: cards(db, asking.staffId, chosen, 'p.since, p.place'),
  }
}

const HANDS = IN_HAND.map((state) => `'${state}'`).join()
/** Whose an order is: its technician's while in his hands, nobody's (null) while it waits to be dispatched. */
const HELD = `((w.primary_id is not null and w.state in (${HANDS})) or w.state = 'pendingDispatch')`
const HOLDER = `case when w.state = 'pendingDispatch' then null else w.primary_id end`

export type Load = Sum & Readonly<{ staff_id: string | null }>

export const loadsOf = (db: ReadDb, now: number): Load[] =>
  db
    .all<{ staff_id: string | null; count: number; late: number | null }>(
      text(
        `select ${HOLDER} as staff_id, count(*) as count, sum(${LATE}) as late from ${FACTS}
         where ${OPEN} and ${HELD} group by 1`,
        now,
      ),
    )
    .map((row) => ({ ...row, late: row.late ?? 0 }))

/** The first cards of every holder. */
export const cardsInHands = (db: ReadDb, asking: Asking, perRow: number): CardRow[] =>
  cards(
    db,
    asking.staffId,
    part(
      `select place, urges, since from (
         ${CHOSEN}, row_number() over (partition by ${HOLDER} order by ${URGES} desc, ${SINCE}, w.rowid) as nth
         from ${FACTS} where ${OPEN} and ${HELD}) where nth <= ?`,
      perRow,
    ),
    BOARD_ORDER,
  )
