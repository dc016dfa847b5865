import { expect, it } from 'vitest'
import { customersAndOrders, rowsUpTo, shopAndPeople } from './believable-rows.ts'
import { folderAt, insertInto, keepsRows, withDatabase } from './database-at.ts'

it('keeps the shop, its people and the books', async () => {
  await expect(keepsRows(2, shopAndPeople)).resolves.toBe(undefined)
})

it('takes customers and orders, and refuses a state, a sign or a reference that cannot be', async () => {
  const dir = await folderAt(2)
  withDatabase(dir.database, (db) => {
    insertInto(db, rowsUpTo(2))
    expect(db.prepare('select count(*) from work_order').pluck().get()).toBe(1)
    expect(() => db.exec(`update work_order set state = 'lost'`)).toThrow('CHECK')
    expect(() => db.exec('update work_order set limit_fen = -1')).toThrow('CHECK')
    expect(() => db.exec(`update work_order set t1 = 'yesterday'`)).toThrow('INTEGER')
    expect(() => db.exec('delete from customer')).toThrow('FOREIGN KEY')
    expect(() => insertInto(db, customersAndOrders)).toThrow('UNIQUE')
  })
})
