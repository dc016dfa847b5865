// The accounts over a period, the money of a day, gross profit.
import { expect, it } from 'vitest'
import { startShopWithDebts } from '#test/support/debts.ts'
import type { ShopWithDebts } from '#test/support/debts.ts'

/** Work of which a tenth is earned by whoever does it. */
const work = async ({ manager }: ShopWithDebts): Promise<string> => {
  const { id } = await manager.value('serviceItem.add', {
    code: 'S-1',
    name: '换主板',
    priceFen: 8000,
    prices: {},
    minutes: 60,
    commission: 'percent',
    commissionValue: 1000,
    warrantyDays: 90,
  })
  return id
}

it('SET-3 SET-7 an account’s period: what was in it, came in, went out, is in it, and what waits to be confirmed', async () => {
  const shop = await startShopWithDebts()
  const { clerk, manager } = shop
  const { customerId } = await shop.owed(30_000)
  const collect = (method: 'cash' | 'wechat', amountFen: number) =>
    clerk.value('receivable.collect', { customerId, payments: [{ method, amountFen }] })
  await collect('cash', 10_000)
  await shop.confirmAll()
  shop.wait(1)
  await collect('cash', 5000)
  await shop.confirmAll()
  await collect('wechat', 2000)
  shop.wait(1)
  await collect('wechat', 1000)
  const day = '2026-11-23'
  const { accounts, waiting } = await manager.value('account.summary', { from: day, to: day })
  expect([
    accounts.filter(({ account }) =>
      ['cash', 'collectedCash', 'receivableCustomer', 'incomeLabour'].includes(account),
    ),
    waiting.filter(({ amountFen }) => amountFen !== 0),
    await manager.refusal('account.summary', { from: '2026-11-24', to: day }),
  ]).toEqual([
    [
      { account: 'cash', kind: 'asset', openingFen: 10_000, inFen: 5000, outFen: 0, closingFen: 15_000 },
      { account: 'collectedCash', kind: 'asset', openingFen: 0, inFen: 5000, outFen: 5000, closingFen: 0 },
      {
        account: 'receivableCustomer',
        kind: 'asset',
        openingFen: 20_000,
        inFen: 0,
        outFen: 7000,
        closingFen: 13_000,
      },
      {
        account: 'incomeLabour',
        kind: 'income',
        openingFen: 30_000,
        inFen: 0,
        outFen: 0,
        closingFen: 30_000,
      },
    ],
    [{ method: 'wechat', amountFen: 2000 }],
    { refusal: 'periodWrong', field: 'to' },
  ])
  // The first of a file waits for its people to choose their passwords.
}, 90_000)

it('SET-7 the money of a day counts a corrected receipt once and shows refunds and discounts apart', async () => {
  const shop = await startShopWithDebts()
  const { clerk, manager } = shop
  const { id } = await shop.charged(20_000)
  const { receipt } = await clerk.value('deposit.take', {
    id,
    payments: [{ method: 'cash', amountFen: 3000 }],
  })
  await clerk.value('receipt.correct', {
    id: receipt.id,
    payments: [{ method: 'wechat', amountFen: 3000 }],
    reason: '其实是微信',
    approvals: [await shop.approval(clerk, { act: 'reverseReceipt', objectId: receipt.id, amountFen: 3000 })],
  })
  await clerk.value('deposit.refund', {
    id,
    payments: [{ method: 'wechat', amountFen: 1000 }],
    reason: '多收',
    approvals: [await shop.approval(clerk, { act: 'refund', objectId: id, amountFen: 1000 })],
  })
  await shop.settle(id, 10_000, [{ method: 'card', amountFen: 7450 }], {
    orders: [{ id, discountFen: 500, roundingFen: 50, depositFen: 2000 }],
    reason: '老客户',
  })
  const { methods, ...day } = await manager.value('account.today', {})
  expect([methods, day]).toEqual([
    [
      { method: 'cash', inFen: 0, outFen: 0, count: 0 },
      { method: 'wechat', inFen: 3000, outFen: 1000, count: 2 },
      { method: 'alipay', inFen: 0, outFen: 0, count: 0 },
      { method: 'card', inFen: 7450, outFen: 0, count: 1 },
      { method: 'bank', inFen: 0, outFen: 0, count: 0 },
    ],
    {
      day: '2026-11-22',
      receipts: 2,
      receivedFen: 10_450,
      refunds: 1,
      refundedFen: 1000,
      discountFen: 550,
      owedFen: 10_000,
    },
  ])
})

it('SET-11 gross profit by order, technician, model and day is income less discounts and costs, from the entries', async () => {
  const shop = await startShopWithDebts()
  const { clerk, manager } = shop
  const first = await shop.charged(20_000, undefined, 'T480')
  await shop.settle(first.id, 0, [{ method: 'cash', amountFen: 19_450 }], {
    orders: [{ id: first.id, discountFen: 500, roundingFen: 50 }],
    reason: '老客户',
  })
  shop.wait(1)
  const second = await shop.charged(8000, undefined, 'X1', {
    serviceItemId: await work(shop),
    technicians: [{ staffId: shop.secondTechnician.staffId }],
  })
  await shop.settle(second.id, 0, [{ method: 'cash', amountFen: 8000 }])
  const period = { from: '2026-11-22', to: '2026-11-30' }
  const lines = async (by: 'order' | 'technician' | 'model' | 'day') =>
    (await manager.value('account.profit', { ...period, by })).lines.map(
      ({ key, label, orders, incomeFen, discountFen, costFen, profitFen }) => [
        key,
        label,
        orders,
        incomeFen,
        discountFen,
        costFen,
        profitFen,
      ],
    )
  const of = async (id: string) => (await manager.value('settlement.ofOrder', { id })).grossProfitFen
  const number = async (id: string) => (await shop.order(id)).number
  const page = await manager.value('account.profit', { ...period, by: 'day', limit: 1 })
  const rest = await manager.value('account.profit', {
    ...period,
    by: 'day',
    limit: 1,
    after: page.next ?? '',
  })
  expect([
    await lines('order'),
    await lines('technician'),
    await lines('model'),
    await lines('day'),
    page.total,
    [page.lines[0]?.key, rest.lines[0]?.key, rest.next],
    [await of(first.id), await of(second.id)],
    await clerk.refusal('account.profit', period),
  ]).toEqual([
    [
      [first.id, await number(first.id), 1, 20_000, 550, 0, 19_450],
      [second.id, await number(second.id), 1, 8000, 0, 800, 7200],
    ],
    // Nobody earns on the first: its primary technician did it.
    [
      [shop.technician.staffId, '李卫国', 1, 20_000, 550, 0, 19_450],
      [shop.secondTechnician.staffId, '罗永辉', 1, 8000, 0, 800, 7200],
    ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    [
      ['联想 T480', '联想 T480', 1, 20_000, 550, 0, 19_450],
      ['联想 X1', '联想 X1', 1, 8000, 0, 800, 7200],
    ],
    [
      ['2026-11-22', '2026-11-22', 1, 20_000, 550, 0, 19_450],
      ['2026-11-23', '2026-11-23', 1, 8000, 0, 800, 7200],
    ],
    { incomeFen: 28_000, discountFen: 550, costFen: 800, profitFen: 26_650 },
    ['2026-11-22', '2026-11-23', null],
    [19_450, 7200],
    { refusal: 'notAllowed', needs: ['manager', 'finance'] },
  ])
})
