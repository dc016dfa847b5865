// The receipts of a period as CSV that a Chinese Excel opens without asking, with what stands on invoices (rule SET-9).
// No cell can be taken for a formula.
import Papa from 'papaparse'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { PAYMENT_METHODS } from '#shared/domain/money/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { escapeFormula } from '#shared/kernel/text.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readCustomer } from '#core/customers/index.ts'
import { paymentsOf } from './repository.ts'
import type { ReceiptRow } from './repository.ts'
import { ordersOfEntry } from './repository-orders.ts'

const MARK = '\ufeff'
export const MOST_ROWS = 20_000

const HEADS = {
  'zh-CN': {
    number: '收据号',
    kind: '类型',
    day: '日期',
    time: '时间',
    customer: '客户',
    taxName: '开票名称',
    taxNumber: '税号',
    email: '电子邮箱',
    orders: '工单',
    total: '合计',
    who: '收款人',
    note: '备注',
  },
  en: {
    number: 'Receipt',
    kind: 'Kind',
    day: 'Day',
    time: 'Time',
    customer: 'Customer',
    taxName: 'Invoice name',
    taxNumber: 'Tax number',
    email: 'E-mail',
    orders: 'Orders',
    total: 'Total',
    who: 'Taken by',
    note: 'Note',
  },
} as const

const METHODS: Readonly<Record<keyof typeof HEADS, Readonly<Record<PaymentMethod, string>>>> = {
  'zh-CN': { cash: '现金', wechat: '微信', alipay: '支付宝', card: '刷卡', bank: '银行转账' },
  en: { cash: 'Cash', wechat: 'WeChat', alipay: 'Alipay', card: 'Card', bank: 'Bank transfer' },
}

const KINDS: Readonly<Record<keyof typeof HEADS, Readonly<Record<ReceiptRow['kind'], string>>>> = {
  'zh-CN': {
    settlement: '完工结算',
    collection: '收应收款',
    deposit: '预付款',
    refund: '退款',
    sale: '零售',
    reversal: '冲销',
  },
  en: {
    settlement: 'Settlement',
    collection: 'Collection',
    deposit: 'Deposit',
    refund: 'Refund',
    sale: 'Sale',
    reversal: 'Reversal',
  },
}

const yuan = (fen: number): string => formatYuan(fen, { grouping: false })

export const csvOf = (ctx: QueryContext, rows: readonly ReceiptRow[]): string => {
  if (!ctx.shop) throw new Error('no shop')
  const { timeZone } = ctx.shop
  const language = ctx.shop.language === 'en' ? 'en' : 'zh-CN'
  const heads = HEADS[language]
  const methods = PAYMENT_METHODS.map((method) => METHODS[language][method])
  const { total, who, note, ...first } = heads
  const table = [[...Object.values(first), ...methods, total, who, note]]
  for (const row of rows) {
    const customer = row.customer_id === null ? undefined : readCustomer(ctx.db, row.customer_id)
    const payments = paymentsOf(ctx.db, row.id)
    const orders = ordersOfEntry(ctx.db, row.entry_id).map(({ number }) => number)
    table.push(
      [
        row.number,
        KINDS[language][row.kind],
        row.day,
        formatLocal(row.at, timeZone, 'time'),
        customer?.name ?? '',
        customer?.taxName ?? '',
        customer?.taxNumber ?? '',
        customer?.invoiceEmail ?? '',
        orders.join(' '),
        ...PAYMENT_METHODS.map((method) => {
          const paid = payments.find((payment) => payment.method === method)
          return paid ? yuan(paid.amount_fen) : ''
        }),
        yuan(row.amount_fen),
        ctx.services.staffName(row.staff_id),
        row.note,
      ].map(escapeFormula),
    )
  }
  return `${MARK}${Papa.unparse(table)}\r\n`
}
