// Lists of orders by saved view, page by page (rules WO-5, WO-8), the urged ones raised in each (CLK-11).
import type { OrderView } from '#shared/contract/orders.ts'
import { STATES, isFinal } from '#shared/domain/work-order/states.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import type { ReturnBy, Service } from '#shared/domain/work-order/order.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, SqlValue } from '#core/db/handle.ts'

export type LineRow = {
  id: string
  number: string
  state: State
  state_since: number
  customer_id: string
  customer_name: string
  company: string
  device: string
  serial: string
  reported_fault: string
  important: number
  starred: number
  next_contact_by: number | null
  printed_at: number | null
  papers_outdated: number
  created_at: number
  rowid: number
  service: Service
  return_by: ReturnBy
  t2: number | null
  ready_at: number | null
  urges: number
}

/** What a list asks; `limit` is one more than a page holds, so that its end shows. */
export type ListAsk = Readonly<{
  view: OrderView
  state?: State | undefined
  text: string
  from?: number | undefined
  until?: number | undefined
  after?: Place | undefined
  limit: number
  staffId: string
  now: number
  startOfToday: number
  /** So many orders are looked through for a text in one go: the core answers nobody else meanwhile. */
  scanAtOnce: number
}>

/** States in which the first answer to the customer is still owed. */
const WAITING_FOR_RESPONSE = [
  'pendingReview',
  'pendingBranch',
  'accepted',
  'pendingDispatch',
  'pendingReceive',
] as const

const among = (states: readonly State[]): string =>
  `w.state in (${states.map((state) => `'${state}'`).join()})`
/** Named one by one, the open states are looked up in the index of states; "not closed" would read all of it. */
const OPEN = among(STATES.filter((state) => !isFinal(state)))

/** Narrows a query on `work_order as w` to a saved view (rule WO-5). */
const inView = (
  view: OrderView,
  staffId: string,
  now: number,
  startOfToday: number,
): { where: string; bindings: SqlValue[] } => {
  switch (view) {
    case 'all':
      return { where: '1 = 1', bindings: [] }
    case 'unfinished':
      return { where: `w.state not in ('closed', 'cancelled')`, bindings: [] }
    case 'waitingForResponse':
      return { where: among(WAITING_FOR_RESPONSE), bindings: [] }
    case 'starred':
      return { where: 'w.id in (select order_id from order_star where staff_id = ?)', bindings: [staffId] }
    case 'important':
      return { where: 'w.important = 1', bindings: [] }
    case 'overdue':
      return { where: `${OPEN} and w.next_contact_by < ?`, bindings: [now] }
    case 'mine':
      return { where: `w.created_by = ? and w.state not in ('closed', 'cancelled')`, bindings: [staffId] }
    case 'today':
      return { where: 'w.created_at >= ?', bindings: [startOfToday] }
  }
}

const LINE_COLUMNS = `w.rowid, w.id, w.number, w.state, w.state_since, w.customer_id, c.name as customer_name, c.company,
  trim(d.category || ' ' || d.brand || ' ' || d.model) as device, d.serial, w.reported_fault, w.important,
  exists (select 1 from order_star s where s.staff_id = ? and s.order_id = w.id) as starred,
  w.next_contact_by, w.printed_at, w.papers_outdated, w.created_at, w.service, w.return_by, w.t2, w.ready_at,
  coalesce(w.urges, 0) as urges`

/** Behind which order a page begins; `urges` is there while the raised ones are told. */
export type Place = Readonly<{ createdAt: number; rowid: number; urges?: number }>
export type Listed = Readonly<{
  orders: readonly LineRow[]
  /** Where a search for text stopped before it had enough; it may go on behind this order. */
  stoppedAt: Place | undefined
}>

/** Whether a row stands among those that an urge raises. */
export const isRaised = ({ urges, state }: LineRow): boolean => urges > 0 && !isFinal(state)

const URGED = `coalesce(w.urges, 0) > 0`
const NOT_RAISED = `not (${URGED} and w.state not in ('closed', 'cancelled'))`

/**
 * Unfinished orders that somebody urged come first, the most urged on top (CLK-11); behind them all others, newest
 * first. Each part has an order of its own, so that a cursor names one place in one of them.
 */
export const listOrders = (db: ReadDb, ask: ListAsk): Listed => {
  const raised = ask.after !== undefined && ask.after.urges === undefined ? [] : raisedOrders(db, ask)
  if (raised.length >= ask.limit) return { orders: raised, stoppedAt: undefined }
  const after = ask.after?.urges === undefined ? ask.after : undefined
  const { orders, stoppedAt } = otherOrders(db, { ...ask, after, limit: ask.limit - raised.length })
  return { orders: [...raised, ...orders], stoppedAt }
}

/** What view, state and period leave of the orders `w`. */
const narrowed = (ask: ListAsk) => {
  const view = inView(ask.view, ask.staffId, ask.now, ask.startOfToday)
  const where = [view.where]
  const bindings: SqlValue[] = [...view.bindings]
  const add = (clause: string, ...values: SqlValue[]): void => {
    where.push(clause)
    bindings.push(...values)
  }
  if (ask.state) add('w.state = ?', ask.state)
  if (ask.from !== undefined) add('w.created_at >= ?', ask.from)
  if (ask.until !== undefined) add('w.created_at < ?', ask.until)
  return { where, bindings, add }
}

const JOINED = 'join customer c on c.id = w.customer_id join device d on d.id = w.device_id'
const HOLDS_TEXT = ['w.number', 'c.name', 'd.model', 'd.serial', 'w.reported_fault']
  .map((column) => `${column} like ? escape '\\'`)
  .join(' or ')
const likeOf = (typed: string): string[] =>
  Array<string>(5).fill(`%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)

const raisedOrders = (db: ReadDb, ask: ListAsk): LineRow[] => {
  const { where, bindings, add } = narrowed(ask)
  add(`${OPEN} and w.state not in ('closed', 'cancelled') and ${URGED}`)
  if (ask.after)
    add(
      '(coalesce(w.urges, 0), w.created_at, w.rowid) < (?, ?, ?)',
      ask.after.urges ?? 0,
      ask.after.createdAt,
      ask.after.rowid,
    )
  if (ask.text !== '') add(`(${HOLDS_TEXT})`, ...likeOf(ask.text))
  return db.all<LineRow>(
    text(
      `select ${LINE_COLUMNS} from work_order w indexed by work_order_board ${JOINED} where ${where.join(' and ')}
       order by urges desc, w.created_at desc, w.rowid desc limit ?`,
      ask.staffId,
      ...bindings,
      ask.limit,
    ),
  )
}

const otherOrders = (db: ReadDb, ask: ListAsk): Listed => {
  const { where, bindings, add } = narrowed(ask)
  add(NOT_RAISED)
  if (ask.after) add('(w.created_at, w.rowid) < (?, ?)', ask.after.createdAt, ask.after.rowid)
  const newestFirst = 'order by w.created_at desc, w.rowid desc'
  const inList = `from work_order w where ${where.join(' and ')} ${newestFirst}`
  const lines = (orders: string, fits: string, ...values: SqlValue[]) =>
    db.all<LineRow>(
      text(
        `select ${LINE_COLUMNS} from ${orders} w ${JOINED} where ${fits} ${newestFirst} limit ?`,
        ask.staffId,
        ...bindings,
        ...values,
        ask.limit,
      ),
    )
  if (ask.text === '') return { orders: lines('work_order', where.join(' and ')), stoppedAt: undefined }

  const orders = lines(`(select w.* ${inList} limit ${ask.scanAtOnce})`, HOLDS_TEXT, ...likeOf(ask.text))
  const last = db.get<{ created_at: number; rowid: number }>(
    text(`select w.created_at, w.rowid ${inList} limit 1 offset ${ask.scanAtOnce - 1}`, ...bindings),
  )
  return { orders, stoppedAt: last && { createdAt: last.created_at, rowid: last.rowid } }
}

export const countView = (
  db: ReadDb,
  view: OrderView,
  staffId: string,
  now: number,
  startOfToday: number,
): number => {
  // Orders are never deleted: the last one's place is their number, and nobody waits for two million to be counted.
  if (view === 'all') return db.value<number>(text('select max(rowid) from work_order')) ?? 0
  const inList = inView(view, staffId, now, startOfToday)
  const { where, bindings } = view === 'unfinished' ? { where: OPEN, bindings: [] } : inList
  return db.value<number>(text(`select count(*) from work_order w where ${where}`, ...bindings)) ?? 0
}
