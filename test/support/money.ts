// Short ways to an order with money on it.
import { expect } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { PASSWORD } from './core.ts'
import type { TestConnection } from './core.ts'
import { readyVisit } from './pick-up.ts'
import type { ShopAtWork, Worker } from './shop-at-work.ts'

type Payer = 'customer' | 'maker' | 'contract' | 'ourselves'

/** A finished drop-off order whose customer owes `fen` for labour; ready to be collected. */
export const readyToPay = async (
  shop: ShopAtWork,
  fen: number,
  payer: Payer = 'customer',
  customer = '张三',
) => {
  const visit = await readyVisit(shop, 1, { ready: 0, customer })
  const id = visit.ids[0] ?? ''
  await shop.startWork(id)
  await shop.finish(id, { lines: [{ kind: 'labour', text: '更换电源板', priceFen: fen, payer }] })
  return { id, visit }
}

export const pay = (method: PaymentMethod, amountFen: number, tenderedFen?: number) => ({
  method,
  amountFen,
  ...(tenderedFen === undefined ? {} : { tenderedFen }),
})

/** The manager says yes at somebody's counter to what a refusal asked for; answers the token. */
export const approve = async (
  asks: Worker,
  needed: Record<string, unknown>,
  staffNo = '1001',
): Promise<string> => {
  const { act, objectId, amountFen } = needed
  const asked = { act, objectId, amountFen } as Pick<
    Params<'approval.give'>,
    'act' | 'objectId' | 'amountFen'
  >
  const { token } = await asks.value('approval.give', {
    ...asked,
    approver: { staffNo, password: PASSWORD },
  })
  return token
}

/** Pays in cash what is due for these orders, if anything is. */
export const settleDue = async (cashier: TestConnection, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const { bills } = await cashier.value('settlement.preview', { orderIds: [id] })
    const dueFen = bills[0]?.dueFen ?? 0
    if (dueFen > 0)
      await cashier.value('settlement.settle', { orders: [{ id }], payments: [pay('cash', dueFen)] })
  }
}

/** Every proof of `counter check` holds. */
export const proven = async ({ manager }: ShopAtWork): Promise<void> => {
  const { checks } = await manager.value('system.verify', {})
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
}
