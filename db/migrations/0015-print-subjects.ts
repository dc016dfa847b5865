// Papers of documents of the stock and of fault tags beside those of orders and visits: a print job names what it is
// about, and the order whose log it belongs to. Which subjects there are is the list of `paperSubjects`.
import type { Migration } from './migration.ts'

const COLUMNS = `id, paper, copy, subject, subject_id, reprint, printer, paper_size, copies, result, message, at,
  finished_at, staff_id`

export const migration0015: Migration = {
  id: '0015-print-subjects',
  up: [
    `create table print_job_new (
      id text primary key,
      paper text not null,
      copy text not null,
      subject text not null check (subject <> ''),
      subject_id text not null,
      order_id text references work_order (id),
      reprint integer not null check (reprint >= 0),
      printer text not null,
      paper_size text not null,
      copies integer not null check (copies > 0),
      result text not null check (result in ('queued', 'sent', 'printed', 'unknown', 'failed', 'saved')),
      message text not null default '',
      at integer not null,
      finished_at integer,
      staff_id text not null references staff (id),
      check (subject <> 'workOrder' or order_id = subject_id)
    ) strict, without rowid`,
    `insert into print_job_new (${COLUMNS}, order_id)
      select ${COLUMNS}, case subject when 'workOrder' then subject_id end from print_job`,
    `drop table print_job`,
    `alter table print_job_new rename to print_job`,
    `create index print_job_subject on print_job (subject_id, at)`,
    `create index print_job_order on print_job (order_id, at)`,
    `create index print_job_at on print_job (at)`,
  ],
}
