// The shop, its people, and the books that every command writes: log, audit, outbox, command records.
import type { Migration } from './migration.ts'

export const migration0001: Migration = {
  id: '0001-shop-and-people',
  up: [
    `create table shop (
      id text primary key,
      name text not null check (length(name) > 0),
      branch_code text not null,
      address text not null,
      phone text not null,
      area_code text not null,
      language text not null check (language in ('zh-CN', 'en')),
      paper_language text not null check (paper_language in ('zh-CN', 'en')),
      time_zone text not null,
      created_at integer not null
    ) strict`,
    `create unique index shop_single on shop ((1))`,
    `create table setting (
      key text primary key,
      value text not null check (json_valid(value)),
      updated_at integer not null
    ) strict, without rowid`,
    `create table staff (
      id text primary key,
      staff_no text not null unique,
      name text not null check (length(name) > 0),
      initials text not null,
      roles text not null check (json_valid(roles)),
      active integer not null check (active in (0, 1)),
      password_hash blob not null,
      password_salt blob not null,
      must_change_password integer not null check (must_change_password in (0, 1)),
      created_at integer not null
    ) strict`,
    // Wrong passwords are counted before the password is checked, so that killing the program wins no try.
    `create table login_guard (
      staff_id text primary key references staff (id),
      failed integer not null check (failed >= 0),
      locked_until integer not null
    ) strict, without rowid`,
    `create table session (
      token_hash text primary key,
      staff_id text not null references staff (id),
      terminal text not null,
      created_at integer not null
    ) strict, without rowid`,
    `create table command_record (
      command_id text primary key,
      method text not null,
      input_hash blob not null,
      reply text,
      at integer not null
    ) strict, without rowid`,
    `create index command_record_at on command_record (at)`,
    `create table service_log (
      seq integer primary key,
      id text not null unique,
      subject text not null check (subject in ('workOrder', 'visit', 'customer', 'device')),
      subject_id text not null,
      at integer not null,
      staff_id text,
      terminal text not null,
      action text not null,
      changes text check (changes is null or json_valid(changes)),
      remark text
    ) strict`,
    `create index service_log_subject on service_log (subject_id, seq)`,
    ...appendOnly('service_log'),
    `create table audit (
      seq integer primary key,
      at integer not null,
      staff_id text,
      terminal text not null,
      action text not null,
      object text not null,
      object_id text not null,
      details text not null check (json_valid(details)),
      prev_hash blob not null,
      hash blob not null unique
    ) strict`,
    ...appendOnly('audit'),
    `create table sync_self (
      id integer primary key check (id = 1),
      origin text not null,
      branch text not null,
      pc integer not null check (pc between 1 and 9),
      generation integer not null check (generation between 0 and 9),
      is_copy integer not null default 0 check (is_copy in (0, 1)),
      hq_epoch integer not null default 0,
      hlc integer not null default 0,
      clock_offset_ms integer not null default 0,
      next_seq integer not null default 1,
      acked_seq integer not null default 0,
      durable_seq integer not null default 0,
      chain blob not null,
      audit_chain blob not null
    ) strict`,
    `create table outbox (
      seq integer primary key,
      origin text not null,
      hlc integer not null,
      entity text not null,
      entity_id text not null,
      kind text not null,
      owner_epoch integer not null default 0,
      base_ver integer not null default 0,
      sv integer not null,
      fields text not null check (json_valid(fields)),
      h blob not null,
      outcome text
    ) strict`,
    `create index outbox_entity on outbox (entity, entity_id, seq)`,
    `create trigger outbox_immutable before update of seq, origin, hlc, entity, entity_id, kind, owner_epoch, base_ver, sv, fields, h on outbox
      begin select raise(abort, 'outbox rows are immutable except outcome'); end`,
    `create trigger outbox_no_delete before delete on outbox
      begin select raise(abort, 'outbox rows are never deleted here'); end`,
    `create table number_series (
      date text not null,
      pc integer not null,
      generation integer not null,
      next integer not null check (next > 0),
      primary key (date, pc, generation)
    ) strict, without rowid`,
    `create table draft (
      id text primary key,
      staff_id text not null references staff (id),
      form text not null,
      title text not null,
      body text not null check (json_valid(body)),
      schema_version integer not null,
      parked integer not null check (parked in (0, 1)),
      updated_at integer not null
    ) strict, without rowid`,
    `create index draft_staff on draft (staff_id, updated_at)`,
  ],
}

function appendOnly(table: string): string[] {
  return [
    `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, '${table} is append-only'); end`,
  ]
}
