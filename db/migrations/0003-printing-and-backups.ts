// What was printed, and which backups were made and verified.
import type { Migration } from './migration.ts'

export const migration0003: Migration = {
  id: '0003-printing-and-backups',
  up: [
    `create table print_job (
      id text primary key,
      paper text not null,
      copy text not null,
      subject text not null check (subject in ('workOrder', 'visit')),
      subject_id text not null,
      reprint integer not null check (reprint >= 0),
      printer text not null,
      paper_size text not null,
      copies integer not null check (copies > 0),
      result text not null check (result in ('queued', 'sent', 'printed', 'unknown', 'failed', 'saved')),
      message text not null default '',
      at integer not null,
      finished_at integer,
      staff_id text not null references staff (id)
    ) strict, without rowid`,
    `create index print_job_subject on print_job (subject_id, at)`,
    `create index print_job_at on print_job (at)`,
    `create table backup (
      id text primary key,
      file text not null unique,
      reason text not null,
      at integer not null,
      bytes integer not null,
      sha256 text not null,
      orders integer not null,
      outbox_seq integer not null,
      chain text not null,
      audit_chain text not null
    ) strict, without rowid`,
  ],
}
