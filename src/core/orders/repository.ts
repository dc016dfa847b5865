// The only file that names the tables work_order, order_star, passcode and photo, and reads the service log.
import type { OrderDetail, OrderLine, OrderView, LogLine } from '#shared/contract/orders.ts'
import { STATES, isFinal } from '#shared/domain/work-order/states.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import type {
  MachinePlace,
  Origin,
  Outcome,
  Purpose,
  ReturnBy,
  Service,
} from '#shared/domain/work-order/order.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, SqlValue, WriteDb } from '#core/db/handle.ts'

type LineRow = {
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
}

/** What a list asks; `limit` is one more than a page holds, so that its end shows. */
export type ListAsk = Readonly<{
  view: OrderView
  state?: State | undefined
  text: string
  from?: number | undefined
  until?: number | undefined
  after?: { createdAt: number; rowid: number } | undefined
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
  w.next_contact_by, w.printed_at, w.papers_outdated, w.created_at`

type Place = Readonly<{ createdAt: number; rowid: number }>
export type Listed = Readonly<{
  orders: readonly (OrderLine & { rowid: number })[]
  /** Where a search for text stopped before it had enough; it may go on behind this order. */
  stoppedAt: Place | undefined
}>

export const listOrders = (db: ReadDb, ask: ListAsk): Listed => {
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
  if (ask.after) add('(w.created_at, w.rowid) < (?, ?)', ask.after.createdAt, ask.after.rowid)
  const newestFirst = 'order by w.created_at desc, w.rowid desc'
  const inList = `from work_order w where ${where.join(' and ')} ${newestFirst}`
  const lines = (orders: string, fits: string, ...values: SqlValue[]) =>
    db
      .all<LineRow>(
        text(
          `select ${LINE_COLUMNS} from ${orders} w join customer c on c.id = w.customer_id
           join device d on d.id = w.device_id where ${fits} ${newestFirst} limit ?`,
          ask.staffId,
          ...bindings,
          ...values,
          ask.limit,
        ),
      )
      .map((row) => ({ ...toLine(row), rowid: row.rowid }))
  if (ask.text === '') return { orders: lines('work_order', where.join(' and ')), stoppedAt: undefined }

  const like = `%${ask.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const orders = lines(
    `(select w.* ${inList} limit ${ask.scanAtOnce})`,
    ['w.number', 'c.name', 'd.model', 'd.serial', 'w.reported_fault']
      .map((column) => `${column} like ? escape '\\'`)
      .join(' or '),
    ...Array<string>(5).fill(like),
  )
  const last = db.get<{ created_at: number; rowid: number }>(
    text(`select w.created_at, w.rowid ${inList} limit 1 offset ${ask.scanAtOnce - 1}`, ...bindings),
  )
  return { orders, stoppedAt: last && { createdAt: last.created_at, rowid: last.rowid } }
}

const toLine = (row: LineRow): OrderLine => ({
  id: row.id,
  number: row.number,
  state: row.state,
  stateSince: row.state_since,
  customerId: row.customer_id,
  customerName: row.customer_name,
  company: row.company,
  device: row.device,
  serial: row.serial,
  reportedFault: row.reported_fault,
  important: row.important === 1,
  starred: row.starred === 1,
  nextContactBy: row.next_contact_by,
  printed: row.printed_at !== null,
  papersOutdated: row.papers_outdated === 1,
  createdAt: row.created_at,
})

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

export type OrderRow = {
  id: string
  number: string
  digits: string
  short_code: string
  visit_id: string
  position: number
  customer_id: string
  device_id: string
  state: State
  /** JSON list of states. */
  state_stack: string
  state_since: number
  cancel_approved: number
  service: Service
  origin: Origin
  machine_place: MachinePlace
  purpose: Purpose
  outcome: Outcome | null
  suspended_by: 'person' | 'alarm' | null
  reassign_requested: number
  return_by: ReturnBy
  important: number
  reported_fault: string
  condition: string
  accessories: string
  configuration: string
  charge_kind: OrderDetail['chargeKind']
  charge_basis: string
  limit_fen: number | null
  next_contact_by: number | null
  t1: number
  printed_at: number | null
  print_waiver: string | null
  papers_outdated: number
  created_at: number
  created_by: string
  updated_at: number
  ver: number
  primary_id: string | null
  dispatches: number | null
  t2: number | null
  promised_at: number | null
  appointments: number | null
  next_contacts: number | null
  urges: number | null
  ready_at: number | null
  vendor_slip_at: number | null
  back_by: number | null
  suspend_reason: string | null
  comeback_of: string | null
  warranty_until: number | null
  closed_at: number | null
}

export const readOrderRow = (db: ReadDb, id: string): OrderRow | undefined =>
  db.get<OrderRow>(text('select * from work_order where id = ?', id))

export const readOrderByNumber = (db: ReadDb, number: string): OrderRow | undefined =>
  db.get<OrderRow>(text('select * from work_order where number = ?', number))

export const ordersOfVisit = (db: ReadDb, visitId: string): OrderRow[] =>
  db.all<OrderRow>(text('select * from work_order where visit_id = ? order by position', visitId))

export const isStarred = (db: ReadDb, staffId: string, orderId: string): boolean =>
  db.value<number>(text('select 1 from order_star where staff_id = ? and order_id = ?', staffId, orderId)) !==
  undefined

export const setStar = (
  db: WriteDb,
  staffId: string,
  orderId: string,
  starred: boolean,
  now: number,
): void => {
  db.run(
    starred
      ? text(
          'insert into order_star (staff_id, order_id, at) values (?, ?, ?) on conflict do nothing',
          staffId,
          orderId,
          now,
        )
      : text('delete from order_star where staff_id = ? and order_id = ?', staffId, orderId),
  )
}

export const insertPasscode = (
  db: WriteDb,
  orderId: string,
  cipher: Uint8Array,
  keyId: string,
  now: number,
): void => {
  db.run(
    text(
      'insert into passcode (order_id, cipher, key_id, created_at) values (?, ?, ?, ?)',
      orderId,
      cipher,
      keyId,
      now,
    ),
  )
}

export const readPasscode = (db: ReadDb, orderId: string): { cipher: Buffer; key_id: string } | undefined =>
  db.get(text('select cipher, key_id from passcode where order_id = ?', orderId))

export const photosOf = (db: ReadDb, orderId: string) =>
  db
    .all<{ id: string; hash: string; mime: string; caption: string; created_at: number }>(
      sql('photo').where({ order_id: orderId, active: 1 }).orderBy('created_at'),
    )
    .map((row) => ({
      id: row.id,
      hash: row.hash,
      mime: row.mime,
      caption: row.caption,
      createdAt: row.created_at,
    }))

export const isPhotoUsed = (db: ReadDb, hash: string): boolean =>
  db.value<number>(text('select 1 from photo where hash = ? limit 1', hash)) !== undefined

/** The order's own log, and what was logged about its visit. */
export const readLog = (db: ReadDb, orderId: string): LogLine[] =>
  db
    .all<{
      seq: number
      at: number
      who: string | null
      terminal: string
      action: string
      changes: string | null
      remark: string | null
    }>(
      text(
        `select l.seq, l.at, s.name as who, l.terminal, l.action, l.changes, l.remark from service_log l
         left join staff s on s.id = l.staff_id where l.subject_id = ? order by l.seq`,
        orderId,
      ),
    )
    .map((row) => ({
      seq: row.seq,
      at: row.at,
      who: row.who ?? '',
      terminal: row.terminal,
      action: row.action,
      changes: row.changes === null ? null : (JSON.parse(row.changes) as LogLine['changes']),
      remark: row.remark,
    }))
