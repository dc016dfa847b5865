// `counter check` proves that shifts and their entries say the same, and finds what was changed behind the program.
import { expect, it } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import { startTill } from '#test/support/till.ts'

it('SET-7 SET-8 a closed shift whose entries, count, rest or next float were changed is found', async () => {
  const { take, count, close, clock, dir, problems, clerk } = await startTill()
  await take(10_000)
  await take(500, 'wechat')
  const first = await close((await count(9900)).count.id, { takenFen: 4900, reason: '少了' })
  clock.now += 1000
  await take(300)
  const { shift: second } = await clerk.value('shift.current', {})
  expect(await problems()).toEqual([])

  const { number } = first.shift
  /** Changes it, looks, and puts it back. */
  const found = async (change: string, back: string): Promise<string[]> => {
    const db = openDriver(`${dir}/counter.db`)
    const triggers = db
      .prepare(`select name, sql from sqlite_schema where type = 'trigger' and (tbl_name like 'shift%'
        or tbl_name like 'money%')`)
      .all() as { name: string; sql: string }[]
    const run = (statement: string): void => {
      for (const { name } of triggers) db.exec(`drop trigger ${name}`)
      db.exec(statement)
      for (const { sql } of triggers) db.exec(sql)
    }
    run(change)
    const seen = (await problems()).filter((problem) => !problem.includes('differs from its operations'))
    run(back)
    db.close()
    return seen
  }
  const shiftOf = `where number = '${number}'`
  const ofFirst = `(select id from shift ${shiftOf})`
  const late = `update money_entry set shift_id = `
  expect({
    float: await found(
      `update shift set float_fen = 4000 where number = '${second?.number}'`,
      `update shift set float_fen = 5000 where number = '${second?.number}'`,
    ),
    left: await found(
      `update shift_close set left_fen = 4900 where id = ${ofFirst}`,
      `update shift_close set left_fen = 5000 where id = ${ofFirst}`,
    ),
    expected: await found(
      `update shift_count set expected_fen = 9900 where shift_id = ${ofFirst}`,
      `update shift_count set expected_fen = 10000 where shift_id = ${ofFirst}`,
    ),
    otherMethod: await found(
      `update shift_count set methods = replace(methods, ':500,', ':400,') where shift_id = ${ofFirst}`,
      `update shift_count set methods = replace(methods, ':400,', ':500,') where shift_id = ${ofFirst}`,
    ),
    late: await found(
      `${late} ${ofFirst} where shift_id = '${second?.id}'`,
      `${late} '${second?.id}' where id = (select max(id) from money_entry)`,
    ),
    outside: await found(
      `${late} null where shift_id = '${second?.id}'`,
      `${late} '${second?.id}' where id = (select max(id) from money_entry)`,
    ),
  }).toEqual({
    float: [expect.stringContaining('it began with another amount than the shift before left')],
    left: [
      `${number}: its close left another amount than its entries`,
      expect.stringContaining('it began with another amount than the shift before left'),
    ],
    expected: [`${number}: what was expected is not what its entries say`],
    otherMethod: [`${number} wechat: what was expected is not what its entries say`],
    late: [
      `${number}: what was expected is not what its entries say`,
      `${number}: its close left another amount than its entries`,
    ],
    outside: ['收银台: money moved in it outside its shifts'],
  })
  expect(await problems()).toEqual([])
})
