// Reports out of the entries of the books: what a customer owed, what went through the accounts, what was earned
// (rules SET-7, SET-10, SET-11).
import type { AccountCode } from '#shared/domain/money/index.ts'
import { ACCOUNTS, ACCOUNT_CODES } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

type Period = Readonly<{ from: string; to: string }>

/** What a customer owed before a day; fen. */
export const owedBefore = (db: ReadDb, customerId: string, day: string): number =>
  db.value<number>(
    text(
      `select coalesce(sum(iif(p.debit = 'receivableCustomer', p.amount_fen, -p.amount_fen)), 0)
        from money_entry e join money_posting p on p.entry_id = e.id and p.customer_id = e.customer_id
        where e.customer_id = ? and e.day < ? and 'receivableCustomer' in (p.debit, p.credit)`,
      customerId,
      day,
    ),
  ) ?? 0

export type OwedRow = Readonly<{
  entry_id: string
  day: string
  at: number
  kind: string
  number: string
  receipt_number: string
  /** The account on the other side. */
  other: AccountCode
  /** Above zero where more is owed. */
  fen: number
}>

/** Every posting that changed what a customer owes, as it happened. */
export const owedPostings = (db: ReadDb, customerId: string, { from, to }: Period): OwedRow[] =>
  db.all<OwedRow>(
    text(
      `select e.id as entry_id, e.day, e.at, e.kind, coalesce(w.number, '') as number,
         coalesce(r.number, '') as receipt_number,
         iif(p.debit = 'receivableCustomer', p.credit, p.debit) as other,
         iif(p.debit = 'receivableCustomer', p.amount_fen, -p.amount_fen) as fen
        from money_entry e join money_posting p on p.entry_id = e.id and p.customer_id = e.customer_id
        left join work_order w on w.id = p.order_id left join receipt r on r.entry_id = e.id
        where e.customer_id = ? and e.day between ? and ? and 'receivableCustomer' in (p.debit, p.credit)
        order by e.day, e.at, e.id, p.position`,
      customerId,
      from,
      to,
    ),
  )

export type AccountSums = Readonly<{
  account: AccountCode
  /** Debit less credit before the period. */
  opening: number
  debit: number
  credit: number
}>

/** Every account that something was ever booked in, over a period. */
export const accountSums = (db: ReadDb, { from, to }: Period): AccountSums[] =>
  db.all<AccountSums>(
    text(
      `with given (first) as (values (?))
        select account, sum(iif(day < first, debit_fen - credit_fen, 0)) as opening,
         sum(iif(day >= first, debit_fen, 0)) as debit, sum(iif(day >= first, credit_fen, 0)) as credit
        from given join money_day where day <= ? group by account`,
      from,
      to,
    ),
  )

export type ProfitBy = 'order' | 'technician' | 'model' | 'day'
export type ProfitRow = Readonly<{
  key: string
  label: string
  orders: number
  income: number
  discount: number
  cost: number
}>

const named = (codes: readonly AccountCode[]): string => `(${codes.map((code) => `'${code}'`).join()})`
const INCOME = named(ACCOUNT_CODES.filter((code) => ACCOUNTS[code].kind === 'income'))
const DISCOUNT = named(['discount', 'rounding'])
const COST = named(['costParts', 'costVendor', 'costCommission'])

const sumOf = (accounts: string, more: 'debit' | 'credit', less: 'debit' | 'credit'): string =>
  `sum(case when p.${more} in ${accounts} then p.amount_fen when p.${less} in ${accounts} then -p.amount_fen else 0 end)`

/** What each order earned in a period; its bindings are its days. */
const EARNED = `select e.day, p.order_id, ${sumOf(INCOME, 'credit', 'debit')} as income,
    ${sumOf(DISCOUNT, 'debit', 'credit')} as discount, ${sumOf(COST, 'debit', 'credit')} as cost
  from money_entry e join money_posting p on p.entry_id = e.id where e.day between ? and ?
    and (p.debit in ${INCOME} or p.credit in ${INCOME} or p.debit in ${DISCOUNT} or p.credit in ${DISCOUNT}
      or p.debit in ${COST} or p.credit in ${COST})
  group by e.day, p.order_id`

/** Who earns the commission of an order, else the primary technician of its last dispatch. */
const TECHNICIAN = `coalesce(
  (select c.staff_id from commission c where c.order_id = a.order_id group by c.staff_id
    order by sum(c.amount_fen) desc, sum(c.share) desc, c.staff_id limit 1),
  (select m.staff_id from dispatch d join dispatch_member m on m.dispatch_id = d.id and m.part = 'primary'
    where d.order_id = a.order_id order by d.position desc limit 1), '')`

const KEYS: Readonly<Record<ProfitBy, Readonly<{ key: string; label: string; join: string }>>> = {
  order: {
    key: `coalesce(a.order_id, '')`,
    label: `coalesce(w.number, '')`,
    join: 'left join work_order w on w.id = a.order_id',
  },
  day: { key: 'a.day', label: 'a.day', join: '' },
  model: {
    key: `trim(coalesce(v.brand, '') || ' ' || coalesce(v.model, ''))`,
    label: `trim(coalesce(v.brand, '') || ' ' || coalesce(v.model, ''))`,
    join: 'left join work_order w on w.id = a.order_id left join device v on v.id = w.device_id',
  },
  technician: {
    key: TECHNICIAN,
    label: `coalesce((select name from staff where id = ${TECHNICIAN}), '')`,
    join: '',
  },
}

/** Lines after a key, in the order of their keys. */
export const profitLines = (
  db: ReadDb,
  by: ProfitBy,
  { from, to, after, limit }: Period & Readonly<{ after: string | null; limit: number }>,
): ProfitRow[] => {
  const { key, label, join } = KEYS[by]
  return db.all<ProfitRow>(
    text(
      `select * from (select ${key} as key, max(${label}) as label, count(distinct a.order_id) as orders,
           sum(a.income) as income, sum(a.discount) as discount, sum(a.cost) as cost
          from (${EARNED}) a ${join} group by 1)
        where ? is null or key > ? order by key limit ?`,
      from,
      to,
      after,
      after,
      limit,
    ),
  )
}

export const profitTotal = (
  db: ReadDb,
  { from, to }: Period,
): Pick<ProfitRow, 'income' | 'discount' | 'cost'> =>
  db.get<Pick<ProfitRow, 'income' | 'discount' | 'cost'>>(
    text(
      `select coalesce(sum(income), 0) as income, coalesce(sum(discount), 0) as discount,
         coalesce(sum(cost), 0) as cost from (${EARNED})`,
      from,
      to,
    ),
  ) ?? { income: 0, discount: 0, cost: 0 }
