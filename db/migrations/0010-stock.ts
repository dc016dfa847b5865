// Stock as movements that nobody changes, and the five quantities of a part on an order. What is kept beside the
// movements (balances, costs, serials) is written in the same transaction and proved by `counter check`.
import { appendOnly } from './migration.ts'
import type { Migration } from './migration.ts'

export const migration0010: Migration = {
  id: '0010-stock',
  up: [
    `create table warehouse (
      id text primary key,
      code text not null unique check (length(code) > 0),
      name text not null check (length(name) > 0),
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,
    // A technician's bag, the defective bin and what is on the way are places, and only a bin is sellable (PRT-5).
    `create table stock_place (
      id text primary key,
      warehouse_id text not null references warehouse (id),
      kind text not null check (kind in ('bin', 'defective', 'bag', 'transit')),
      code text not null unique check (length(code) > 0),
      name text not null check (length(name) > 0),
      staff_id text references staff (id),
      active integer not null check (active in (0, 1)),
      created_at integer not null,
      check ((kind = 'bag') = (staff_id is not null))
    ) strict, without rowid`,
    `create unique index stock_place_bag on stock_place (staff_id, warehouse_id) where kind = 'bag'`,

    `create table stock_document (
      id text primary key,
      number text not null unique,
      kind text not null check (kind in ('receipt', 'supplierReturn', 'transfer', 'arrival', 'count', 'adjustment',
        'issue', 'return', 'toHeadquarters', 'scrap')),
      order_id text references work_order (id),
      partner_id text references partner (id),
      refers_to text references stock_document (id),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id),
      check (kind not in ('issue', 'return') or order_id is not null),
      check (kind not in ('adjustment', 'scrap') or length(reason) > 0)
    ) strict`,
    `create index stock_document_order on stock_document (order_id, at) where order_id is not null`,
    `create index stock_document_kind on stock_document (kind, at)`,
    `create index stock_document_at on stock_document (at)`,
    `create index stock_document_refers on stock_document (refers_to) where refers_to is not null`,
    ...appendOnly('stock_document'),

    // One row for each place and part that a document touches; value is what the quantity cost, same sign.
    `create table stock_movement (
      id text primary key,
      document_id text not null references stock_document (id),
      position integer not null check (position > 0),
      part_id text not null references part (id),
      place_id text not null references stock_place (id),
      quantity integer not null check (quantity <> 0),
      value_fen integer not null,
      serials text not null check (json_valid(serials)),
      order_part_id text references order_part (id),
      at integer not null,
      check (value_fen = 0 or (value_fen > 0) = (quantity > 0))
    ) strict`,
    `create index stock_movement_part on stock_movement (part_id, at)`,
    `create index stock_movement_document on stock_movement (document_id, position)`,
    `create index stock_movement_order_part on stock_movement (order_part_id) where order_part_id is not null`,
    ...appendOnly('stock_movement'),

    // PRT-4: never below zero, whatever the code does.
    `create table stock_balance (
      part_id text not null references part (id),
      place_id text not null references stock_place (id),
      quantity integer not null check (quantity >= 0),
      primary key (part_id, place_id)
    ) strict, without rowid`,
    `create unique index stock_place_transit on stock_place (warehouse_id) where kind = 'transit'`,
    `create index stock_balance_place on stock_balance (place_id, part_id) where quantity > 0`,
    // Moving average of all places together: value ÷ quantity (PRT-10).
    `create table stock_cost (
      part_id text primary key references part (id),
      quantity integer not null check (quantity >= 0),
      value_fen integer not null check (value_fen >= 0),
      check (quantity > 0 or value_fen = 0)
    ) strict, without rowid`,
    // What of each transfer is still on the way, at the place "on the way" of the warehouse it goes to (PRT-9).
    `create table stock_on_way (
      document_id text not null references stock_document (id),
      part_id text not null references part (id),
      place_id text not null references stock_place (id),
      quantity integer not null check (quantity >= 0),
      primary key (document_id, part_id)
    ) strict, without rowid`,
    `create index stock_on_way_open on stock_on_way (place_id, part_id) where quantity > 0`,
    // Where each serial is: at a place, on an order, or gone (both null).
    `create table part_serial (
      part_id text not null references part (id),
      serial text not null check (length(serial) > 0),
      place_id text references stock_place (id),
      order_part_id text references order_part (id),
      primary key (part_id, serial),
      check (place_id is null or order_part_id is null)
    ) strict, without rowid`,
    `create index part_serial_text on part_serial (serial)`,

    // PRT-1, PRT-2: the quantities of one line, each the sum of its entries. In hand = issued − used − returned.
    `create table order_part (
      id text primary key,
      order_id text not null references work_order (id),
      position integer not null check (position > 0),
      part_id text references part (id),
      code text not null,
      name text not null check (length(name) > 0),
      unit text not null,
      bought_in integer not null check (bought_in in (0, 1)),
      bought_in_cost_fen integer check (bought_in_cost_fen >= 0),
      old_returnable integer not null check (old_returnable in (0, 1)),
      planned integer not null check (planned >= 0),
      issued integer not null check (issued >= 0),
      used integer not null check (used >= 0),
      returned_good integer not null check (returned_good >= 0),
      returned_defective integer not null check (returned_defective >= 0),
      old_owed integer not null check (old_owed >= 0),
      old_returned integer not null check (old_returned >= 0),
      cost_fen integer not null check (cost_fen >= 0),
      price_fen integer not null check (price_fen >= 0),
      payer text not null check (payer in ('customer', 'maker', 'contract', 'ourselves')),
      warranty_days integer not null check (warranty_days between 0 and 3650),
      misfit_reason text,
      active integer not null check (active in (0, 1)),
      unique (order_id, position),
      check (issued >= used + returned_good + returned_defective),
      check (bought_in = 0 or bought_in_cost_fen is not null),
      check (bought_in = 1 or part_id is not null)
    ) strict`,
    `create index order_part_waiting on order_part (part_id) where active = 1 and planned > issued`,
    `create table order_part_entry (
      id text primary key,
      order_part_id text not null references order_part (id),
      order_id text not null references work_order (id),
      quantity_of text not null check (quantity_of in ('planned', 'issued', 'used', 'returnedGood',
        'returnedDefective', 'oldOwed', 'oldReturned')),
      quantity integer not null check (quantity <> 0),
      cost_fen integer not null,
      document_id text references stock_document (id),
      old_serials text not null check (json_valid(old_serials)),
      new_serials text not null check (json_valid(new_serials)),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict`,
    `create index order_part_entry_line on order_part_entry (order_part_id, at)`,
    `create index order_part_entry_order on order_part_entry (order_id, at)`,
    ...appendOnly('order_part_entry'),

    `create table part_request (
      id text primary key,
      number text not null unique,
      order_id text references work_order (id),
      order_part_id text references order_part (id),
      part_id text not null references part (id),
      quantity integer not null check (quantity > 0),
      source text not null check (source in ('headquarters', 'purchase')),
      partner_id text references partner (id),
      expected_at integer,
      state text not null check (state in ('open', 'arrived', 'unavailable', 'withdrawn')),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict`,
    `create index part_request_open on part_request (part_id, expected_at) where state = 'open'`,
    `create index part_request_order on part_request (order_id) where order_id is not null`,

    // PRT-8: what goes back to headquarters or the maker, each with its tag.
    `create table fault_tag (
      id text primary key,
      number text not null unique,
      order_id text not null references work_order (id),
      order_part_id text not null references order_part (id),
      part_id text references part (id),
      what text not null check (what in ('old', 'defective')),
      quantity integer not null check (quantity > 0),
      serial text not null,
      fault text not null,
      place_id text references stock_place (id),
      at integer not null,
      staff_id text not null references staff (id),
      printed_at integer,
      sent_at integer,
      waybill text
    ) strict`,
    `create index fault_tag_owed on fault_tag (at) where sent_at is null`,
    `create index fault_tag_order on fault_tag (order_id)`,
    // PRT-12: a manager lets an order close with parts in hand or old parts owed, in writing.
    `create table parts_waiver (
      id text primary key,
      order_id text not null references work_order (id),
      words text not null check (length(words) > 0),
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index parts_waiver_order on parts_waiver (order_id)`,
    ...appendOnly('parts_waiver'),

    // PRT-14: a reading is corrected by another reading with a reason.
    `create table meter_reading (
      id text primary key,
      device_id text not null references device (id),
      order_id text references work_order (id),
      counter text not null check (counter in ('total', 'black', 'colour', 'scan')),
      value integer not null check (value >= 0),
      reason text not null,
      corrects text references meter_reading (id),
      at integer not null,
      staff_id text not null references staff (id),
      check (corrects is null or length(reason) > 0)
    ) strict, without rowid`,
    `create index meter_reading_device on meter_reading (device_id, counter, at)`,
    ...appendOnly('meter_reading'),
  ],
}
