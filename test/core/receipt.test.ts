// Looking receipts up, and what the check proves about payments that wait to be confirmed.
import { expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { openDriver } from '#core/db/driver.ts'
import type { Params } from '#shared/contract/index.ts'
import { startShopWithDebts } from '#test/support/debts.ts'

it('SET-9 receipts are listed the newest first by day, kind, method, person and customer, page by page', async () => {
  const shop = await startShopWithDebts()
  const { clerk, manager } = shop
  const first = await shop.owed(10_000)
  const second = await shop.owed(10_000)
  const take = async (by: typeof clerk, customerId: string, method: 'cash' | 'wechat') => {
    const { receipt } = await by.value('receivable.collect', {
      customerId,
      payments: [{ method, amountFen: 1000 }],
    })
    shop.wait(1)
    return receipt.number
  }
  const a = await take(clerk, first.customerId, 'cash')
  const b = await take(manager, first.customerId, 'wechat')
  const c = await take(clerk, second.customerId, 'wechat')
  const list = async (given: Params<'receipt.list'>) => {
    const { receipts, next } = await manager.value('receipt.list', given)
    return [receipts.map(({ number }) => number), next] as const
  }
  const [page, next] = await list({ limit: 2 })
  const [ofFirst, more] = await list({ customerId: first.customerId, limit: 1 })
  expect([
    [page, await list({ limit: 2, after: next ?? '' })],
    [ofFirst, await list({ customerId: first.customerId, limit: 1, after: more ?? '' })],
    (await list({ from: '2026-11-23', to: '2026-11-23' }))[0],
    (await list({ method: 'wechat' }))[0],
    (await list({ staffId: clerk.staffId }))[0],
    (await list({ kind: 'refund' }))[0],
    (await list({ customerId: first.customerId, method: 'cash' }))[0],
    await clerk.refusal('receipt.get', { id: first.id }),
  ]).toEqual([
    [
      [c, b],
      [[a], null],
    ],
    [[b], [[a], null]],
    [b],
    [c, b],
    [c, a],
    [],
    [a],
    { refusal: 'unknownReceipt', field: 'id' },
  ])
  // The first of a file waits for its people to choose their passwords.
}, 90_000)

it('SET-3 the check finds a payment that waits and must not, and one that must and does not', async () => {
  const shop = await startShopWithDebts()
  const { customerId } = await shop.owed(10_000)
  const take = (method: 'cash' | 'wechat') =>
    shop.clerk.value('receivable.collect', { customerId, payments: [{ method, amountFen: 1000 }] })
  const confirmed = await take('cash')
  await shop.confirmAll()
  const waits = await take('wechat')
  await shop.core.drain()
  const failing = () => checkFolder(shop.dir, 0).flatMap(({ ok, problems }) => (ok ? [] : problems))
  const before = failing()
  const db = openDriver(`${shop.dir}/counter.db`)
  db.exec(`delete from payment_waiting;
    insert into payment_waiting select id, '2026-11-22', 'cash', 1 from payment_confirmation`)
  db.close()
  const said = 'a payment waits to be confirmed and must not, or must and does not'
  expect([before, failing().toSorted()]).toEqual([
    [],
    [`${confirmed.receipt.number}: ${said}`, `${waits.receipt.number}: ${said}`].toSorted(),
  ])
})
