// The only file that names the tables of drawers, shifts and closed days.
import type { MethodCount } from '#shared/contract/shift.ts'
import type { Pieces } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type ShiftRow = Readonly<{
  id: string
  number: string
  drawer_id: string
  position: number
  day: string
  float_fen: number
  at: number
  staff_id: string
  drawer: string
  closed_at: number | null
  closed_by: string | null
  count_id: string | null
  taken_fen: number | null
  left_fen: number | null
  close_reason: string | null
  next_staff_id: string | null
  difference_fen: number | null
  confirmed_at: number | null
  confirmed_by: string | null
  alone: number | null
  note: string | null
}>

const SHIFT = `select s.*, d.name as drawer, c.at as closed_at, c.staff_id as closed_by, c.count_id, c.taken_fen,
    c.left_fen, c.reason as close_reason, c.next_staff_id, k.counted_fen - k.expected_fen as difference_fen,
    f.at as confirmed_at, f.staff_id as confirmed_by, f.alone, f.note
  from shift s join cash_drawer d on d.id = s.drawer_id
  left join shift_close c on c.id = s.id left join shift_count k on k.id = c.count_id
  left join shift_confirmation f on f.id = s.id`

/** The drawer that money at this counter goes into. */
export const firstDrawer = (db: ReadDb): string | undefined =>
  db.value<string>(text('select id from cash_drawer where active = 1 order by created_at, id limit 1'))

export const drawerName = (db: ReadDb, id: string): string =>
  db.value<string>(text('select name from cash_drawer where id = ?', id)) ?? ''

export const readShift = (db: ReadDb, id: string): ShiftRow | undefined =>
  db.get<ShiftRow>(text(`${SHIFT} where s.id = ?`, id))

/** The shift of a drawer that has no close yet: only its last one can be. */
export const openShiftOf = (db: ReadDb, drawerId: string): ShiftRow | undefined =>
  db.get<ShiftRow>(
    text(
      `${SHIFT} where s.drawer_id = ? and c.id is null
        and s.position = (select max(o.position) from shift o where o.drawer_id = s.drawer_id)`,
      drawerId,
    ),
  )

type Left = Readonly<{ position: number; left_fen: number }>

/** The number of the last shift of a drawer and what its close left in it. */
export const lastClose = (db: ReadDb, drawerId: string): Left | undefined =>
  db.get<Left>(
    text(
      `select s.position, c.left_fen from shift s join shift_close c on c.id = s.id
        where s.drawer_id = ? order by s.position desc limit 1`,
      drawerId,
    ),
  )

/** The newest first. */
export const recentShifts = (db: ReadDb, limit: number): ShiftRow[] =>
  db.all<ShiftRow>(text(`${SHIFT} order by s.rowid desc limit ?`, limit))

/** Shifts that began on days after `after` up to `upTo`. */
export const shiftsOfDays = (db: ReadDb, after: string, upTo: string): ShiftRow[] =>
  db.all<ShiftRow>(text(`${SHIFT} where s.day > ? and s.day <= ? order by s.rowid`, after, upTo))

/** Shifts without a close that began on this day or before. */
export const openShiftsUpTo = (db: ReadDb, day: string): ShiftRow[] =>
  db.all<ShiftRow>(
    text(
      `${SHIFT} where c.id is null and s.day <= ?
        and s.position = (select max(position) from shift o where o.drawer_id = s.drawer_id) order by s.rowid`,
      day,
    ),
  )

export type CountRow = Readonly<{
  id: string
  shift_id: string
  position: number
  pieces: Pieces[]
  methods: MethodCount[]
  expected_fen: number
  counted_fen: number
  seen: string
  blind: number
  at: number
  staff_id: string
}>

/** Oldest first. */
export const countsOf = (db: ReadDb, shiftId: string): CountRow[] =>
  db
    .all<Omit<CountRow, 'pieces' | 'methods'> & { pieces: string; methods: string }>(
      text('select * from shift_count where shift_id = ? order by position', shiftId),
    )
    .map((row) => ({
      ...row,
      pieces: JSON.parse(row.pieces) as Pieces[],
      methods: JSON.parse(row.methods) as MethodCount[],
    }))

export type OpeningRow = Readonly<{
  at: number
  staff_id: string
  reason: string
  receipt_id: string | null
  receipt_number: string
  approved_by: string | null
}>

/** How often and why the drawer was opened in a shift, oldest first. */
export const openingsOf = (db: ReadDb, shiftId: string): OpeningRow[] =>
  db.all<OpeningRow>(
    text(
      `select o.at, o.staff_id, o.reason, o.receipt_id, o.approved_by, coalesce(r.number, '') as receipt_number
        from drawer_opening o left join receipt r on r.id = o.receipt_id where o.shift_id = ? order by o.id`,
      shiftId,
    ),
  )

export type ClosedDay = Readonly<{ day: string; at: number; staff_id: string; backup: string }>

/** The newest first. */
export const closedDays = (db: ReadDb, limit: number): ClosedDay[] =>
  db.all<ClosedDay>(text('select day, at, staff_id, backup from day_close order by day desc limit ?', limit))
