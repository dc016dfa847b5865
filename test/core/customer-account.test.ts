// Customers with an account: what goes on it without anybody's yes, and their statement by period.
import { describe, expect, it } from 'vitest'
import { startShopWithDebts } from '#test/support/debts.ts'

const cash = (amountFen: number) => [{ method: 'cash', amountFen } as const]

describe('a customer with an account', () => {
  it('SET-10 goes on account without anybody’s yes up to his limit, and is asked when his days are over', async () => {
    const shop = await startShopWithDebts()
    const { clerk, manager } = shop
    const { id, customerId } = await shop.charged(10_000)
    const onAccount = { orders: [{ id }], onAccount: {} }
    const refused = {
      refusal: 'approvalNeeded',
      field: 'onAccount',
      act: 'onAccount',
      objectId: id,
      amountFen: 10_000,
    }
    expect([
      await clerk.refusal('settlement.settle', onAccount),
      await clerk.refusal('customer.change', { id: customerId, changes: { accountDays: 30 } }),
    ]).toEqual([refused, { refusal: 'mayNotGiveCredit', field: 'changes.accountDays' }])
    await manager.value('customer.change', {
      id: customerId,
      changes: { accountDays: 30, creditLimitFen: 15_000 },
    })
    // Who may not change it sends it back as it is.
    await clerk.value('customer.change', {
      id: customerId,
      changes: { accountDays: 30, address: '深南大道' },
    })
    await clerk.value('settlement.settle', onAccount)
    const second = await shop.charged(5001, customerId)
    const [item] = (await clerk.value('receivable.ofCustomer', { customerId })).items
    expect([
      [item?.owesFen, item?.followUpOn],
      await clerk.refusal('settlement.settle', { orders: [{ id: second.id }], onAccount: {} }),
      (
        await clerk.value('settlement.settle', {
          orders: [{ id: second.id }],
          payments: cash(1),
          onAccount: {},
        })
      ).onAccountFen,
    ]).toEqual([[10_000, '2026-12-22'], { ...refused, objectId: second.id, amountFen: 5001 }, 5000])
    // The first of a file waits for its people to choose their passwords.
  }, 90_000)

  it('SET-10 his statement: what he owed before, was charged, was let off and paid in the period, and owes after it', async () => {
    const shop = await startShopWithDebts()
    const { clerk, manager } = shop
    const first = await shop.owed(10_000)
    const { customerId } = first
    await clerk.value('receivable.collect', { customerId, payments: cash(1000) })
    shop.wait(30)
    const second = await shop.charged(20_000, customerId)
    await shop.settle(second.id, 17_950, cash(1000), {
      orders: [{ id: second.id, discountFen: 1000, roundingFen: 50 }],
      reason: '老客户',
    })
    await clerk.value('receivable.collect', { customerId, payments: cash(5000) })
    shop.wait(30)
    await clerk.value('receivable.collect', { customerId, payments: cash(2000) })
    const ask = (from: string, to: string) => manager.value('receivable.statement', { customerId, from, to })
    const { lines, ...sums } = await ask('2026-12-01', '2026-12-31')
    const numbers = [(await shop.order(second.id)).number, (await shop.order(first.id)).number]
    expect([
      sums,
      lines.map(({ kind, number, chargedFen, reducedFen, paidFen, balanceFen }) => [
        kind,
        number,
        chargedFen,
        reducedFen,
        paidFen,
        balanceFen,
      ]),
      (await ask('2026-11-01', '2027-01-31')).closingFen,
      (await ask('2027-01-01', '2027-01-31')).openingFen,
    ]).toEqual([
      {
        customerId,
        customerName: '张三',
        from: '2026-12-01',
        to: '2026-12-31',
        openingFen: 9000,
        chargedFen: 20_000,
        reducedFen: 1050,
        paidFen: 6000,
        closingFen: 21_950,
      },
      [
        ['settlement', numbers[0], 0, 0, 1000, 8000],
        ['settlement', numbers[0], 20_000, 1050, 0, 26_950],
        ['collection', numbers[1], 0, 0, 5000, 21_950],
      ],
      19_950,
      21_950,
    ])
    const refused = { refusal: 'periodWrong', field: 'to' }
    expect([
      await manager.refusal('receivable.statement', { customerId, from: '2026-12-31', to: '2026-12-01' }),
      await manager.refusal('receivable.statement', { customerId, from: '2026-01-01', to: '2027-12-31' }),
      (await clerk.value('receivable.ofCustomer', { customerId })).owesFen,
    ]).toEqual([refused, refused, 19_950])
  })
})
