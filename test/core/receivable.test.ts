// What customers owe: collecting it, agreeing a day, ageing, giving it up.
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import type { Params } from '#shared/contract/index.ts'
import { startShopWithDebts } from '#test/support/debts.ts'
import type { ShopWithDebts } from '#test/support/debts.ts'

const cash = (amountFen: number) => [{ method: 'cash', amountFen } as const]
const owes = async (shop: ShopWithDebts, customerId: string) =>
  (await shop.clerk.value('receivable.ofCustomer', { customerId })).items.map(({ orderId, owesFen }) => [
    orderId,
    owesFen,
  ])

describe('collecting', () => {
  it('SET-5 one receipt pays several orders of a customer by several methods, the oldest debts first', async () => {
    const shop = await startShopWithDebts()
    const { clerk } = shop
    const first = await shop.owed(10_000)
    const { customerId } = first
    shop.wait(1)
    const second = await shop.owed(20_000, customerId)
    const third = await shop.owed(5000, customerId)
    const done = await clerk.value('receivable.collect', {
      customerId,
      payments: [
        { method: 'cash', amountFen: 12_000, tenderedFen: 15_000 },
        { method: 'wechat', amountFen: 3000 },
      ],
      note: '月结',
    })
    const { orders, ...receipt } = await clerk.value('receipt.get', { id: done.receipt.id })
    expect([
      done,
      await owes(shop, customerId),
      orders.map(({ id, amountFen }) => [id, amountFen]),
      [
        receipt.kind,
        receipt.amountFen,
        receipt.note,
        receipt.payments.map(({ method, amountFen }) => [method, amountFen]),
      ],
      (await shop.log(second.id)).at(-1),
      (await shop.log(third.id)).at(-1),
    ]).toEqual([
      {
        receipt: done.receipt,
        changeFen: 3000,
        paid: [
          { orderId: first.id, amountFen: 10_000 },
          { orderId: second.id, amountFen: 5000 },
        ],
        owesFen: 20_000,
      },
      [
        [second.id, 15_000],
        [third.id, 5000],
      ],
      [
        [first.id, 10_000],
        [second.id, 5000],
      ],
      [
        'collection',
        15_000,
        '月结',
        [
          ['cash', 12_000],
          ['wechat', 3000],
        ],
      ],
      'receivable.collected',
      'order.settled',
    ])
    await shop.core.drain()
    expect(checkFolder(shop.dir, 0).flatMap(({ ok, problems }) => (ok ? [] : problems))).toEqual([])
    // The first of a file waits for its people to choose their passwords.
  }, 90_000)

  it('SET-5 chosen orders get the chosen amounts; more than is owed, another sum, an order twice or not his is refused', async () => {
    const shop = await startShopWithDebts()
    const first = await shop.owed(10_000)
    const { customerId } = first
    const second = await shop.owed(20_000, customerId)
    const other = await shop.owed(7000)
    const paid = await shop.charged(9000, customerId)
    await shop.settle(paid.id, 0, cash(9000))
    const ask = (
      orders: { id: string; amountFen: number }[] | undefined,
      fen: number,
      given: Partial<Params<'receivable.collect'>> = {},
    ) =>
      shop.clerk.refusal('receivable.collect', {
        customerId,
        payments: cash(fen),
        ...(orders ? { orders } : {}),
        ...given,
      })
    expect([
      await ask(undefined, 30_001),
      await ask([{ id: second.id, amountFen: 20_001 }], 20_001),
      await ask([{ id: second.id, amountFen: 500 }], 501),
      await ask(
        [
          { id: second.id, amountFen: 500 },
          { id: second.id, amountFen: 500 },
        ],
        1000,
      ),
      await ask([{ id: other.id, amountFen: 500 }], 500),
      await ask([{ id: paid.id, amountFen: 500 }], 500),
      await ask(undefined, 500, { payments: [...cash(200), ...cash(300)] }),
      await ask(undefined, 500, { customerId: second.id }),
      await shop.clerk.badField('receivable.collect', { customerId, payments: cash(999_999_999_999) }),
      await shop.clerk.badField('receivable.collect', { customerId, payments: cash(0) }),
      await shop.clerk.badField('receivable.collect', { customerId, payments: cash(0.5) }),
      await shop.clerk.badField('receivable.collect', { customerId, payments: [] }),
    ]).toEqual([
      { refusal: 'paidMoreThanOwed', field: 'payments', owesFen: 30_000, paidFen: 30_001 },
      { refusal: 'paidMoreThanOwed', field: 'orders.0.amountFen', owesFen: 20_000, paidFen: 20_001 },
      { refusal: 'chosenNotPaid', field: 'payments', chosenFen: 500, paidFen: 501 },
      { refusal: 'orderTwice', field: 'orders.1.id' },
      { refusal: 'nothingOwed', field: 'orders.0.id' },
      { refusal: 'nothingOwed', field: 'orders.0.id' },
      { refusal: 'methodTwice', field: 'payments.1.method', method: 'cash' },
      { refusal: 'unknownCustomer', field: 'customerId' },
      'payments.0.amountFen',
      'payments.0.amountFen',
      'payments.0.amountFen',
      'payments',
    ])
    await shop.clerk.value('receivable.collect', {
      customerId,
      payments: cash(4000),
      orders: [
        { id: second.id, amountFen: 3000 },
        { id: first.id, amountFen: 1000 },
      ],
    })
    expect(await owes(shop, customerId)).toEqual([
      [first.id, 9000],
      [second.id, 17_000],
    ])
  })

  it('SET-5 two cashiers who take the same debt: one receipt; the same command twice: one receipt', async () => {
    const shop = await startShopWithDebts()
    const { id, customerId } = await shop.owed(10_000)
    const params = { customerId, payments: cash(10_000) }
    const replies = await Promise.all([
      shop.clerk.ask('receivable.collect', params),
      shop.manager.ask('receivable.collect', params),
    ])
    expect([
      replies.map(({ ok }) => ok).toSorted(),
      replies.map((reply) => (reply.ok || reply.kind !== 'refusal' ? '' : reply.refusal.refusal)).toSorted(),
      (await shop.ofOrder(id)).collectedFen,
    ]).toEqual([[false, true], ['', 'nothingOwed'], 10_000])
    const again = await shop.owed(10_000, customerId)
    const commandId = '0190f5fe-7c00-7a00-8000-0000000000c1'
    const half = { customerId, payments: cash(4000) }
    const once = await shop.clerk.value('receivable.collect', half, commandId)
    const twice = await shop.clerk.value('receivable.collect', half, commandId)
    expect([twice, (await shop.ofOrder(again.id)).owesFen]).toEqual([once, 6000])
  })
})

describe('who owes', () => {
  it('SET-5 is listed with what was agreed, the day that is past first, by page, with ages', async () => {
    const shop = await startShopWithDebts()
    const { clerk } = shop
    const old = await shop.owed(10_000)
    shop.wait(31)
    const middle = await shop.owed(20_000)
    await shop.owed(1000, old.customerId)
    shop.wait(40)
    const young = await shop.owed(5000)
    const today = '2027-02-01'
    const agree = (customerId: string, followUpOn: string | null, words: string, orderId?: string) =>
      clerk.value('receivable.followUp', { customerId, followUpOn, words, ...(orderId ? { orderId } : {}) })
    await agree(young.customerId, today, '月底付')
    shop.clock.now += 1000
    await agree(young.customerId, '2027-02-02', '答应后天')
    await agree(middle.customerId, today, '今天来', middle.id)
    shop.wait(1)
    const list = (given: Params<'receivable.list'> = {}) => clerk.value('receivable.list', given)
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, after: first.next ?? '' })
    const due = await list({ due: 'today' })
    expect([
      [...first.customers, ...second.customers],
      second.next,
      first.totals,
      due.customers.map(({ customerId }) => customerId),
    ]).toEqual([
      [
        {
          customerId: middle.customerId,
          customerName: '张三',
          company: '',
          owesFen: 20_000,
          orders: 1,
          since: '2026-12-23',
          days: 41,
          ageing: { upTo30: 0, upTo60: 20_000, upTo90: 0, over90: 0 },
          followUpOn: today,
          words: '今天来',
          isDue: true,
        },
        {
          customerId: young.customerId,
          customerName: '张三',
          company: '',
          owesFen: 5000,
          orders: 1,
          since: today,
          days: 1,
          ageing: { upTo30: 5000, upTo60: 0, upTo90: 0, over90: 0 },
          followUpOn: '2027-02-02',
          words: '答应后天',
          isDue: true,
        },
        {
          customerId: old.customerId,
          customerName: '张三',
          company: '',
          owesFen: 11_000,
          orders: 2,
          since: '2026-11-22',
          days: 72,
          ageing: { upTo30: 0, upTo60: 1000, upTo90: 10_000, over90: 0 },
          followUpOn: null,
          words: '',
          isDue: false,
        },
      ],
      null,
      { owesFen: 36_000, customers: 3, dueCustomers: 2 },
      [middle.customerId, young.customerId],
    ])
    const report = await shop.manager.value('receivable.ageing', { limit: 1 })
    expect([report.total, report.customers.map(({ owesFen }) => owesFen)]).toEqual([
      {
        owesFen: 36_000,
        customers: 3,
        ageing: { upTo30: 5000, upTo60: 21_000, upTo90: 10_000, over90: 0 },
      },
      [20_000],
    ])
  })

  it('SET-5 the last day of an age belongs to it, and what is paid is neither listed nor asked for', async () => {
    const shop = await startShopWithDebts()
    const { customerId } = await shop.owed(100)
    const age = async () => {
      const { total } = await shop.manager.value('receivable.ageing', {})
      return Object.entries(total.ageing).find(([, fen]) => fen > 0)?.[0]
    }
    const seen: unknown[] = []
    for (const days of [30, 1, 29, 1, 29, 1]) {
      shop.wait(days)
      seen.push(await age())
    }
    expect(seen).toEqual(['upTo30', 'upTo60', 'upTo60', 'upTo90', 'upTo90', 'over90'])
    await shop.clerk.value('receivable.followUp', { customerId, followUpOn: '2027-03-01' })
    await shop.clerk.value('receivable.collect', { customerId, payments: cash(100) })
    expect([
      (await shop.clerk.value('receivable.list', {})).customers,
      await shop.clerk.refusal('receivable.followUp', { customerId, followUpOn: '2027-03-01' }),
      await owes(shop, customerId),
    ]).toEqual([[], { refusal: 'nothingOwed', field: 'customerId' }, []])
  })

  it('SET-5 a day before today is refused; the words of one order and those of all hold by the newest', async () => {
    const shop = await startShopWithDebts()
    const { clerk } = shop
    const first = await shop.owed(100)
    const { customerId } = first
    const second = await shop.owed(200, customerId)
    const agree = async (followUpOn: string | null, words: string, orderId?: string) => {
      shop.clock.now += 1000
      await clerk.value('receivable.followUp', {
        customerId,
        followUpOn,
        words,
        ...(orderId ? { orderId } : {}),
      })
    }
    const held = async () =>
      (await clerk.value('receivable.ofCustomer', { customerId })).items.map(
        ({ orderId, followUpOn, words }) => [orderId, followUpOn, words],
      )
    await agree('2026-12-01', '先付一张', first.id)
    await agree('2026-12-05', '都付')
    const all = await held()
    await agree(null, '不催了', second.id)
    expect([
      all,
      await held(),
      await clerk.refusal('receivable.followUp', { customerId, followUpOn: '2026-11-21' }),
    ]).toEqual([
      [
        [first.id, '2026-12-05', '都付'],
        [second.id, '2026-12-05', '都付'],
      ],
      [
        [first.id, '2026-12-05', '都付'],
        [second.id, null, '不催了'],
      ],
      { refusal: 'dayPast', field: 'followUpOn', today: '2026-11-22' },
    ])
  })
})

it('SET-7 STF-2 a debt is given up with somebody else’s yes, never more than is owed, by a posting of its own', async () => {
  const shop = await startShopWithDebts()
  const { clerk, manager } = shop
  const { id, customerId } = await shop.owed(10_000)
  const giveUp = { id, amountFen: 4000, reason: '公司注销' }
  expect([
    await clerk.refusal('receivable.writeOff', giveUp),
    await manager.refusal('receivable.writeOff', { ...giveUp, amountFen: 10_001 }),
    await manager.refusal('receivable.writeOff', giveUp),
    await manager.refusal('approval.give', {
      act: 'writeOff',
      objectId: id,
      amountFen: 4000,
      approver: { staffNo: '1001', password: 'counter-test-1' },
    }),
  ]).toEqual([
    expect.objectContaining({ refusal: 'notAllowed' }),
    { refusal: 'moreThanDebt', field: 'amountFen', owesFen: 10_000 },
    { refusal: 'approvalNeeded', field: 'approvals', act: 'writeOff', objectId: id, amountFen: 4000 },
    { refusal: 'mayNotApprove', field: 'approver.staffNo', name: '王店长' },
  ])
  await manager.value('staff.change', { id: shop.secondTechnician.staffId, active: false })
  const { owesFen } = await manager.value('receivable.writeOff', giveUp)
  const { accounts } = await manager.value('account.summary', { from: '2026-11-22', to: '2026-11-22' })
  expect([
    owesFen,
    accounts.find(({ account }) => account === 'badDebt')?.closingFen,
    await owes(shop, customerId),
    (await manager.value('review.soloActs', {})).acts.map(({ duty, orderId }) => [duty, orderId]),
  ]).toEqual([6000, 4000, [[id, 6000]], [['approvesOwnMoney', id]]])
})
