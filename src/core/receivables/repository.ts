// The only file that names the table debt_follow_up; beside it who owes, from what the books keep open.
import type { Age } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type AgeSums = Readonly<Record<Age, number>>
export type Bounds = readonly [string, string, string]
export type OwedTo = 'receivableCustomer' | 'receivableMaker' | 'receivableContract'

/** The first days of the ages, and the account. */
const GIVEN = 'with given (d30, d60, d90, code) as (values (?, ?, ?, ?))'

/** What each customer owes, by age. */
const DEBTS = `select party_id, sum(balance_fen) as owes, count(*) as orders, min(since) as since,
    sum(iif(since >= d30, balance_fen, 0)) as upTo30,
    sum(iif(since < d30 and since >= d60, balance_fen, 0)) as upTo60,
    sum(iif(since < d60 and since >= d90, balance_fen, 0)) as upTo90,
    sum(iif(since < d90, balance_fen, 0)) as over90
  from given join money_open on account = code where balance_fen <> 0 group by party_id`

/** The newest word about an order, or about all orders of the customer, holds; what is paid is not asked for. */
const HOLDS = `not exists (select 1 from debt_follow_up n where n.customer_id = f.customer_id
      and (n.order_id is null or n.order_id = f.order_id) and (n.at, n.id) > (f.at, f.id))
    and (f.order_id is null or exists (select 1 from money_open o where o.account = 'receivableCustomer'
      and o.party_id = f.customer_id and o.order_id = f.order_id and o.balance_fen <> 0))`

const AGREED = `select d.*, coalesce((select min(f.follow_up_on) from debt_follow_up f
    where f.customer_id = d.party_id and ${HOLDS}), '9999-12-31') as follow_up_on from (${DEBTS}) d`

export type DebtorRow = AgeSums &
  Readonly<{
    party_id: string
    name: string
    company: string
    owes: number
    orders: number
    since: string
    /** `9999-12-31`: none is agreed. */
    follow_up_on: string
  }>

export type Place = Readonly<{ followUpOn: string; since: string; id: string }>

/** Whose agreed day is nearest or past first, then the oldest debts. */
export const debtors = (
  db: ReadDb,
  bounds: Bounds,
  { until, after, limit }: Readonly<{ until: string; after: Place; limit: number }>,
): DebtorRow[] =>
  db.all<DebtorRow>(
    text(
      `${GIVEN} select a.*, c.name, c.company from (${AGREED}) a join customer c on c.id = a.party_id
        where a.follow_up_on <= ? and (a.follow_up_on, a.since, a.party_id) > (?, ?, ?)
        order by a.follow_up_on, a.since, a.party_id limit ?`,
      ...bounds,
      'receivableCustomer',
      until,
      after.followUpOn,
      after.since,
      after.id,
      limit,
    ),
  )

type Totals = Readonly<{ owesFen: number; customers: number; dueCustomers: number }>

export const debtTotals = (db: ReadDb, bounds: Bounds, today: string): Totals =>
  db.get<Totals>(
    text(
      `${GIVEN} select coalesce(sum(owes), 0) as owesFen, count(*) as customers,
         coalesce(sum(follow_up_on <= ?), 0) as dueCustomers from (${AGREED})`,
      ...bounds,
      'receivableCustomer',
      today,
    ),
  ) ?? { owesFen: 0, customers: 0, dueCustomers: 0 }

export type AgeRow = AgeSums & Readonly<{ party_id: string; name: string; company: string; owes: number }>

/** The largest debts first. */
export const ages = (db: ReadDb, bounds: Bounds, account: OwedTo, limit: number): AgeRow[] =>
  db.all<AgeRow>(
    text(
      `${GIVEN} select d.*, c.name, c.company from (${DEBTS}) d join customer c on c.id = d.party_id
        order by d.owes desc, d.party_id limit ?`,
      ...bounds,
      account,
      limit,
    ),
  )

export type AgeTotal = AgeSums & Readonly<{ owes: number; customers: number }>

export const ageTotal = (db: ReadDb, bounds: Bounds, account: OwedTo): AgeTotal =>
  db.get<AgeTotal>(
    text(
      `${GIVEN} select coalesce(sum(owes), 0) as owes, count(*) as customers, coalesce(sum(upTo30), 0) as upTo30,
         coalesce(sum(upTo60), 0) as upTo60, coalesce(sum(upTo90), 0) as upTo90,
         coalesce(sum(over90), 0) as over90 from (${DEBTS})`,
      ...bounds,
      account,
    ),
  ) ?? { owes: 0, customers: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0 }

export type FollowUpRow = Readonly<{
  id: string
  order_id: string | null
  number: string
  follow_up_on: string | null
  words: string
  at: number
  staff_id: string
  holds: 0 | 1
}>

/** What was agreed with a customer, the newest first; `holds` where nothing newer stands and money is still owed. */
export const followUpsOf = (db: ReadDb, customerId: string): FollowUpRow[] =>
  db.all<FollowUpRow>(
    text(
      `select f.id, f.order_id, coalesce(w.number, '') as number, f.follow_up_on, f.words, f.at, f.staff_id,
         (${HOLDS}) as holds
        from debt_follow_up f left join work_order w on w.id = f.order_id
        where f.customer_id = ? order by f.at desc, f.id desc limit 200`,
      customerId,
    ),
  )
