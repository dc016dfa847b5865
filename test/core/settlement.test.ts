// What an order owes, settling it, taking that back (rules SET-1, SET-2, SET-4, SET-6, SET-7, SET-11, SET-12, SRV-2).
import { describe, expect, it } from 'vitest'
import { approve, pay, proven, readyToPay } from '#test/support/money.ts'
import { readyVisit } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const settle = (shop: ShopAtWork) => async (id: string, given: object) =>
  shop.clerk.value('settlement.settle', { orders: [{ id }], ...given })

describe('what is due', () => {
  it('SET-2 SRV-2 the customer owes his own lines only; makers, contracts and we ourselves do not wait at the counter', async () => {
    const shop = await startWorkingShop()
    const due = async (payer: 'customer' | 'maker' | 'contract' | 'ourselves') => {
      const { id } = await readyToPay(shop, 12_300, payer, payer)
      return (await shop.clerk.value('settlement.preview', { orderIds: [id] })).bills[0]?.dueFen
    }
    expect([
      await due('customer'),
      await due('maker'),
      await due('contract'),
      await due('ourselves'),
    ]).toEqual([12_300, 0, 0, 0])
  })

  it('SET-12 a machine does not leave while its amount is neither paid nor on account', async () => {
    const shop = await startWorkingShop()
    const { id, visit } = await readyToPay(shop, 12_300)
    expect(await shop.clerk.refusal('handOver.handOver', visit.params([0]))).toMatchObject({
      refusal: 'unpaid',
      details: { due: 12_300 },
    })
    await settle(shop)(id, { payments: [pay('wechat', 12_300)] })
    const { orders } = await shop.clerk.value('handOver.handOver', visit.params([0]))
    expect(orders.map(({ state }) => state)).toEqual(['pendingClose'])
    await proven(shop)
  })

  it('SET-4 nothing due goes straight to the review; with the setting off it is settled with nothing', async () => {
    const shop = await startWorkingShop()
    const free = await readyToPay(shop, 12_300, 'maker')
    const { orders } = await shop.clerk.value('handOver.handOver', free.visit.params([0]))
    await shop.manager.value('shop.changeSettings', { skipZeroSettlement: false })
    const other = await readyToPay(shop, 12_300, 'maker', '李四')
    const handed = await shop.clerk.value('handOver.handOver', other.visit.params([0]))
    const settled = await settle(shop)(other.id, {})
    expect([orders[0]?.state, handed.orders[0]?.state, settled.orders[0]?.state, settled.receipt]).toEqual([
      'pendingClose',
      'pendingSettlement',
      'pendingClose',
      null,
    ])
    await proven(shop)
  })
})

describe('settling', () => {
  it('SET-2 due 90,700, paid 700, owed 90,000 by the approval of a second person', async () => {
    const shop = await startWorkingShop()
    const { id } = await readyToPay(shop, 9_070_000)
    const given = { payments: [pay('cash', 70_000, 100_000)], onAccount: { followUpOn: '2026-12-22' } }
    const needed = await shop.clerk.refusal('settlement.settle', { orders: [{ id }], ...given })
    expect(needed).toEqual({
      refusal: 'approvalNeeded',
      field: 'onAccount',
      act: 'onAccount',
      objectId: id,
      amountFen: 9_000_000,
    })
    const settled = await settle(shop)(id, { ...given, approvals: [await approve(shop.clerk, needed)] })
    expect(settled).toMatchObject({ paidFen: 70_000, changeFen: 30_000, onAccountFen: 9_000_000 })
    const money = await shop.manager.value('settlement.ofOrder', { id })
    expect(money).toMatchObject({
      dueFen: 0,
      settled: 'onAccount',
      chargedFen: 9_070_000,
      collectedFen: 70_000,
      // Collected is not confirmed (SET-3).
      settledAmountFen: 0,
      owesFen: 9_000_000,
    })
    expect(money.settlements.map(({ approvedBy, onAccountFen }) => [approvedBy, onAccountFen])).toEqual([
      ['王店长', 9_000_000],
    ])
    await proven(shop)
  })

  it('SET-2 takes several methods at once and gives change on cash only; several orders on one receipt', async () => {
    const shop = await startWorkingShop()
    const visit = await readyVisit(shop, 2, { ready: 0 })
    for (const [index, priceFen] of [30_000, 5_050].entries()) {
      const id = visit.ids[index] ?? ''
      await shop.startWork(id)
      await shop.finish(id, { lines: [{ kind: 'labour', text: '维修', priceFen, payer: 'customer' }] })
    }
    const settled = await shop.clerk.value('settlement.settle', {
      orders: visit.ids.map((id) => ({ id })),
      payments: [pay('alipay', 20_000), pay('cash', 15_050, 15_100)],
    })
    expect(settled).toMatchObject({ paidFen: 35_050, changeFen: 50, onAccountFen: 0 })
    const of = async (index: number) => {
      const money = await shop.clerk.value('settlement.ofOrder', { id: visit.ids[index] ?? '' })
      return [money.settled, money.collectedFen, money.receipts.map(({ amountFen }) => amountFen)]
    }
    expect([await of(0), await of(1)]).toEqual([
      ['paid', 30_000, [35_050]],
      ['paid', 5_050, [35_050]],
    ])
    await proven(shop)
  })

  it('SET-2 pick-up and pay is one command: both or neither, and asked twice it pays once', async () => {
    const shop = await startWorkingShop()
    const { id, visit } = await readyToPay(shop, 12_300)
    const both = (items: string[]) => ({
      settlement: { orders: [{ id }], payments: [pay('wechat', 12_300)] },
      pickup: visit.params([0], { orders: [{ id, items }] }),
    })
    expect(await shop.clerk.refusal('settlement.payAndPickUp', both(['machine']))).toMatchObject({
      refusal: 'itemsUnaccounted',
    })
    const { collectedFen } = await shop.clerk.value('settlement.ofOrder', { id })
    const all = both(['machine', 'accessory:1', 'accessory:2'])
    const command = '01a200fb-5100-7000-8000-00000000c0de'
    const first = await shop.clerk.value('settlement.payAndPickUp', all, command)
    const again = await shop.clerk.value('settlement.payAndPickUp', all, command)
    const after = await shop.clerk.value('settlement.ofOrder', { id })
    expect([collectedFen, first.pickup.orders[0]?.state, after.collectedFen, after.receipts.length]).toEqual([
      0,
      'pendingClose',
      12_300,
      1,
    ])
    expect(again).toEqual(first)
    await proven(shop)
  })

  it('SET-2 two cashiers on one order: the second is told, and nothing is taken twice', async () => {
    const shop = await startWorkingShop()
    const { id } = await readyToPay(shop, 12_300)
    const other = shop.connect(shop.clerk.token() ?? '', 'SZ01-2')
    const { ver } = await shop.order(id)
    const given = { orders: [{ id, ver }], payments: [pay('cash', 12_300)] }
    const replies = await Promise.all([
      shop.clerk.ask('settlement.settle', given),
      other.ask('settlement.settle', given),
    ])
    expect(
      replies.map((reply) => (reply.ok ? 'done' : reply.kind === 'refusal' && reply.refusal.refusal)),
    ).toEqual(['done', 'changedMeanwhile'])
    expect((await shop.clerk.value('settlement.ofOrder', { id })).collectedFen).toBe(12_300)
  })

  it('SET-1 refuses amounts that cannot be, and says the field; nothing is taken', async () => {
    const shop = await startWorkingShop()
    const { id } = await readyToPay(shop, 12_300)
    const other = await readyToPay(shop, 5_000, 'customer', '李四')
    const refusal = async (order: object, given: object = {}) => {
      const { refusal: code, field } = await shop.clerk.refusal('settlement.settle', {
        orders: [{ id, ...order }],
        ...given,
      })
      return [code, field]
    }
    expect([
      await refusal({}, { payments: [pay('cash', 12_301)] }),
      await refusal({}, { payments: [pay('cash', 12_299)] }),
      await refusal({}, { payments: [pay('cash', 6000), pay('cash', 6300)] }),
      await refusal({}, { payments: [pay('cash', 12_300, 12_000)] }),
      await refusal({}, { payments: [pay('wechat', 12_300, 20_000)] }),
      await refusal({ discountFen: 12_301 }, { reason: '老客户' }),
      await refusal({ discountFen: 100 }, { payments: [pay('cash', 12_200)] }),
      await refusal({ roundingFen: 100 }, { payments: [pay('cash', 12_200)] }),
      await refusal({ depositFen: 1 }, { payments: [pay('cash', 12_299)] }),
    ]).toEqual([
      ['paidMoreThanDue', 'payments'],
      ['notFullyPaid', 'payments'],
      ['methodTwice', 'payments.1.method'],
      ['tenderedTooLittle', 'payments.0.tenderedFen'],
      ['tenderedNotCash', 'payments.0.tenderedFen'],
      ['discountTooLarge', 'orders.0.discountFen'],
      ['reasonMissing', 'reason'],
      ['roundingTooLarge', 'orders.0.roundingFen'],
      ['depositTooLarge', 'orders.0.depositFen'],
    ])
    const bad = (amountFen: unknown) =>
      shop.clerk.badField('settlement.settle', {
        orders: [{ id }],
        payments: [{ method: 'cash', amountFen }],
      })
    for (const amount of [
      -1,
      0,
      0.1 + 0.2,
      999_999_999_999,
      '１，０００．００',
      '1,000.00',
      null,
      Number.NaN,
    ])
      expect(await bad(amount)).toBe('payments.0.amountFen')
    expect(
      await shop.clerk.refusal('settlement.settle', { orders: [{ id }, { id: other.id }], payments: [] }),
    ).toEqual({ refusal: 'notOneCustomer', field: 'orders.1.id' })
    expect(await shop.clerk.refusal('settlement.settle', { orders: [{ id }, { id }] })).toEqual({
      refusal: 'orderTwice',
      field: 'orders.1.id',
    })
    expect(await shop.clerk.value('settlement.ofOrder', { id })).toMatchObject({
      settlements: [],
      receipts: [],
    })
  })
})

describe('taking it back', () => {
  it('SET-7 a settlement is reversed by its counter-entry; what was paid is the deposit of the next one', async () => {
    const shop = await startWorkingShop()
    const { id, visit } = await readyToPay(shop, 12_300)
    await settle(shop)(id, { payments: [pay('wechat', 12_300)] })
    await shop.clerk.value('handOver.handOver', visit.params([0]))
    const needed = await shop.clerk.refusal('settlement.reverse', { id, reason: '金额打错' })
    expect(needed).toMatchObject({ refusal: 'approvalNeeded', act: 'reverseSettlement', amountFen: 12_300 })
    const { order, depositFen } = await shop.clerk.value('settlement.reverse', {
      id,
      reason: '金额打错',
      approvals: [await approve(shop.clerk, needed)],
    })
    expect([order.state, depositFen]).toEqual(['pendingSettlement', 12_300])
    const between = await shop.clerk.value('settlement.ofOrder', { id })
    expect([between.dueFen, between.settled, between.collectedFen, between.owesFen]).toEqual([
      12_300,
      'no',
      12_300,
      0,
    ])
    const again = await shop.clerk.value('settlement.settle', { orders: [{ id, depositFen: 12_300 }] })
    const { settlements, settled, receipts } = await shop.clerk.value('settlement.ofOrder', { id })
    expect([again.orders[0]?.state, settled, receipts.length]).toEqual(['pendingClose', 'paid', 1])
    expect(
      settlements.map(({ chargedFen, paidFen, depositFen: used }) => [chargedFen, paidFen, used]),
    ).toEqual([
      [12_300, 12_300, 0],
      [-12_300, -12_300, 0],
      [12_300, 0, 12_300],
    ])
    await proven(shop)
  })

  it('SET-2 work that was added after the settlement is owed by itself; what became cheaper is a deposit', async () => {
    const shop = await startWorkingShop()
    const { id, visit } = await readyToPay(shop, 10_000)
    await settle(shop)(id, { payments: [pay('cash', 10_000)] })
    await shop.clerk.value('handOver.failAcceptance', {
      id,
      words: '还是死机',
      nextContactBy: shop.clock.now + 86_400_000,
      promiseType: 'other',
      promiseReason: '再修',
    })
    await shop.finish(id, { lines: [{ kind: 'labour', text: '换内存', priceFen: 4000, payer: 'customer' }] })
    expect((await shop.clerk.value('settlement.preview', { orderIds: [id] })).bills[0]).toMatchObject({
      dueFen: 4000,
      settled: 'no',
    })
    await settle(shop)(id, { payments: [pay('cash', 4000)] })
    const { settled, chargedFen } = await shop.clerk.value('settlement.ofOrder', { id })
    expect([settled, chargedFen, visit.ids.length]).toEqual(['paid', 14_000, 1])
    await proven(shop)
  })
})

describe('the books', () => {
  it('SET-11 the profit of an order is what was charged less parts, vendor and commission, also where nobody settles', async () => {
    const shop = await startWorkingShop()
    const { id, visit } = await readyToPay(shop, 12_300, 'maker')
    await shop.clerk.value('handOver.handOver', visit.params([0]))
    expect(await shop.manager.value('settlement.ofOrder', { id })).toMatchObject({
      dueFen: 0,
      collectedFen: 0,
      grossProfitFen: 12_300,
    })
    // By right only.
    expect((await shop.clerk.value('settlement.ofOrder', { id })).grossProfitFen).toBe(null)
    await proven(shop)
  })
})
