// The only file that names the table draft.
import type { Draft } from '#shared/contract/drafts.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

type DraftRow = {
  id: string
  form: 'intake'
  title: string
  body: string
  schema_version: number
  parked: number
  updated_at: number
}

export const listDrafts = (db: ReadDb, staffId: string): Draft[] =>
  db
    .all<DraftRow>(text('select * from draft where staff_id = ? order by updated_at desc limit 50', staffId))
    .map((row) => ({
      id: row.id,
      form: row.form,
      title: row.title,
      body: JSON.parse(row.body) as Draft['body'],
      schemaVersion: row.schema_version,
      parked: row.parked === 1,
      updatedAt: row.updated_at,
    }))

export const draftOwner = (db: ReadDb, id: string): string | undefined =>
  db.value<string>(text('select staff_id from draft where id = ?', id))

export const upsertDraft = (
  db: WriteDb,
  draft: Omit<Draft, 'body'> & { body: string; staffId: string },
): void => {
  db.run(
    text(
      `insert into draft (id, staff_id, form, title, body, schema_version, parked, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set title = excluded.title, body = excluded.body, schema_version = excluded.schema_version,
         parked = excluded.parked, updated_at = excluded.updated_at`,
      draft.id,
      draft.staffId,
      draft.form,
      draft.title,
      draft.body,
      draft.schemaVersion,
      draft.parked ? 1 : 0,
      draft.updatedAt,
    ),
  )
}

export const discardDraft = (db: WriteDb, id: string, staffId: string): void => {
  db.run(text('delete from draft where id = ? and staff_id = ?', id, staffId))
}
