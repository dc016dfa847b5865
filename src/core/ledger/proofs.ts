// What `counter check` proves about money (rules SET-1, SET-7, SET-8): what is kept beside the postings is their sum, and
// receipts and settlements say the same as the books.
import { CLOSING_KINDS, IN_DRAWER } from '#shared/domain/money/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

/** Problems that one check names. */
const MOST = 20

type Proof = Readonly<{
  name: string
  count: string
  /** Answers a sentence for each problem. */ wrong: string
}>

const drawerAccounts = IN_DRAWER.map((account) => `'${account}'`).join()

const closingKinds = Object.values(CLOSING_KINDS)
  .map((kind) => `'${kind}'`)
  .join()

/** What each shift moved in each drawer, apart what its close booked. */
const MOVED = `with moved as (select e.shift_id, p.drawer_id, e.kind in (${closingKinds}) as closing,
    sum(iif(p.debit in (${drawerAccounts}), p.amount_fen, 0) - iif(p.credit in (${drawerAccounts}), p.amount_fen, 0)) as fen
  from money_posting p join money_entry e on e.id = p.entry_id where p.drawer_id is not null group by 1, 2, 3)`

const PROOFS: readonly Proof[] = [
  {
    name: 'money of days',
    count: 'select count(*) from money_posting',
    wrong: `select day || ' ' || account || ': the sums of the day are not those of its postings' from (
        select day, account, debit_fen as debit, credit_fen as credit from money_day
        union all select e.day, p.debit, -p.amount_fen, 0 from money_posting p join money_entry e on e.id = p.entry_id
        union all select e.day, p.credit, 0, -p.amount_fen from money_posting p join money_entry e on e.id = p.entry_id)
      group by day, account having sum(debit) <> 0 or sum(credit) <> 0 limit ${MOST}`,
  },
  {
    name: 'money that is open',
    count: 'select count(*) from money_open',
    wrong: `select account || ' of ' || party_id || ': what is open is not the sum of its postings' from (
        select account, party_id, order_id, balance_fen as fen from money_open
        union all select a.code, iif(a.party = 'customer', p.customer_id, iif(a.party = 'partner', p.partner_id,
            p.earner_id)), coalesce(p.order_id, ''), iif(p.debit = a.code, -p.amount_fen, p.amount_fen)
          from money_account a join money_posting p on a.code in (p.debit, p.credit) where a.party <> 'none')
      group by account, party_id, order_id having sum(fen) <> 0 limit ${MOST}`,
  },
  {
    name: 'receipts',
    count: 'select count(*) from receipt',
    wrong: `select number || ': the receipt is not the sum of its payments' from receipt r
        where amount_fen <> (select coalesce(sum(amount_fen), 0) from payment where receipt_id = r.id)
      union all select number || ': the books hold another amount than the receipt' from receipt r
        where amount_fen <> (select coalesce(sum(case when p.debit like 'collected%' then p.amount_fen
            when p.credit like 'collected%' then -p.amount_fen else 0 end), 0)
          from money_posting p where p.entry_id = r.entry_id)
      limit ${MOST}`,
  },
  {
    name: 'payments to confirm',
    count: 'select count(*) from payment_waiting',
    // Whoever took a receipt back before anybody confirmed it left nothing to confirm of both.
    wrong: `select r.number || ': a payment waits to be confirmed and must not, or must and does not'
        from payment y join receipt r on r.id = y.receipt_id
        left join payment_confirmation f on f.id = y.id left join payment_waiting q on q.id = y.id
        where (q.id is not null) <> (f.id is null
          and not exists (select 1 from receipt b where b.reverses = r.id)
          and not exists (select 1 from payment o left join payment_confirmation g on g.id = o.id
            where o.receipt_id = r.reverses and o.method = y.method and g.id is null))
      limit ${MOST}`,
  },
  {
    name: 'settlements',
    count: 'select count(*) from settlement',
    wrong: `select s.number || ': the reversal is not the mirror of what it reverses' from settlement s
        join settlement o on o.id = s.reverses
        where s.charged_fen <> -o.charged_fen or s.store_fee_fen <> -o.store_fee_fen or s.paid_fen <> -o.paid_fen
          or s.deposit_fen <> -o.deposit_fen or s.on_account_fen <> -o.on_account_fen
      limit ${MOST}`,
  },
  {
    name: 'cash in drawers',
    count: 'select count(*) from cash_drawer',
    wrong: `select d.name || ': there is less than nothing in it' from cash_drawer d
        where (select coalesce(sum(case when p.debit in (${drawerAccounts}) then p.amount_fen else 0 end)
            - sum(case when p.credit in (${drawerAccounts}) then p.amount_fen else 0 end), 0)
          from money_posting p where p.drawer_id = d.id) < 0
      limit ${MOST}`,
  },
  {
    name: 'shifts',
    count: 'select count(*) from shift',
    wrong: `${MOVED}
      select s.number || ': what was expected is not what its entries say' from shift s
        join shift_close c on c.id = s.id join shift_count k on k.id = c.count_id
        where k.shift_id <> s.id or k.expected_fen <> s.float_fen
          + coalesce((select sum(fen) from moved where shift_id = s.id and not closing), 0)
      union all select s.number || ': its close left another amount than its entries' from shift s
        join shift_close c on c.id = s.id join shift_count k on k.id = c.count_id
        where c.left_fen <> k.counted_fen - c.taken_fen or c.left_fen <> s.float_fen
          + coalesce((select sum(fen) from moved where shift_id = s.id), 0)
      union all select s.number || ': it began with another amount than the shift before left' from shift s
        left join shift b on b.drawer_id = s.drawer_id and b.position = s.position - 1
        left join shift_close c on c.id = b.id
        where s.float_fen <> coalesce(c.left_fen, 0) or (b.id is not null and c.id is null)
      union all select s.number || ' ' || (m.value ->> 'method') || ': what was expected is not what its entries say'
        from shift s join shift_close c on c.id = s.id join shift_count k on k.id = c.count_id, json_each(k.methods) m
        where m.value ->> 'method' <> 'cash' and m.value ->> 'expectedFen' <> (
          select coalesce(sum(iif(p.debit = 'collected' || upper(substr(m.value ->> 'method', 1, 1))
              || substr(m.value ->> 'method', 2), p.amount_fen, 0) - iif(p.credit = 'collected'
              || upper(substr(m.value ->> 'method', 1, 1)) || substr(m.value ->> 'method', 2), p.amount_fen, 0)), 0)
          from money_entry e join money_posting p on p.entry_id = e.id where e.shift_id = s.id)
      union all select d.name || ': money moved in it outside its shifts' from cash_drawer d
        join moved o on o.drawer_id = d.id left join shift s on s.id = o.shift_id
        where o.fen <> 0 and s.drawer_id is not d.id
      limit ${MOST}`,
  },
]

export const moneyProofs = PROOFS.map(({ name, count, wrong }) => ({
  name,
  run: (db: ReadDb) => ({
    count: db.value<number>(text(count)) ?? 0,
    problems: db.all<Record<string, string>>(text(wrong)).map((row) => Object.values(row)[0] ?? ''),
  }),
}))
