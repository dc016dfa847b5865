// The only file that names the tables of drawers and shifts.
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
}>

/** The drawer that money at this counter goes into. */
export const firstDrawer = (db: ReadDb): string | undefined =>
  db.value<string>(text('select id from cash_drawer where active = 1 order by created_at, id limit 1'))

/** The shift of a drawer that has no close yet. */
export const openShiftOf = (db: ReadDb, drawerId: string): ShiftRow | undefined =>
  db.get<ShiftRow>(
    text(
      `select s.* from shift s left join shift_close c on c.id = s.id
        where s.drawer_id = ? and c.id is null order by s.position desc limit 1`,
      drawerId,
    ),
  )

/** What lies in the drawer by the books of its open shift; fen. */
export const cashInShift = (db: ReadDb, { id, drawer_id, float_fen }: ShiftRow): number =>
  float_fen +
  (db.value<number>(
    text(
      `select sum(case when p.debit in ('cash', 'collectedCash') then p.amount_fen else 0 end)
          - sum(case when p.credit in ('cash', 'collectedCash') then p.amount_fen else 0 end)
        from money_entry e join money_posting p on p.entry_id = e.id where e.shift_id = ? and p.drawer_id = ?`,
      id,
      drawer_id,
    ),
  ) ?? 0)

type Left = Readonly<{ position: number; left_fen: number }>

/** The number of the last shift of a drawer and what its close left in it. */
export const lastClose = (db: ReadDb, drawerId: string): Left | undefined =>
  db.get<Left>(
    text(
      `select s.position, c.counted_fen - c.taken_fen as left_fen from shift s join shift_close c on c.id = s.id
        where s.drawer_id = ? order by s.position desc limit 1`,
      drawerId,
    ),
  )
