// `counter check`: passes on what the core wrote, and finds what anybody changed behind its back.
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { openDriver } from '#core/db/driver.ts'
import { startShop, visit } from '#test/support/core.ts'

const written = async (): Promise<string> => {
  const { manager, core, dir } = await startShop()
  const { orders, customerId } = await manager.value('visit.create', visit())
  await manager.value('order.amend', {
    id: orders[0]?.id ?? '',
    ver: 1,
    changes: { condition: '划痕', limitFen: 30000 },
  })
  await manager.value('customer.change', { id: customerId, changes: { company: '某公司' } })
  await manager.value('order.remark', { id: orders[0]?.id ?? '', text: '客户催' })
  await core.drain()
  return dir
}

const failing = (dir: string): string[] =>
  checkFolder(dir, 0)
    .filter((check) => !check.ok)
    .map((check) => check.name)

const tamper = (dir: string, sql: string): void => {
  const db = openDriver(`${dir}/counter.db`)
  db.pragma('foreign_keys = OFF')
  for (const trigger of db
    .prepare(`select name from sqlite_schema where type = 'trigger'`)
    .pluck()
    .all() as string[]) {
    db.exec(`drop trigger ${trigger}`)
  }
  db.exec(sql)
  db.close()
}

describe('checking a database', () => {
  it('finds nothing in what the core wrote', async () => {
    expect(failing(await written())).toEqual([])
  })

  const changes: readonly [string, string, string][] = [
    ['an amount', 'update work_order set limit_fen = 1', 'outbox equals tables'],
    ['a state', `update work_order set state = 'closed'`, 'outbox equals tables'],
    ['a telephone number', `update customer_phone set display = '1'`, 'outbox equals tables'],
    ['a log entry', `update service_log set remark = 'x' where seq = 4`, 'outbox equals tables'],
    ['a deleted log entry', 'delete from service_log where seq = 2', 'outbox equals tables'],
    ['an operation', `update outbox set fields = '{}' where seq = 3`, 'outbox chain and order'],
    [
      'the last operation',
      'delete from outbox where seq = (select max(seq) from outbox)',
      'outbox chain and order',
    ],
    ['an audit row', `update audit set staff_id = 'x' where seq = 2`, 'audit chain'],
    ['a deleted audit row', 'delete from audit where seq = 2', 'audit chain'],
    ['the last audit row', 'delete from audit where seq = (select max(seq) from audit)', 'audit chain'],
    ['an order without its customer', 'delete from customer', 'foreign keys'],
    ['a doubled number', 'update visit set number = (select number from work_order)', 'number uniqueness'],
  ]
  it.each(changes)('STF-3 finds %s that was changed behind the program', async (_what, sql, check) => {
    const dir = await written()
    tamper(dir, sql)
    expect(failing(dir)).toContain(check)
  })

  it('STF-3 neither audit log nor outbox can be changed by a statement', async () => {
    const db = openDriver(`${await written()}/counter.db`)
    for (const table of ['audit', 'outbox', 'service_log']) {
      expect(() => db.exec(`delete from ${table}`)).toThrow(/append-only|never deleted/)
      expect(() =>
        db.exec(`update ${table} set at_or_seq = 0`.replace('at_or_seq', table === 'outbox' ? 'hlc' : 'at')),
      ).toThrow(/append-only|immutable/)
    }
    db.close()
  })
})
