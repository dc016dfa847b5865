// Finance confirms what was collected; until then it is in no account.
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { startShopWithDebts } from '#test/support/debts.ts'
import type { ShopWithDebts } from '#test/support/debts.ts'

const money = async (shop: ShopWithDebts, id: string) => {
  const { collectedFen, settledAmountFen, owesFen } = await shop.ofOrder(id)
  return [collectedFen, settledAmountFen, owesFen]
}

const balances = async (shop: ShopWithDebts, ...wanted: string[]) => {
  const { accounts } = await shop.manager.value('account.summary', { from: '2026-11-22', to: '2026-11-22' })
  return accounts
    .filter(({ account }) => wanted.includes(account))
    .map(({ account, closingFen }) => [account, closingFen])
}

const waiting = async (shop: ShopWithDebts) => (await shop.manager.value('confirmation.waiting', {})).payments

describe('confirming', () => {
  it('SET-2 SET-3 due 90,700.00, paid 700.00, owed 90,000.00: settled 0 until finance confirms, then the rest in two receipts', async () => {
    const shop = await startShopWithDebts()
    const { clerk, manager } = shop
    const { id, customerId } = await shop.charged(9_070_000)
    const settled = await shop.settle(id, 9_000_000, [
      { method: 'cash', amountFen: 70_000, tenderedFen: 100_000 },
    ])
    expect([settled.changeFen, settled.onAccountFen, await money(shop, id)]).toEqual([
      30_000,
      9_000_000,
      [70_000, 0, 9_000_000],
    ])
    const [paid] = await waiting(shop)
    expect([paid, await balances(shop, 'cash', 'collectedCash')]).toEqual([
      {
        id: paid?.id,
        receiptId: settled.receipt?.id,
        number: settled.receipt?.number,
        kind: 'settlement',
        day: '2026-11-22',
        at: shop.clock.now,
        method: 'cash',
        amountFen: 70_000,
        reference: '',
        who: '林晓燕',
        customerName: '张三',
        orders: [(await shop.order(id)).number],
        own: false,
      },
      [
        ['cash', 0],
        ['collectedCash', 70_000],
      ],
    ])
    expect(await clerk.refusal('confirmation.confirm', { payments: [paid?.id ?? ''] })).toMatchObject({
      refusal: 'notAllowed',
    })
    shop.clock.now += 1000
    expect(await manager.value('confirmation.confirm', { payments: [paid?.id ?? ''] })).toEqual({
      confirmed: 1,
      amountFen: 70_000,
      day: '2026-11-22',
    })
    expect([
      await money(shop, id),
      await waiting(shop),
      await balances(shop, 'cash', 'collectedCash'),
    ]).toEqual([
      [70_000, 70_000, 9_000_000],
      [],
      [
        ['cash', 70_000],
        ['collectedCash', 0],
      ],
    ])
    expect((await shop.log(id)).at(-1)).toBe('payment.confirmed')
    for (const [method, amountFen] of [
      ['bank', 5_000_000],
      ['wechat', 4_000_000],
    ] as const)
      await clerk.value('receivable.collect', { customerId, payments: [{ method, amountFen }] })
    expect(await money(shop, id)).toEqual([9_070_000, 70_000, 0])
    await shop.confirmAll()
    expect([
      await money(shop, id),
      await balances(shop, 'cash', 'bank', 'wechat', 'receivableCustomer'),
    ]).toEqual([
      [9_070_000, 9_070_000, 0],
      [
        ['cash', 70_000],
        ['bank', 5_000_000],
        ['wechat', 4_000_000],
        ['receivableCustomer', 0],
      ],
    ])
    // The first of a file waits for its people to choose their passwords.
  }, 90_000)

  it('SET-3 STF-2 who took a payment never confirms it; in a small shop it is marked', async () => {
    const shop = await startShopWithDebts()
    const { manager } = shop
    const { id, customerId } = await shop.owed(10_000)
    const { receipt } = await manager.value('receivable.collect', {
      customerId,
      payments: [{ method: 'wechat', amountFen: 10_000 }],
    })
    const [paid] = await waiting(shop)
    const payments = [paid?.id ?? '']
    expect([paid?.own, await manager.refusal('confirmation.confirm', { payments })]).toEqual([
      true,
      { refusal: 'ownPayment', field: 'payments.0', number: receipt.number },
    ])
    await manager.value('staff.change', { id: shop.secondTechnician.staffId, active: false })
    await manager.value('confirmation.confirm', { payments })
    const [act] = (await manager.value('review.soloActs', {})).acts
    expect([act?.duty, act?.orderId, await money(shop, id)]).toEqual([
      'confirmsOwnMoney',
      id,
      [10_000, 10_000, 0],
    ])
  })

  it('SET-3 one that is confirmed already, twice in the list or unknown leaves the whole list undone', async () => {
    const shop = await startShopWithDebts()
    const { clerk, manager } = shop
    const { id, customerId } = await shop.owed(30_000)
    const collect = (method: 'cash' | 'wechat', amountFen: number) =>
      clerk.value('receivable.collect', { customerId, payments: [{ method, amountFen }] })
    const first = await collect('cash', 10_000)
    shop.clock.now += 1000
    await collect('wechat', 20_000)
    const [cash, wechat] = (await waiting(shop)).map((one) => one.id) as [string, string]
    await manager.value('confirmation.confirm', { payments: [cash] })
    const refused = (payments: string[]) => manager.refusal('confirmation.confirm', { payments })
    expect([
      await refused([wechat, cash]),
      await refused([wechat, wechat]),
      await refused([wechat, id]),
      await manager.badField('confirmation.confirm', { payments: [] }),
      await money(shop, id),
    ]).toEqual([
      { refusal: 'alreadyConfirmed', field: 'payments.1', number: first.receipt.number },
      { refusal: 'paymentTwice', field: 'payments.1' },
      { refusal: 'unknownPayment', field: 'payments.1' },
      'payments',
      [30_000, 10_000, 0],
    ])
  })

  it('SET-3 what waits is listed page by page, by day and method, with its sums', async () => {
    const shop = await startShopWithDebts()
    const { customerId } = await shop.owed(60_000)
    for (const [method, amountFen] of [
      ['cash', 10_000],
      ['wechat', 20_000],
      ['cash', 5000],
    ] as const) {
      await shop.clerk.value('receivable.collect', { customerId, payments: [{ method, amountFen }] })
      shop.wait(1)
    }
    const list = (given: Parameters<typeof shop.manager.value<'confirmation.waiting'>>[1]) =>
      shop.manager.value('confirmation.waiting', given)
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, after: first.next ?? '' })
    const fen = ({ payments }: typeof first) => payments.map(({ amountFen }) => amountFen)
    expect([
      fen(first),
      fen(second),
      second.next,
      fen(await list({ method: 'cash' })),
      fen(await list({ day: '2026-11-23' })),
      second.totals,
    ]).toEqual([
      [10_000, 20_000],
      [5000],
      null,
      [10_000, 5000],
      [20_000],
      [
        { day: '2026-11-22', method: 'cash', count: 1, amountFen: 10_000 },
        { day: '2026-11-23', method: 'wechat', count: 1, amountFen: 20_000 },
        { day: '2026-11-24', method: 'cash', count: 1, amountFen: 5000 },
      ],
    ])
  })
})

describe('correcting a receipt', () => {
  /** 10,000 owed; the clerk took 7,000 and typed cash. */
  const typedWrong = async (confirmed: boolean) => {
    const shop = await startShopWithDebts()
    const { id, customerId } = await shop.owed(10_000)
    const { receipt } = await shop.clerk.value('receivable.collect', {
      customerId,
      payments: [{ method: 'cash', amountFen: 7000 }],
    })
    if (confirmed) await shop.confirmAll()
    shop.clock.now += 1000
    const asked = { act: 'reverseReceipt', objectId: receipt.id, amountFen: 7000 } as const
    return { shop, id, customerId, receipt, asked }
  }

  it('SET-7 a counter-receipt takes it back and a new one stands for it; nothing that was written changes', async () => {
    const { shop, id, customerId, receipt, asked } = await typedWrong(false)
    const { clerk, manager } = shop
    const payments = [
      { method: 'wechat', amountFen: 5000, reference: '4200' },
      { method: 'alipay', amountFen: 3000 },
    ] as const
    const wanted = { id: receipt.id, payments: [...payments], reason: '收款方式选错' }
    const before = await clerk.value('receipt.get', { id: receipt.id })
    expect(await clerk.refusal('receipt.correct', wanted)).toEqual({
      refusal: 'approvalNeeded',
      field: 'approvals',
      ...asked,
    })
    const done = await clerk.value('receipt.correct', {
      ...wanted,
      approvals: [await shop.approval(clerk, asked)],
    })
    const { receipts } = await manager.value('receipt.list', { customerId })
    expect([
      await clerk.value('receipt.get', { id: receipt.id }),
      receipts.map((one) => [one.kind, one.amountFen, one.reverses, one.reversedBy, one.note]),
      await money(shop, id),
      await balances(shop, 'collectedCash', 'collectedWechat', 'collectedAlipay'),
      (await waiting(shop)).map(({ method, amountFen }) => [method, amountFen]),
    ]).toEqual([
      { ...before, reversedBy: done.reversal.id },
      expect.arrayContaining([
        ['collection', 8000, null, null, `${receipt.number} 收款方式选错`],
        ['reversal', -7000, receipt.id, null, '收款方式选错'],
        ['collection', 7000, null, done.reversal.id, ''],
      ]),
      [8000, 0, 2000],
      [
        ['collectedCash', 0],
        ['collectedWechat', 5000],
        ['collectedAlipay', 3000],
      ],
      [
        ['wechat', 5000],
        ['alipay', 3000],
      ],
    ])
    const refused = (receiptId: string) => clerk.refusal('receipt.correct', { ...wanted, id: receiptId })
    const voided = before.payments[0]?.id ?? ''
    expect([
      await refused(receipt.id),
      await refused(done.reversal.id),
      await manager.refusal('confirmation.confirm', { payments: [voided] }),
    ]).toEqual([
      { refusal: 'alreadyCorrected', field: 'id', number: done.reversal.number },
      { refusal: 'notCorrectable', field: 'id' },
      { refusal: 'receiptReversed', field: 'payments.0', number: receipt.number },
    ])
    await shop.core.drain()
    expect(checkFolder(shop.dir, 0).flatMap(({ ok, problems }) => (ok ? [] : problems))).toEqual([])
  })

  it('SET-3 SET-7 of one that was confirmed, finance confirms the counter-receipt too', async () => {
    const { shop, id, receipt, asked } = await typedWrong(true)
    await shop.clerk.value('receipt.correct', {
      id: receipt.id,
      payments: [{ method: 'card', amountFen: 7000 }],
      reason: '其实是刷卡',
      approvals: [await shop.approval(shop.clerk, asked)],
    })
    expect([await money(shop, id), await balances(shop, 'cash', 'collectedCash', 'collectedCard')]).toEqual([
      [7000, 7000, 3000],
      [
        ['cash', 7000],
        ['collectedCash', -7000],
        ['collectedCard', 7000],
      ],
    ])
    await shop.confirmAll()
    expect([await money(shop, id), await balances(shop, 'cash', 'card', 'collectedCash')]).toEqual([
      [7000, 7000, 3000],
      [
        ['cash', 0],
        ['card', 7000],
        ['collectedCash', 0],
      ],
    ])
    await shop.core.drain()
    expect(checkFolder(shop.dir, 0).flatMap(({ ok, problems }) => (ok ? [] : problems))).toEqual([])
  })

  it('SET-7 STF-2 more than is owed, another amount of used money, and the taker who approves are refused', async () => {
    const { shop, receipt, asked } = await typedWrong(false)
    const { clerk, manager } = shop
    const correct = async (amountFen: number) =>
      clerk.refusal('receipt.correct', {
        id: receipt.id,
        payments: [{ method: 'cash', amountFen }],
        reason: '少打一个零',
        approvals: [await shop.approval(clerk, asked)],
      })
    const deposited = await shop.charged(5000)
    const taken = await manager.value('deposit.take', {
      id: deposited.id,
      payments: [{ method: 'cash', amountFen: 5000 }],
    })
    await clerk.value('settlement.settle', { orders: [{ id: deposited.id, depositFen: 5000 }] })
    const ofDeposit = { act: 'reverseReceipt', objectId: taken.receipt.id, amountFen: 5000 } as const
    const used = async () =>
      clerk.refusal('receipt.correct', {
        id: taken.receipt.id,
        payments: [{ method: 'cash', amountFen: 4000 }],
        reason: '打错',
        approvals: [await shop.approval(clerk, ofDeposit)],
      })
    expect([await correct(70_000), await used()]).toEqual([
      { refusal: 'paidMoreThanDue', field: 'payments', dueFen: 10_000, paidFen: 70_000 },
      { refusal: 'takerApproves', field: 'approvals', name: '王店长' },
    ])
    await manager.value('staff.change', { id: shop.secondTechnician.staffId, active: false })
    expect(await used()).toEqual({ refusal: 'amountMustStay', field: 'payments', amountFen: 5000 })
  })

  it('SET-9 receipts are exported with what stands on invoices, and no cell is a formula', async () => {
    const { shop, customerId } = await typedWrong(false)
    await shop.clerk.value('customer.change', {
      id: customerId,
      changes: {
        name: '=HYPERLINK("x")',
        taxName: '某公司',
        taxNumber: '91440300ma5f0abc1x',
        invoiceEmail: 'fp@example.com',
      },
    })
    const { name, rows, text } = await shop.manager.value('receipt.export', {
      from: '2026-11-22',
      to: '2026-11-30',
    })
    const [head, line] = text.split('\r\n')
    expect([name, rows, head, line?.split(',').slice(1)]).toEqual([
      'receipts-2026-11-22-2026-11-30.csv',
      1,
      '\ufeff收据号,类型,日期,时间,客户,开票名称,税号,电子邮箱,工单,现金,微信,支付宝,刷卡,银行转账,合计,收款人,备注',
      [
        '收应收款',
        '2026-11-22',
        '10:00',
        `"'=HYPERLINK(""x"")"`,
        '某公司',
        '91440300MA5F0ABC1X',
        'fp@example.com',
        expect.stringMatching(/^SZ01/),
        '70.00',
        '',
        '',
        '',
        '',
        '70.00',
        '林晓燕',
        '',
      ],
    ])
  })
})
