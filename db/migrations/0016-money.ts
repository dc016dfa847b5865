// Money as double entry that nobody changes. A posting names its debit, its credit and one amount, so the two sides
// cannot differ (SET-7). What is kept beside the postings (sums of days, open balances) is written in the same
// transaction and proved by `counter check`.
import { appendOnly } from './migration.ts'
import type { Migration } from './migration.ts'

/** Code, kind, and whose balance is kept apart. Which account is for what stands in `src/shared/domain/money`. */
const ACCOUNTS = [
  ['cash', 'asset', 'none'],
  ['bank', 'asset', 'none'],
  ['card', 'asset', 'none'],
  ['wechat', 'asset', 'none'],
  ['alipay', 'asset', 'none'],
  ['safe', 'asset', 'none'],
  ['collectedCash', 'asset', 'none'],
  ['collectedBank', 'asset', 'none'],
  ['collectedCard', 'asset', 'none'],
  ['collectedWechat', 'asset', 'none'],
  ['collectedAlipay', 'asset', 'none'],
  ['receivableCustomer', 'asset', 'customer'],
  ['receivableMaker', 'asset', 'customer'],
  ['receivableContract', 'asset', 'customer'],
  ['stock', 'asset', 'none'],
  ['deposit', 'liability', 'customer'],
  ['payableVendor', 'liability', 'partner'],
  ['payableSupplier', 'liability', 'none'],
  ['payableCommission', 'liability', 'staff'],
  ['ownerFunds', 'liability', 'none'],
  ['incomeLabour', 'income', 'none'],
  ['incomePart', 'income', 'none'],
  ['incomeDiagnostic', 'income', 'none'],
  ['incomeOther', 'income', 'none'],
  ['incomeStoreFee', 'income', 'none'],
  ['incomeSale', 'income', 'none'],
  ['discount', 'expense', 'none'],
  ['rounding', 'expense', 'none'],
  ['costParts', 'expense', 'none'],
  ['costVendor', 'expense', 'none'],
  ['costCommission', 'expense', 'none'],
  ['difference', 'expense', 'none'],
  ['badDebt', 'expense', 'none'],
  ['expense', 'expense', 'none'],
] as const

export const migration0016: Migration = {
  id: '0016-money',
  up: [
    `create table money_account (
      code text primary key,
      kind text not null check (kind in ('asset', 'liability', 'income', 'expense')),
      party text not null check (party in ('none', 'customer', 'partner', 'staff'))
    ) strict, without rowid`,
    ...ACCOUNTS.map(
      ([code, kind, party]) =>
        `insert into money_account (code, kind, party) values ('${code}', '${kind}', '${party}')`,
    ),
    ...appendOnly('money_account'),

    `create table cash_drawer (
      id text primary key,
      name text not null unique check (length(name) > 0),
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,
    // A shift is open while it has no close.
    `create table shift (
      id text primary key,
      number text not null unique,
      drawer_id text not null references cash_drawer (id),
      position integer not null check (position > 0),
      day text not null check (day glob '????-??-??'),
      float_fen integer not null check (float_fen >= 0),
      at integer not null,
      staff_id text not null references staff (id),
      unique (drawer_id, position)
    ) strict`,
    `create index shift_at on shift (at)`,
    ...appendOnly('shift'),
    // Every count stays, with what was expected then; `seen` is the last entry of the shift that it knew of.
    `create table shift_count (
      id text primary key,
      shift_id text not null references shift (id),
      position integer not null check (position > 0),
      pieces text not null check (json_valid(pieces)),
      methods text not null check (json_valid(methods)),
      expected_fen integer not null,
      counted_fen integer not null check (counted_fen >= 0),
      seen text not null,
      blind integer not null check (blind in (0, 1)),
      at integer not null,
      staff_id text not null references staff (id),
      unique (shift_id, position)
    ) strict`,
    ...appendOnly('shift_count'),
    `create table shift_close (
      id text primary key references shift (id),
      count_id text not null unique references shift_count (id),
      taken_fen integer not null check (taken_fen >= 0),
      left_fen integer not null check (left_fen >= 0),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id),
      next_staff_id text references staff (id)
    ) strict`,
    ...appendOnly('shift_close'),
    // Whoever counted does not confirm; `alone`: a small shop where he did.
    `create table shift_confirmation (
      id text primary key references shift_close (id),
      alone integer not null check (alone in (0, 1)),
      note text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict`,
    ...appendOnly('shift_confirmation'),
    // A closed day takes nothing more: what comes late stands in the day that is open.
    `create table day_close (
      id text primary key,
      day text not null unique check (day glob '????-??-??'),
      backup text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    ...appendOnly('day_close'),

    `create table money_entry (
      id text primary key,
      kind text not null check (length(kind) > 0),
      day text not null check (day glob '????-??-??'),
      order_id text references work_order (id),
      customer_id text references customer (id),
      shift_id text references shift (id),
      reverses text unique references money_entry (id),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id),
      approved_by text references staff (id),
      check (reverses is null or length(reason) > 0)
    ) strict`,
    `create index money_entry_order on money_entry (order_id, at) where order_id is not null`,
    `create index money_entry_customer on money_entry (customer_id, at) where customer_id is not null`,
    `create index money_entry_shift on money_entry (shift_id, day) where shift_id is not null`,
    `create index money_entry_day on money_entry (day, kind)`,
    ...appendOnly('money_entry'),
    `create table money_posting (
      id text primary key,
      entry_id text not null references money_entry (id),
      position integer not null check (position > 0),
      debit text not null references money_account (code),
      credit text not null references money_account (code),
      amount_fen integer not null check (amount_fen > 0),
      order_id text references work_order (id),
      customer_id text references customer (id),
      partner_id text references partner (id),
      earner_id text references staff (id),
      drawer_id text references cash_drawer (id),
      check (debit <> credit),
      unique (entry_id, position)
    ) strict`,
    `create index money_posting_order on money_posting (order_id) where order_id is not null`,
    ...appendOnly('money_posting'),
    // Sums of the postings of one day and account.
    `create table money_day (
      day text not null,
      account text not null references money_account (code),
      debit_fen integer not null check (debit_fen >= 0),
      credit_fen integer not null check (credit_fen >= 0),
      primary key (day, account)
    ) strict, without rowid`,
    `create index money_day_account on money_day (account, day)`,
    // Debit less credit of one party's account for one order ('' where none); since: the day it last left zero.
    `create table money_open (
      account text not null references money_account (code),
      party_id text not null,
      order_id text not null,
      balance_fen integer not null,
      since text not null,
      primary key (account, party_id, order_id)
    ) strict, without rowid`,
    `create index money_open_order on money_open (order_id) where order_id <> ''`,
    `create index money_open_due on money_open (account, since, party_id) where balance_fen <> 0`,

    // What was paid or paid back at once; methods are its payments.
    `create table receipt (
      id text primary key,
      number text not null unique,
      kind text not null check (kind in ('settlement', 'collection', 'deposit', 'refund', 'sale', 'reversal')),
      customer_id text references customer (id),
      entry_id text not null unique references money_entry (id),
      reverses text unique references receipt (id),
      amount_fen integer not null,
      note text not null,
      at integer not null,
      day text not null,
      staff_id text not null references staff (id)
    ) strict`,
    `create index receipt_customer on receipt (customer_id, at) where customer_id is not null`,
    `create index receipt_day on receipt (day, at)`,
    ...appendOnly('receipt'),
    `create table payment (
      id text primary key,
      receipt_id text not null references receipt (id),
      position integer not null check (position > 0),
      method text not null check (method in ('cash', 'card', 'wechat', 'alipay', 'bank')),
      amount_fen integer not null check (amount_fen <> 0),
      tendered_fen integer check (tendered_fen >= amount_fen),
      drawer_id text references cash_drawer (id),
      reference text not null,
      unique (receipt_id, position),
      check ((method = 'cash') = (drawer_id is not null))
    ) strict`,
    ...appendOnly('payment'),
    // SET-3: what finance has confirmed stands in the account; what is missing here is collected only.
    `create table payment_confirmation (
      id text primary key references payment (id),
      entry_id text not null references money_entry (id),
      at integer not null,
      staff_id text not null references staff (id),
      note text not null
    ) strict, without rowid`,
    ...appendOnly('payment_confirmation'),
    // What finance has still to confirm, so that nobody searches all payments for it.
    `create table payment_waiting (
      id text primary key references payment (id),
      day text not null,
      method text not null,
      at integer not null
    ) strict, without rowid`,
    `create index payment_waiting_at on payment_waiting (at, id)`,

    // How the amount of one order was settled. A reversal is a row of its own with the signs turned, so the sums of
    // an order's rows are what holds.
    `create table settlement (
      id text primary key,
      number text not null unique,
      order_id text not null references work_order (id),
      entry_id text not null references money_entry (id),
      receipt_id text references receipt (id),
      reverses text unique references settlement (id),
      charged_fen integer not null,
      store_fee_fen integer not null,
      discount_fen integer not null,
      rounding_fen integer not null,
      deposit_fen integer not null,
      paid_fen integer not null,
      on_account_fen integer not null,
      reason text not null,
      at integer not null,
      day text not null,
      staff_id text not null references staff (id),
      approved_by text references staff (id),
      check (charged_fen + store_fee_fen = discount_fen + rounding_fen + deposit_fen + paid_fen + on_account_fen)
    ) strict`,
    `create index settlement_order on settlement (order_id, at)`,
    `create index settlement_day on settlement (day)`,
    ...appendOnly('settlement'),

    // A second person's yes to one act, one object and one amount; good once.
    `create table approval (
      id text primary key,
      token_hash text not null unique,
      act text not null,
      object_id text not null,
      amount_fen integer not null,
      asked_by text not null references staff (id),
      approved_by text not null references staff (id),
      at integer not null
    ) strict, without rowid`,
    `create index approval_at on approval (at)`,
    ...appendOnly('approval'),
    `create table drawer_opening (
      id text primary key,
      drawer_id text not null references cash_drawer (id),
      shift_id text references shift (id),
      receipt_id text references receipt (id),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id),
      approved_by text references staff (id)
    ) strict, without rowid`,
    `create index drawer_opening_at on drawer_opening (drawer_id, at)`,
    `create index drawer_opening_shift on drawer_opening (shift_id) where shift_id is not null`,
    ...appendOnly('drawer_opening'),
    // SET-5: what was agreed about a debt; the newest row of a customer or order holds.
    `create table debt_follow_up (
      id text primary key,
      customer_id text not null references customer (id),
      order_id text references work_order (id),
      follow_up_on text check (follow_up_on glob '????-??-??'),
      words text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index debt_follow_up_customer on debt_follow_up (customer_id, at)`,
    ...appendOnly('debt_follow_up'),

    // SET-10: a customer with an account pays what he owes within so many days, and may owe so much; null: he has
    // none. SET-9: what stands on his invoices.
    `alter table customer add column account_days integer check (account_days between 0 and 365)`,
    `alter table customer add column credit_limit_fen integer check (credit_limit_fen >= 0)`,
    `alter table customer add column tax_name text`,
    `alter table customer add column tax_number text`,
    `alter table customer add column invoice_email text`,

    // Acts that one person did alone, about money too and not always about an order.
    `create table solo_act_new (
      id text primary key,
      duty text not null check (length(duty) > 0),
      order_id text references work_order (id),
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `insert into solo_act_new (id, duty, order_id, at, staff_id) select id, duty, order_id, at, staff_id from solo_act`,
    `drop table solo_act`,
    `alter table solo_act_new rename to solo_act`,
    `create index solo_act_at on solo_act (at)`,
    ...appendOnly('solo_act'),
  ],
}
