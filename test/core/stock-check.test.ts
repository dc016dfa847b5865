// `counter check` proves what is kept beside the movements, and finds what was changed behind the program.
import { expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { openDriver } from '#core/db/driver.ts'
import { startStock } from '#test/support/stock-shop.ts'

/** A shop with a receipt, a serial that moved, a transfer half arrived, and a count; its core is closed. */
const written = async (): Promise<string> => {
  const { core, dir, keeper, part, bin, bad, receive, desk } = await startStock()
  const other = await keeper.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
  const [screws, screen] = [part({ code: 'A' }), part({ code: 'S', serialTracked: true })]
  await receive(screws, 9, 1000)
  await receive(screen, 2, 500, ['S1', 'S2'])
  const move = (lines: { partId: string; quantity: number; serials?: string[] }[], toPlaceId = bad) =>
    keeper.value('stock.move', { fromPlaceId: bin, toPlaceId, lines })
  await move([
    { partId: screws, quantity: 1000 },
    { partId: screen, quantity: 1000, serials: ['S2'] },
  ])
  const { documentId } = await keeper.value('stock.transferSend', {
    fromPlaceId: bin,
    toWarehouseId: other.id,
    lines: [{ partId: screws, quantity: 3000 }],
  })
  const placeId = other.places[0]?.id ?? ''
  await keeper.value('stock.transferArrive', {
    documentId,
    lines: [{ partId: screws, quantity: 1000, placeId }],
  })
  await keeper.value('stock.count', {
    placeId: bin,
    lines: [{ partId: screws, counted: 4000 }],
    reason: '盘点',
  })
  desk.close()
  await core.drain()
  return dir
}

const failing = (dir: string): string[] =>
  checkFolder(dir, 0).flatMap(({ ok, name, problems }) => (ok ? [] : [`${name}: ${problems.join('; ')}`]))

it('PRT-4 PRT-9 PRT-10 finds nothing in a stock that the program wrote, and whatever was changed behind it', async () => {
  const dir = await written()
  expect(failing(dir)).toEqual([])
  const tamper = (sql: string, back: string): string[] => {
    const db = openDriver(`${dir}/counter.db`)
    db.exec(sql)
    const found = failing(dir)
    db.exec(back)
    db.close()
    return found
  }
  const set = (table: string, column: string, by: number, where: string): [string, string] => [
    `update ${table} set ${column} = ${column} + ${by} where ${where}`,
    `update ${table} set ${column} = ${column} - ${by} where ${where}`,
  ]
  const isScrews = `part_id = (select id from part where code = 'A')`
  const isBin = `place_id = (select id from stock_place where code = 'W1-01')`
  const serialAt = (code: string) =>
    `update part_serial set place_id = (select id from stock_place where code = '${code}') where serial = 'S2'`
  expect([
    tamper(...set('stock_balance', 'quantity', 1000, `${isScrews} and ${isBin}`)),
    tamper(...set('stock_cost', 'value_fen', 1, isScrews)),
    tamper(...set('stock_on_way', 'quantity', -1000, isScrews)),
    tamper(serialAt('W1-01'), serialAt('W1-X')),
    tamper(
      `update part_serial set place_id = iif(serial = 'S1', (select id from stock_place where code = 'W1-X'),
        (select id from stock_place where code = 'W1-01'))`,
      `update part_serial set place_id = iif(serial = 'S2', (select id from stock_place where code = 'W1-X'),
        (select id from stock_place where code = 'W1-01'))`,
    ),
  ]).toEqual([
    [
      'stock balances: balance of A at W1-01 is 5000 and not 4000, the sum of its movements',
      'stock costs: cost of A is 8000 and not 9000, the sum of the values of its movements',
    ],
    ['stock costs: cost of A is 890 and not 889, the sum of the values of its movements'],
    [
      expect.stringMatching(
        /^stock on the way: on the way of SZ01-.* is 1000 and not 2000, what its transfer/,
      ),
    ],
    [expect.stringMatching(/^part serials: serials at a place of S at W1-01 is 2000 and not 1000/)],
    [expect.stringMatching(/^part serials: /)],
  ])
  expect(failing(dir)).toEqual([])
})
