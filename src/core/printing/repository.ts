// The only file that names the table print_job.
import type { PrintJob } from '#shared/contract/printing.ts'
import type { PaperSubject } from '#shared/domain/papers/index.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

export type JobRow = {
  id: string
  paper: PrintJob['paper']
  copy: PrintJob['copy']
  subject: PaperSubject
  subject_id: string
  /** The order whose papers list it; null for a visit's slip. */
  order_id: string | null
  reprint: number
  printer: string
  paper_size: string
  copies: number
  result: PrintJob['result']
  message: string
  at: number
  finished_at: number | null
  staff_id: string
}

export const insertJob = (db: WriteDb, job: Omit<JobRow, 'message' | 'finished_at'>): void => {
  db.run(sql('print_job').insert(job))
}

export const finishJob = (
  db: WriteDb,
  id: string,
  result: JobRow['result'],
  message: string,
  at: number,
): void => {
  db.run(sql('print_job').where({ id }).update({ result, message, finished_at: at }))
}

/** Jobs that were under way when the core ended: they may have come out, so they are never sent again by themselves. */
export const interruptJobs = (db: WriteDb, at: number): number =>
  db.run(
    text(
      `update print_job set result = 'unknown', message = 'interrupted', finished_at = ? where result = 'queued'`,
      at,
    ),
  ).changes

export const readJob = (db: ReadDb, id: string): JobRow | undefined =>
  db.get<JobRow>(sql('print_job').where({ id }))

export const queuedJobs = (db: ReadDb): JobRow[] =>
  db.all<JobRow>(text(`select * from print_job where result = 'queued' order by at, id`))

/** How often this paper left the house before: every try counts whose end is not surely "nothing came out". */
export const timesPrinted = (db: ReadDb, paper: string, copy: string, subjectId: string, since = 0): number =>
  db.value<number>(
    text(
      `select count(*) from print_job where subject_id = ? and paper = ? and copy = ? and at >= ? and result in ('queued', 'sent', 'printed', 'unknown', 'saved')`,
      subjectId,
      paper,
      copy,
      since,
    ),
  ) ?? 0

/** The same for all copies of a paper. */
export const timesPrintedInAll = (db: ReadDb, paper: string, subjectId: string): number =>
  db.value<number>(
    text(
      `select count(*) from print_job where subject_id = ? and paper = ? and result in ('queued', 'sent', 'printed', 'unknown', 'saved')`,
      subjectId,
      paper,
    ),
  ) ?? 0

export const listJobs = (db: ReadDb, subjectId: string | undefined, limit: number): PrintJob[] => {
  const rows = db.all<JobRow & { who: string }>(
    text(
      `select j.*, s.name as who from print_job j join staff s on s.id = j.staff_id
       ${subjectId === undefined ? '' : 'where j.subject_id = ? or j.order_id = ?'} order by j.at desc, j.id desc limit ?`,
      ...(subjectId === undefined ? [] : [subjectId, subjectId]),
      limit,
    ),
  )
  return rows.map((row) => ({
    id: row.id,
    paper: row.paper,
    copy: row.copy,
    subjectId: row.subject_id,
    reprint: row.reprint,
    printer: row.printer,
    copies: row.copies,
    result: row.result,
    message: row.message,
    at: row.at,
    who: row.who,
  }))
}

/** Of these subjects those whose paper was asked for and never came out. */
export const notPrinted = (db: ReadDb, subjectIds: readonly string[]): string[] =>
  db
    .all<{ subject_id: string }>(
      text(
        `select distinct j.subject_id from json_each(?) i join print_job j on j.subject_id = i.value
          where j.result in ('failed', 'unknown') and not exists (select 1 from print_job o
            where o.subject_id = j.subject_id and o.at >= j.at and o.result in ('queued', 'sent', 'printed', 'saved'))`,
        JSON.stringify(subjectIds),
      ),
    )
    .map(({ subject_id }) => subject_id)
