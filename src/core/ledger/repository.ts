// The only file that names the tables of the books: money_entry, money_posting and the sums kept beside them.
import type { AccountCode } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

export const lastClosedDay = (db: ReadDb): string | undefined =>
  db.value<string>(text('select max(day) from day_close')) ?? undefined

/** The latest day that a shift which is still open stands in or has booked on. */
export const dayOfOpenShifts = (db: ReadDb): string | undefined =>
  db.value<string>(
    text(
      `select max(max(s.day, coalesce((select max(e.day) from money_entry e where e.shift_id = s.id), '')))
        from cash_drawer d join shift s on s.drawer_id = d.id
          and s.position = (select max(position) from shift where drawer_id = d.id)
        where not exists (select 1 from shift_close c where c.id = s.id)`,
    ),
  ) ?? undefined

export type EntryRow = Readonly<{
  id: string
  kind: string
  day: string
  order_id: string | null
  customer_id: string | null
  shift_id: string | null
  reverses: string | null
  reason: string
  at: number
  staff_id: string
  approved_by: string | null
}>

export type PostingRow = Readonly<{
  position: number
  debit: AccountCode
  credit: AccountCode
  amount_fen: number
  order_id: string | null
  customer_id: string | null
  partner_id: string | null
  earner_id: string | null
  drawer_id: string | null
}>

export const readEntry = (db: ReadDb, id: string): EntryRow | undefined =>
  db.get<EntryRow>(text('select * from money_entry where id = ?', id))

/** The entry that took this one back, if any. */
export const reversalOf = (db: ReadDb, id: string): string | undefined =>
  db.value<string>(text('select id from money_entry where reverses = ?', id))

export const postingsOf = (db: ReadDb, entryId: string): PostingRow[] =>
  db.all<PostingRow>(
    text(
      `select position, debit, credit, amount_fen, order_id, customer_id, partner_id, earner_id, drawer_id
        from money_posting where entry_id = ? order by position`,
      entryId,
    ),
  )

export type ShiftPosting = Readonly<{
  entry_id: string
  kind: string
  at: number
  staff_id: string
  approved_by: string | null
  reason: string
  debit: AccountCode
  credit: AccountCode
  amount_fen: number
  drawer_id: string | null
}>

/** Everything that was booked in a shift, in the order it was. */
export const postingsOfShift = (db: ReadDb, shiftId: string): ShiftPosting[] =>
  db.all<ShiftPosting>(
    text(
      `select e.id as entry_id, e.kind, e.at, e.staff_id, e.approved_by, e.reason, p.debit, p.credit, p.amount_fen,
          p.drawer_id
        from money_entry e join money_posting p on p.entry_id = e.id
        where e.shift_id = ? order by e.rowid, p.position`,
      shiftId,
    ),
  )

/** The newest entry of a shift; '' where it has none. */
export const lastEntryOfShift = (db: ReadDb, shiftId: string): string =>
  db.value<string>(
    text('select id from money_entry where shift_id = ? order by rowid desc limit 1', shiftId),
  ) ?? ''

/** Debit less credit of an account over all days; fen. */
export const accountBalance = (db: ReadDb, account: AccountCode): number =>
  db.value<number>(
    text('select coalesce(sum(debit_fen - credit_fen), 0) from money_day where account = ?', account),
  ) ?? 0

export const addToDay = (
  db: WriteDb,
  day: string,
  account: AccountCode,
  debitFen: number,
  creditFen: number,
): void => {
  db.run(
    text(
      `insert into money_day (day, account, debit_fen, credit_fen) values (?, ?, ?, ?)
        on conflict (day, account) do update set debit_fen = debit_fen + excluded.debit_fen,
          credit_fen = credit_fen + excluded.credit_fen`,
      day,
      account,
      debitFen,
      creditFen,
    ),
  )
}

/** A balance that was even begins to be open on `day`. */
export const addToOpen = (
  db: WriteDb,
  of: Readonly<{ account: AccountCode; partyId: string; orderId: string }>,
  byFen: number,
  day: string,
): void => {
  db.run(
    text(
      `insert into money_open (account, party_id, order_id, balance_fen, since) values (?, ?, ?, ?, ?)
        on conflict (account, party_id, order_id) do update set balance_fen = balance_fen + excluded.balance_fen,
          since = iif(balance_fen = 0, excluded.since, since)`,
      of.account,
      of.partyId,
      of.orderId,
      byFen,
      day,
    ),
  )
}

/** Debit less credit of one party's account for one order ('' for none); fen. */
export const openBalance = (db: ReadDb, account: AccountCode, partyId: string, orderId: string): number =>
  db.value<number>(
    text(
      'select balance_fen from money_open where account = ? and party_id = ? and order_id = ?',
      account,
      partyId,
      orderId,
    ),
  ) ?? 0

/** Debit less credit of one account over all its parties, for one order; fen. */
export const openOfOrder = (db: ReadDb, account: AccountCode, orderId: string): number =>
  db.value<number>(
    text(
      // The index holds only what belongs to an order, and has to be told so.
      `select coalesce(sum(balance_fen), 0) from money_open where order_id = ? and order_id <> '' and account = ?`,
      orderId,
      account,
    ),
  ) ?? 0

/** Debit less credit of one party's account over all orders; fen. */
export const openOfParty = (db: ReadDb, account: AccountCode, partyId: string): number =>
  db.value<number>(
    text(
      'select coalesce(sum(balance_fen), 0) from money_open where account = ? and party_id = ?',
      account,
      partyId,
    ),
  ) ?? 0

export type OpenRow = Readonly<{ order_id: string; balance_fen: number; since: string }>

/** What is open of one party in one account, the oldest first; '' as order where it belongs to none. */
export const openItems = (db: ReadDb, account: AccountCode, partyId: string): OpenRow[] =>
  db.all<OpenRow>(
    text(
      `select order_id, balance_fen, since from money_open
        where account = ? and party_id = ? and +balance_fen <> 0 order by since, order_id`,
      account,
      partyId,
    ),
  )
