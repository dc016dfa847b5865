// Who does the work, where it was sent, what was done and what was promised meanwhile.
import { appendOnly } from './migration.ts'
import type { Migration } from './migration.ts'

export const migration0006: Migration = {
  id: '0006-dispatch-and-service',
  up: [
    // Null in rows of before: nothing is known yet.
    `alter table staff add column skills text check (skills is null or json_valid(skills))`,
    `alter table staff add column areas text check (areas is null or json_valid(areas))`,
    `alter table staff add column hours text check (hours is null or json_valid(hours))`,
    `alter table staff add column phone text`,
    `alter table staff add column pin_hash blob`,
    `alter table staff add column pin_salt blob`,
    // A PIN opens only a counter where the same person signed in with the password not long ago (STF-1).
    `create table terminal_trust (
      terminal text not null,
      staff_id text not null references staff (id),
      password_at integer not null,
      primary key (terminal, staff_id)
    ) strict, without rowid`,
    `create table branch (
      id text primary key,
      code text not null unique,
      name text not null check (length(name) > 0),
      level text not null check (level in ('headquarters', 'region', 'mainStation', 'branch', 'subPoint', 'salesOutlet')),
      phone text not null,
      address text not null,
      serves integer not null check (serves in (0, 1)),
      technicians text not null check (json_valid(technicians)),
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,
    `create table partner (
      id text primary key,
      name text not null check (length(name) > 0),
      contact text not null,
      phone text not null,
      address text not null,
      repair_vendor integer not null check (repair_vendor in (0, 1)),
      categories text not null check (json_valid(categories)),
      usual_days integer check (usual_days between 0 and 365),
      remark text not null,
      active integer not null check (active in (0, 1)),
      created_at integer not null
    ) strict, without rowid`,

    // What boards, labels and lists read of an order without joining; null in rows of before, for none.
    `alter table work_order add column primary_id text references staff (id)`,
    `alter table work_order add column dispatches integer check (dispatches >= 0)`,
    `alter table work_order add column t2 integer`,
    `alter table work_order add column promised_at integer`,
    `alter table work_order add column appointments integer check (appointments >= 0)`,
    `alter table work_order add column next_contacts integer check (next_contacts >= 0)`,
    `alter table work_order add column urges integer check (urges >= 0)`,
    `alter table work_order add column ready_at integer`,
    `alter table work_order add column vendor_slip_at integer`,
    `alter table work_order add column back_by integer`,
    `alter table work_order add column suspend_reason text`,
    `alter table work_order add column comeback_of text references work_order (id)`,
    `alter table work_order add column warranty_until integer`,
    `alter table work_order add column closed_at integer`,
    // One column of the board, the urged and the longest waiting first: read in order, without sorting.
    `create index work_order_board on work_order (state, coalesce(urges, 0) desc, coalesce(promised_at, next_contact_by, state_since))
      where state not in ('closed', 'cancelled')`,
    `create index work_order_technician on work_order (primary_id, state) where state not in ('closed', 'cancelled') and primary_id is not null`,
    `create index work_order_comeback on work_order (comeback_of) where comeback_of is not null`,

    `create table dispatch (
      id text primary key,
      order_id text not null references work_order (id),
      position integer not null check (position > 0),
      target text not null check (target in ('own', 'branch', 'vendor')),
      direction text not null check (direction in ('out', 'in')),
      purpose text not null check (purpose in ('repair', 'handOver')),
      state text not null check (state in ('planned', 'open', 'received', 'refused', 'revoked', 'reassigned', 'returned', 'finished')),
      since integer not null,
      branch_id text references branch (id),
      branch_technician text,
      by_upper integer not null default 0 check (by_upper in (0, 1)),
      vendor_id text references partner (id),
      expected_return integer,
      cost_fen integer check (cost_fen >= 0),
      result text check (result in ('repaired', 'unrepaired', 'refused')),
      waybill text,
      instructions text,
      reason text,
      created_at integer not null,
      created_by text not null references staff (id),
      unique (order_id, position),
      check ((target = 'branch') = (branch_id is not null)),
      check ((target = 'vendor') = (vendor_id is not null))
    ) strict`,
    `create index dispatch_open on dispatch (target, expected_return) where state in ('open', 'received')`,
    `create table dispatch_member (
      id text primary key,
      dispatch_id text not null references dispatch (id),
      staff_id text not null references staff (id),
      part text not null check (part in ('primary', 'assistant')),
      unique (dispatch_id, staff_id)
    ) strict, without rowid`,
    // DSP-3: exactly one primary technician; that there is one is checked where the dispatch is made.
    `create unique index dispatch_primary on dispatch_member (dispatch_id) where part = 'primary'`,
    `create index dispatch_member_staff on dispatch_member (staff_id)`,
    `create table reassign_request (
      id text primary key,
      order_id text not null references work_order (id),
      dispatch_id text references dispatch (id),
      reason text not null check (length(reason) > 0),
      at integer not null,
      staff_id text not null references staff (id),
      decision text check (decision in ('approved', 'rejected')),
      decision_reason text,
      decided_at integer,
      decided_by text references staff (id)
    ) strict, without rowid`,
    `create index reassign_request_order on reassign_request (order_id, at)`,

    `create table service_record (
      id text primary key,
      order_id text not null references work_order (id),
      dispatch_id text references dispatch (id),
      fault_code text not null,
      actual_fault text not null check (length(actual_fault) > 0),
      action text not null check (length(action) > 0),
      result text not null,
      minutes integer check (minutes >= 0),
      arrived_at integer,
      finished_at integer,
      long_reason text,
      serials text not null check (json_valid(serials)),
      photos text not null check (json_valid(photos)),
      done_by text not null references staff (id),
      reported_by text not null references staff (id),
      at integer not null,
      check (arrived_at is null or finished_at >= arrived_at)
    ) strict, without rowid`,
    `create index service_record_order on service_record (order_id, at)`,
    // Prices join with the quote; what was done, for whom it is paid and how long it is warranted stands here.
    `create table charge_line (
      id text primary key,
      order_id text not null references work_order (id),
      record_id text not null references service_record (id),
      position integer not null,
      kind text not null check (kind in ('labour', 'part', 'other')),
      text text not null check (length(text) > 0),
      payer text not null check (payer in ('customer', 'maker', 'contract', 'ourselves')),
      warranty_days integer not null check (warranty_days between 0 and 3650),
      active integer not null check (active in (0, 1))
    ) strict, without rowid`,
    `create index charge_line_order on charge_line (order_id, position)`,

    `create table appointment (
      id text primary key,
      order_id text not null references work_order (id),
      kind text not null check (kind in ('visit', 'pickUp', 'nextContact')),
      at integer not null,
      type text check (type in ('customer', 'parts', 'other')),
      reason text,
      request_no text,
      part_code text,
      made_at integer not null,
      made_by text not null references staff (id)
    ) strict, without rowid`,
    `create index appointment_order on appointment (order_id, made_at)`,
    ...appendOnly('appointment'),
    `create table contact_attempt (
      id text primary key,
      order_id text not null references work_order (id),
      customer_id text not null references customer (id),
      channel text not null check (channel in ('phone', 'sms', 'wechat', 'visit', 'other')),
      outcome text not null check (outcome in ('reached', 'noAnswer', 'busy', 'off', 'suspended', 'noSuchNumber', 'declined', 'textSent')),
      words text not null,
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index contact_attempt_order on contact_attempt (order_id, at)`,
    ...appendOnly('contact_attempt'),
    `create table urge (
      id text primary key,
      order_id text not null references work_order (id),
      source text not null check (source in ('customer', 'headquarters')),
      words text not null check (length(words) > 0),
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index urge_order on urge (order_id, at)`,
    ...appendOnly('urge'),
    // Texts for a technician or a customer; sending needs a gateway, copying does not (DSP-11, SRV-5).
    `create table message (
      id text primary key,
      order_id text not null references work_order (id),
      audience text not null check (audience in ('technician', 'customer')),
      occasion text not null check (occasion in ('dispatched', 'received', 'quoted', 'ready', 'overdue')),
      phone text not null,
      text text not null check (length(text) > 0),
      state text not null check (state in ('queued', 'copied', 'sent', 'failed', 'dropped')),
      at integer not null,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index message_order on message (order_id, at)`,
    `create index message_queued on message (at) where state = 'queued'`,
    // What units above and beside this shop told it; until headquarters is connected it is filled by hand.
    `create table inbox (
      id text primary key,
      kind text not null,
      sender text not null,
      body text not null check (json_valid(body)),
      received_at integer not null,
      order_id text references work_order (id),
      result text not null
    ) strict, without rowid`,
    `create index inbox_received on inbox (received_at)`,
  ],
}
