// Where every machine, accessory and loaner is, who took it home on what proof, and the review.
import { appendOnly } from './migration.ts'
import type { Migration } from './migration.ts'

const PLACE_KINDS = `('counter', 'shelf', 'bench', 'technician', 'vendor', 'branch', 'customer', 'lost')`

export const migration0007: Migration = {
  id: '0007-custody-and-hand-over',
  up: [
    `create table place (
      id text primary key,
      code text not null unique,
      name text not null check (length(name) > 0),
      kind text not null check (kind in ('shelf', 'bench')),
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,
    `create table loaner (
      id text primary key,
      code text not null unique,
      name text not null check (length(name) > 0),
      serial text not null,
      accessories text not null,
      remark text not null,
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,
    `create table loan (
      id text primary key,
      loaner_id text not null references loaner (id),
      order_id text not null references work_order (id),
      lent_at integer not null,
      lent_by text not null references staff (id),
      back_by integer,
      condition text not null,
      returned_at integer,
      returned_by text references staff (id),
      return_condition text
    ) strict, without rowid`,
    // A loaner is with one customer at a time.
    `create unique index loan_out on loan (loaner_id) where returned_at is null`,
    `create index loan_order on loan (order_id)`,
    // Only what was moved has a row: everything else of an open order is where intake put it, at the counter.
    `create table custody (
      id text primary key,
      order_id text not null references work_order (id),
      item text not null,
      place_kind text not null check (place_kind in ${PLACE_KINDS}),
      place_id text,
      since integer not null,
      staff_id text not null references staff (id),
      unique (order_id, item)
    ) strict, without rowid`,
    `create index custody_place on custody (place_kind, place_id, since)`,
    `create table custody_move (
      id text primary key,
      order_id text not null references work_order (id),
      item text not null,
      from_kind text not null check (from_kind in ${PLACE_KINDS}),
      from_id text,
      to_kind text not null check (to_kind in ${PLACE_KINDS}),
      to_id text,
      remark text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index custody_move_order on custody_move (order_id, at)`,
    ...appendOnly('custody_move'),
    `create table hand_over (
      id text primary key,
      order_id text not null references work_order (id),
      way text not null check (way in ('slip', 'lostSlip', 'delivery', 'courier', 'disposal')),
      slip text not null,
      taken_by text not null check (taken_by in ('customer', 'proxy', 'nobody')),
      proxy_name text not null,
      proxy_phone text not null,
      identity text not null,
      second_person text references staff (id),
      photo text,
      signature text,
      signed_on text check (signed_on in ('pad', 'paper')),
      waybill text not null,
      delivery_proof text not null,
      disposal_file text not null,
      approval text not null,
      configuration text not null check (json_valid(configuration)),
      differences text not null check (json_valid(differences)),
      at integer not null,
      staff_id text not null references staff (id),
      undone_at integer
    ) strict, without rowid`,
    `create index hand_over_order on hand_over (order_id, at)`,
    `create table review (
      id text primary key,
      order_id text not null references work_order (id),
      decision text not null check (decision in ('closed', 'sentBack')),
      sent_to text check (sent_to in ('pendingSettlement', 'repeatService')),
      reason text not null,
      alone integer not null check (alone in (0, 1)),
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index review_order on review (order_id, at)`,
    ...appendOnly('review'),
    // Acts that a larger shop would have given to a second person; listed to the owner (STF-2).
    `create table solo_act (
      id text primary key,
      duty text not null check (duty in ('repairsAndReviews', 'requestsAndApproves', 'handsOverWithoutSecond')),
      order_id text not null references work_order (id),
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index solo_act_at on solo_act (at)`,
    ...appendOnly('solo_act'),
    `create table device_warning (
      id text primary key,
      brand text not null,
      model text not null,
      text text not null check (length(text) > 0),
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,
  ],
}
