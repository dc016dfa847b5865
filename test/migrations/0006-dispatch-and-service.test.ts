import { expect, it } from 'vitest'
import { id, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, withDatabase } from './database-at.ts'

it('keeps everything a shop had before anybody was dispatched', async () => {
  await expect(keepsRows(6, rowsUpTo(5))).resolves.toBe(undefined)
})

it('DSP-3 keeps a second primary technician out of a dispatch, and appointments, attempts and urges as they were written', async () => {
  const dir = await folderAt(6)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(6))
    const refused = (statement: string, ...values: string[]): string => {
      try {
        db.prepare(statement).run(...values)
        return 'done'
      } catch (error) {
        return (error as Error).message
      }
    }
    expect([
      refused(
        `insert into dispatch_member (id, dispatch_id, staff_id, part) values (?, ?, ?, 'primary')`,
        id(99),
        id(42),
        id(2),
      ),
      refused(`update appointment set at = 0`),
      refused(`delete from contact_attempt`),
      refused(`delete from urge`),
    ]).toEqual([
      'UNIQUE constraint failed: dispatch_member.dispatch_id',
      'appointment is append-only',
      'contact_attempt is append-only',
      'urge is append-only',
    ])
  })
})

it('reads a column of the board in its order, without sorting', async () => {
  const dir = await folderAt(6)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(5))
    const plan = db
      .prepare(
        `explain query plan select id from work_order
           where state = 'inService' and state not in ('closed', 'cancelled')
           order by coalesce(urges, 0) desc, coalesce(promised_at, next_contact_by, state_since) limit 50`,
      )
      .all() as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toMatch(/work_order_board(?!.*TEMP B-TREE)/)
  })
})
