// The only file that names the table inbox.
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

export type InboxRow = {
  id: string
  kind: string
  sender: string
  body: string
  received_at: number
  order_id: string | null
  result: string
}

export const hasMessage = (db: ReadDb, id: string): boolean =>
  db.value<number>(text('select 1 from inbox where id = ?', id)) !== undefined

export const listMessages = (db: ReadDb, limit: number): InboxRow[] =>
  db.all<InboxRow>(text('select * from inbox order by received_at desc, id desc limit ?', limit))

export const keepMessage = (db: WriteDb, row: InboxRow): void => {
  db.run(
    text(
      'insert into inbox (id, kind, sender, body, received_at, order_id, result) values (?, ?, ?, ?, ?, ?, ?)',
      row.id,
      row.kind,
      row.sender,
      row.body,
      row.received_at,
      row.order_id,
      row.result,
    ),
  )
}
