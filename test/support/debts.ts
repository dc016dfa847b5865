// A shop in which orders cost money and customers do not pay all of it.
import type { Params, Value } from '#shared/contract/index.ts'
import { PASSWORD, machine } from './core.ts'
import { RECORD, startWorkingShop } from './shop-at-work.ts'
import type { ShopAtWork, Worker } from './shop-at-work.ts'

export type Payments = Params<'receivable.collect'>['payments']
type Line = NonNullable<Params<'service.complete'>['record']['lines']>[number]
type Settling = Partial<Params<'settlement.settle'>>

export type ShopWithDebts = ShopAtWork &
  Readonly<{
    /** Somebody's yes, given at the asker's screen. */
    approval: (by: Worker, asked: Omit<Params<'approval.give'>, 'approver'>) => Promise<string>
    /** A finished order with one line of this price; a new customer unless one is named. */
    charged: (
      fen: number,
      customer?: string,
      model?: string,
      line?: Partial<Line>,
    ) => Promise<{ id: string; customerId: string }>
    /** The clerk settles it; what is not paid goes on account with the manager's yes. */
    settle: (
      id: string,
      onAccountFen: number,
      payments: Payments,
      given?: Settling,
    ) => Promise<Value<'settlement.settle'>>
    /** An order of which this much is owed and nothing was paid. */
    owed: (fen: number, customer?: string) => Promise<{ id: string; customerId: string }>
    /** Days go by. */
    wait: (days: number) => void
    ofOrder: (id: string) => Promise<Value<'settlement.ofOrder'>>
    /** The manager confirms everything that waits. */
    confirmAll: () => Promise<void>
  }>

const DAY = 86_400_000

export const startShopWithDebts = async (): Promise<ShopWithDebts> => {
  const shop = await startWorkingShop()
  const { clerk, manager, clock } = shop
  const approval: ShopWithDebts['approval'] = async (by, asked) =>
    (await by.value('approval.give', { ...asked, approver: { staffNo: '1001', password: PASSWORD } })).token
  const charged: ShopWithDebts['charged'] = async (fen, customer, model = 'T480', line = {}) => {
    const id = await shop.takeIn({
      ...(customer === undefined ? {} : { customer: { existing: customer } }),
      machines: [
        machine({
          device: {
            new: { category: '笔记本', brand: '联想', model, serial: `S${clock.now}${model}` },
          },
          limitFen: 100_000_000,
        }),
      ],
    })
    await shop.startWork(id)
    await shop.finish(id, {
      ...RECORD,
      lines: [{ kind: 'labour', text: '更换主板', priceFen: fen, payer: 'customer', ...line }],
    })
    clock.now += 1000
    return { id, customerId: (await shop.order(id)).customer.id }
  }
  const settle: ShopWithDebts['settle'] = async (id, onAccountFen, payments, given = {}) =>
    clerk.value('settlement.settle', {
      orders: [{ id }],
      payments,
      ...(onAccountFen === 0
        ? {}
        : {
            onAccount: {},
            approvals: [await approval(clerk, { act: 'onAccount', objectId: id, amountFen: onAccountFen })],
          }),
      ...given,
    })
  return {
    ...shop,
    approval,
    charged,
    settle,
    owed: async (fen, customer) => {
      const made = await charged(fen, customer)
      await settle(made.id, fen, [])
      return made
    },
    wait: (days) => void (clock.now += days * DAY),
    ofOrder: (id) => clerk.value('settlement.ofOrder', { id }),
    confirmAll: async () => {
      const { payments } = await manager.value('confirmation.waiting', {})
      await manager.value('confirmation.confirm', { payments: payments.map(({ id }) => id) })
    },
  }
}
