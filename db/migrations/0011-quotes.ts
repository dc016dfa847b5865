// Quotes in versions that never change once sent, and what an order is charged for, with prices.
import { appendOnly } from './migration.ts'
import type { Migration } from './migration.ts'

export const migration0011: Migration = {
  id: '0011-quotes',
  up: [
    `create table quote (
      id text primary key,
      order_id text not null references work_order (id),
      version integer not null check (version > 0),
      state text not null check (state in ('draft', 'sent', 'accepted', 'rejected', 'changed', 'void', 'expired')),
      valid_until text check (valid_until glob '????-??-??'),
      remark text not null,
      draft_lines text check (json_valid(draft_lines)),
      made_at integer not null,
      made_by text not null references staff (id),
      sent_at integer,
      chosen text check (chosen in ('', 'A', 'B', 'C')),
      confirmed_by text,
      confirmed_at integer,
      channel text check (channel in ('counter', 'phone', 'sms', 'wechat', 'email', 'signed')),
      words text,
      answered_by text references staff (id),
      unique (order_id, version),
      check ((state = 'draft') = (sent_at is null) or state = 'void'),
      check ((state = 'draft') = (draft_lines is not null)),
      check (state not in ('accepted', 'rejected') or (confirmed_at is not null and channel is not null))
    ) strict`,
    `create unique index quote_draft on quote (order_id) where state = 'draft'`,
    `create unique index quote_sent on quote (order_id) where state = 'sent'`,
    // Alternatives carry a letter; lines without one belong to every alternative (QUO-1). A draft keeps its lines on
    // the quote; they become rows when it is sent, and nobody changes those (QUO-2).
    `create table quote_line (
      id text primary key,
      quote_id text not null references quote (id),
      position integer not null check (position > 0),
      alternative text not null check (alternative in ('', 'A', 'B', 'C')),
      kind text not null check (kind in ('labour', 'part', 'diagnostic', 'other')),
      text text not null check (length(text) > 0),
      part_id text references part (id),
      service_item_id text references service_item (id),
      quantity integer not null check (quantity > 0),
      price_fen integer not null check (price_fen >= 0),
      amount_fen integer not null check (amount_fen >= 0),
      waived integer not null check (waived in (0, 1)),
      payer text not null check (payer in ('customer', 'maker', 'contract', 'ourselves')),
      warranty_days integer not null check (warranty_days between 0 and 3650),
      cost_fen integer not null check (cost_fen >= 0),
      unique (quote_id, position)
    ) strict`,
    `create index quote_line_part on quote_line (part_id, quote_id) where part_id is not null`,
    `create index quote_line_item on quote_line (service_item_id, quote_id) where service_item_id is not null`,
    ...appendOnly('quote_line'),
    `create trigger quote_line_sent_insert before insert on quote_line
      when (select state from quote where id = new.quote_id) <> 'draft'
      begin select raise(abort, 'a sent quote never changes'); end`,

    // Lines stood on service records only; now they may come from a quote, a part or the counter, and have prices.
    // Those of before have none: null.
    `create table charge_line_new (
      id text primary key,
      order_id text not null references work_order (id),
      record_id text references service_record (id),
      quote_line_id text references quote_line (id),
      order_part_id text references order_part (id),
      service_item_id text references service_item (id),
      position integer not null,
      kind text not null check (kind in ('labour', 'part', 'diagnostic', 'other')),
      text text not null check (length(text) > 0),
      quantity integer check (quantity > 0),
      price_fen integer check (price_fen >= 0),
      amount_fen integer check (amount_fen >= 0),
      waived integer check (waived in (0, 1)),
      payer text not null check (payer in ('customer', 'maker', 'contract', 'ourselves')),
      warranty_days integer not null check (warranty_days between 0 and 3650),
      minutes integer check (minutes between 0 and 60000),
      active integer not null check (active in (0, 1))
    ) strict, without rowid`,
    `insert into charge_line_new (id, order_id, record_id, position, kind, text, payer, warranty_days, active)
      select id, order_id, record_id, position, kind, text, payer, warranty_days, active from charge_line`,
    `drop table charge_line`,
    `alter table charge_line_new rename to charge_line`,
    `create index charge_line_order on charge_line (order_id, position)`,

    // PRT-13: who earns what on a labour line, fixed when the work is done.
    `create table commission (
      id text primary key,
      line_id text not null references charge_line (id),
      order_id text not null references work_order (id),
      staff_id text not null references staff (id),
      share integer not null check (share between 0 and 10000),
      amount_fen integer not null,
      at integer not null
    ) strict, without rowid`,
    `create index commission_staff on commission (staff_id, at)`,
    `create index commission_order on commission (order_id)`,
    ...appendOnly('commission'),
  ],
}
