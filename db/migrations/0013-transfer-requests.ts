// What one warehouse asks of another, and how that was answered (PRT-9).
import type { Migration } from './migration.ts'

export const migration0013: Migration = {
  id: '0013-transfer-requests',
  up: [
    // Lines are what was asked; what was sent stands in the movements of the document that answered.
    `create table transfer_request (
      id text primary key,
      number text not null unique,
      from_warehouse_id text not null references warehouse (id),
      to_warehouse_id text not null references warehouse (id),
      state text not null check (state in ('open', 'sent', 'refused', 'withdrawn')),
      lines text not null check (json_valid(lines)),
      reason text not null,
      at integer not null,
      staff_id text not null references staff (id),
      document_id text references stock_document (id),
      answer text not null,
      answered_at integer,
      answered_by text references staff (id),
      check (from_warehouse_id <> to_warehouse_id),
      check ((state = 'sent') = (document_id is not null)),
      check ((state = 'open') = (answered_at is null)),
      check ((answered_at is null) = (answered_by is null)),
      check (state <> 'refused' or length(answer) > 0)
    ) strict`,
    `create index transfer_request_open on transfer_request (at) where state = 'open'`,
    `create index transfer_request_at on transfer_request (at)`,
    // One answer each: a transfer answers one request.
    `create unique index transfer_request_document on transfer_request (document_id) where document_id is not null`,
  ],
}
