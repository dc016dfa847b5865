// What is taken off and put on when an order is settled, deposits, and a second person's yes (rule SET-6).
import { describe, expect, it } from 'vitest'
import { hire } from '#test/support/hire.ts'
import { approve, pay, proven, readyToPay } from '#test/support/money.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'

describe('what is taken off', () => {
  it('SET-6 a discount within the limit needs no second person; above it, or below cost, it does', async () => {
    const shop = await startWorkingShop()
    const { id } = await readyToPay(shop, 10_000)
    const withDiscount = (discountFen: number, approvals: string[] = []) => ({
      orders: [{ id, discountFen }],
      payments: [pay('cash', 10_000 - discountFen)],
      reason: '老客户',
      approvals,
    })
    const needed = await shop.clerk.refusal('settlement.settle', withDiscount(501))
    expect(needed).toMatchObject({ refusal: 'approvalNeeded', act: 'discount', amountFen: 501 })
    const token = await approve(shop.clerk, needed)
    // Good for this amount only.
    expect(await shop.clerk.refusal('settlement.settle', withDiscount(600, [token]))).toMatchObject({
      refusal: 'approvalNeeded',
      amountFen: 600,
    })
    await shop.clerk.value('settlement.settle', withDiscount(501, [token]))
    const within = await readyToPay(shop, 10_000, 'customer', '李四')
    const settled = await shop.clerk.value('settlement.settle', {
      orders: [{ id: within.id, discountFen: 500 }],
      payments: [pay('cash', 9500)],
      reason: '老客户',
    })
    expect(settled.paidFen).toBe(9500)
    await proven(shop)
  })

  it('SET-6 an approval is good once, for whoever asked, and never of oneself', async () => {
    const shop = await startWorkingShop()
    const first = await readyToPay(shop, 10_000)
    const given = {
      orders: [{ id: first.id, discountFen: 9000 }],
      reason: '投诉',
      payments: [pay('cash', 1000)],
    }
    const needed = await shop.clerk.refusal('settlement.settle', given)
    const token = await approve(shop.clerk, needed)
    const second = await hire(shop, { staffNo: '2009', name: '赵敏', roles: ['cashier'] })
    expect(await second.refusal('settlement.settle', { ...given, approvals: [token] })).toMatchObject({
      refusal: 'approvalNeeded',
    })
    await shop.clerk.value('settlement.settle', { ...given, approvals: [token] })
    const back = { id: first.id, reason: '重来' }
    const yes = await approve(shop.clerk, await shop.clerk.refusal('settlement.reverse', back))
    await shop.clerk.value('settlement.reverse', { ...back, approvals: [yes] })
    expect(
      await shop.clerk.refusal('settlement.settle', {
        ...given,
        payments: [pay('cash', 1000)],
        approvals: [token, yes],
      }),
    ).toMatchObject({ refusal: 'approvalNeeded', act: 'discount' })
    await expect(approve(shop.clerk, needed, '2001')).rejects.toThrow('mayNotApprove')
    await expect(approve(shop.clerk, needed, '2003')).rejects.toThrow('mayNotApprove')
    // Not even who may approve for others.
    await expect(approve(shop.manager, needed, '1001')).rejects.toThrow('mayNotApprove')
    expect(
      await shop.clerk.refusal('approval.give', {
        act: 'discount',
        objectId: first.id,
        amountFen: 9000,
        approver: { staffNo: '1001', password: 'a-wrong-one' },
      }),
    ).toEqual({ refusal: 'wrongPassword', triesLeft: 4 })
    await proven(shop)
  })

  it('SET-6 small change is left off; a machine that waited too long pays for its place', async () => {
    const shop = await startWorkingShop()
    await shop.manager.value('shop.changeSettings', { storeFeePerDayFen: 200, pickupTermDays: 30 })
    const { id } = await readyToPay(shop, 12_345)
    shop.clock.now += 33 * 86_400_000
    const bill = (await shop.clerk.value('settlement.preview', { orderIds: [id] })).bills[0]
    expect(bill).toMatchObject({ dueFen: 12_345, storeFeeFen: 600 })
    const settled = await shop.clerk.value('settlement.settle', {
      orders: [{ id, storeFeeFen: 600, roundingFen: 45 }],
      payments: [pay('cash', 12_900)],
    })
    expect(settled.paidFen).toBe(12_900)
    expect(await shop.manager.value('settlement.ofOrder', { id })).toMatchObject({
      chargedFen: 12_945,
      discountFen: 45,
      grossProfitFen: 12_900,
      costFen: 0,
    })
    await proven(shop)
  })

  it('SET-6 a deposit is taken, used up by the settlement, and the rest given back with a second yes', async () => {
    const shop = await startWorkingShop()
    const id = await shop.takeIn()
    await shop.clerk.value('deposit.take', { id, payments: [pay('wechat', 20_000)], note: '订屏' })
    await shop.startWork(id)
    await shop.finish(id, { lines: [{ kind: 'labour', text: '换屏', priceFen: 15_000, payer: 'customer' }] })
    await shop.clerk.value('settlement.settle', { orders: [{ id, depositFen: 15_000 }] })
    const left = await shop.clerk.value('settlement.ofOrder', { id })
    expect([left.settled, left.depositFen, left.collectedFen]).toEqual(['paid', 5000, 20_000])
    const back = { id, payments: [pay('wechat', 5000)], reason: '多收' }
    expect(await shop.clerk.refusal('deposit.refund', { ...back, payments: [pay('cash', 5000)] })).toEqual({
      refusal: 'notEnoughInDrawer',
      field: 'payments.0.amountFen',
      // The count is blind: the clerk is not told what should be in it.
      mostFen: null,
    })
    expect(await shop.clerk.refusal('deposit.refund', { ...back, payments: [pay('wechat', 5001)] })).toEqual({
      refusal: 'depositTooLarge',
      field: 'payments',
      mostFen: 5000,
    })
    const needed = await shop.clerk.refusal('deposit.refund', back)
    const { depositFen } = await shop.clerk.value('deposit.refund', {
      ...back,
      approvals: [await approve(shop.clerk, needed)],
    })
    const after = await shop.clerk.value('settlement.ofOrder', { id })
    expect([
      depositFen,
      after.collectedFen,
      after.receipts.map(({ kind, amountFen }) => [kind, amountFen]),
    ]).toEqual([
      0,
      15_000,
      [
        ['refund', -5000],
        ['deposit', 20_000],
      ],
    ])
    await proven(shop)
  })
})
