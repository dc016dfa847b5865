// What a shop sells and uses: parts, consumables, service items and packages of both. Quantities are thousandths
// of the unit, money is fen.
import type { Migration } from './migration.ts'

export const migration0009: Migration = {
  id: '0009-catalogue',
  up: [
    `alter table customer add column price_group text check (price_group in ('company', 'peer'))`,

    // Codes that differ only in case, width or blanks are one code: `code_key` is the code without them.
    `create table part (
      rowid integer primary key,
      id text not null unique,
      code text not null check (length(code) > 0),
      name text not null check (length(name) > 0),
      spec text not null,
      kind text not null check (kind in ('part', 'consumable')),
      unit text not null check (length(unit) > 0),
      decimals integer not null check (decimals between 0 and 3),
      serial_tracked integer not null check (serial_tracked in (0, 1)),
      old_returnable integer not null check (old_returnable in (0, 1)),
      models text not null check (json_valid(models)),
      barcode text check (length(barcode) > 0),
      price_fen integer not null check (price_fen >= 0),
      prices text not null check (json_valid(prices)),
      minimum integer not null check (minimum >= 0),
      warranty_days integer check (warranty_days between 0 and 3650),
      repair_fee_fen integer check (repair_fee_fen >= 0),
      fee_apart integer not null check (fee_apart in (0, 1)),
      yield_count integer check (yield_count > 0),
      active integer not null check (active in (0, 1)),
      created_at integer not null,
      code_key text not null check (length(code_key) > 0),
      check (serial_tracked = 0 or decimals = 0)
    ) strict`,
    `create unique index part_code on part (code_key)`,
    `create unique index part_barcode on part (barcode) where barcode is not null`,
    // We write the tokens (docs/adr/0012): SQLite's own tokenizers find nothing by two Chinese characters.
    `create virtual table part_search using fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`,

    `create table service_item (
      id text primary key,
      code text not null check (length(code) > 0),
      name text not null check (length(name) > 0),
      price_fen integer not null check (price_fen >= 0),
      prices text not null check (json_valid(prices)),
      minutes integer check (minutes between 0 and 60000),
      commission text not null check (commission in ('none', 'amount', 'percent')),
      commission_value integer not null check (commission_value >= 0),
      warranty_days integer check (warranty_days between 0 and 3650),
      active integer not null check (active in (0, 1)),
      created_at integer not null,
      code_key text not null unique check (length(code_key) > 0),
      search_key text not null,
      check (commission <> 'percent' or commission_value <= 10000)
    ) strict, without rowid`,
    `create table package (
      id text primary key,
      code text not null check (length(code) > 0),
      name text not null check (length(name) > 0),
      items text not null check (json_valid(items)),
      active integer not null check (active in (0, 1)),
      created_at integer not null,
      code_key text not null unique check (length(code_key) > 0),
      search_key text not null
    ) strict, without rowid`,
  ],
}
