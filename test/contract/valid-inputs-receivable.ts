// Legal inputs of the procedures about what customers owe, receipts, confirmations and accounts.
import type { Method, Params } from '#shared/contract/index.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type OwedMethod = Extract<Method, `${'receivable' | 'confirmation' | 'account' | 'receipt'}.${string}`>

const PERIOD = { from: '2026-11-01', to: '2026-11-30' } as const

export const receivableInputs = ({ ids }: ShopInUse): { [M in OwedMethod]: Params<M> } => {
  const payments = [{ method: 'cash', amountFen: 5000, tenderedFen: 10_000, reference: '' } as const]
  return {
    'receivable.list': { due: 'all', limit: 20 },
    'receivable.ofCustomer': { customerId: ids.customer },
    'receivable.collect': {
      customerId: ids.customer,
      payments,
      orders: [{ id: ids.order, amountFen: 5000 }],
      note: '月结',
    },
    'receivable.followUp': {
      customerId: ids.customer,
      orderId: ids.order,
      followUpOn: '2026-12-01',
      words: '月底付',
    },
    'receivable.ageing': { account: 'receivableCustomer', limit: 20 },
    'receivable.statement': { customerId: ids.customer, ...PERIOD },
    'receivable.writeOff': { id: ids.order, amountFen: 5000, reason: '公司注销', approvals: [] },
    'confirmation.waiting': { day: '2026-11-22', method: 'cash', limit: 20 },
    'confirmation.confirm': { payments: [UNKNOWN_ID], note: '已到账' },
    'account.summary': PERIOD,
    'account.today': { day: '2026-11-22' },
    'account.profit': { ...PERIOD, by: 'order', limit: 20 },
    'receipt.get': { id: UNKNOWN_ID },
    'receipt.list': {
      ...PERIOD,
      kind: 'collection',
      method: 'cash',
      staffId: ids.staff,
      customerId: ids.customer,
      limit: 20,
    },
    'receipt.correct': { id: UNKNOWN_ID, payments, reason: '收款方式选错', approvals: [] },
    'receipt.export': PERIOD,
  }
}

export const RECEIVABLE_REFUSED: Partial<Record<Method, string>> = {
  'receivable.collect': 'nothingOwed',
  'receivable.followUp': 'nothingOwed',
  'receivable.writeOff': 'moreThanDebt',
  'confirmation.confirm': 'unknownPayment',
  'receipt.get': 'unknownReceipt',
  'receipt.correct': 'unknownReceipt',
}
