// Legal inputs of the procedures about money.
import type { Method, Params } from '#shared/contract/index.ts'
import { PASSWORD } from '#test/support/core.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type MoneyMethod = Extract<Method, `${'approval' | 'settlement' | 'deposit'}.${string}`>

export const moneyInputs = ({ ids }: ShopInUse): { [M in MoneyMethod]: Params<M> } => {
  const payments = [{ method: 'cash', amountFen: 5000, tenderedFen: 10_000, reference: '' } as const]
  const settlement = {
    orders: [{ id: UNKNOWN_ID, ver: 1, storeFeeFen: 0, discountFen: 100, roundingFen: 50, depositFen: 0 }],
    payments,
    onAccount: { followUpOn: '2026-12-01', words: '月底付' },
    reason: '老客户',
    approvals: [],
  }
  return {
    'approval.give': {
      act: 'discount',
      objectId: ids.order,
      amountFen: 5000,
      approver: { staffNo: '1001', pin: '5283', password: PASSWORD },
    },
    'settlement.preview': { orderIds: [ids.order] },
    'settlement.settle': settlement,
    'settlement.payAndPickUp': {
      settlement,
      pickup: {
        orders: [{ id: UNKNOWN_ID, items: ['machine'] }],
        slip: 'SZ01-261122-10003-5',
        taker: { by: 'customer' },
        signature: { on: 'pad', hash: ids.photo },
      },
    },
    'settlement.reverse': { id: UNKNOWN_ID, ver: 1, reason: '金额打错', approvals: [] },
    'settlement.ofOrder': { id: ids.order },
    'deposit.take': { id: ids.order, payments, note: '订屏幕' },
    'deposit.refund': { id: UNKNOWN_ID, payments, reason: '不修了', approvals: [] },
  }
}

export const MONEY_REFUSED: Partial<Record<Method, string>> = {
  'approval.give': 'mayNotApprove',
  'settlement.settle': 'unknownOrder',
  'settlement.payAndPickUp': 'unknownOrder',
  'settlement.reverse': 'unknownOrder',
  'deposit.refund': 'unknownOrder',
}
