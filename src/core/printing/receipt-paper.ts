// The printed receipt (rule SET-9): what was settled, paid, given back or taken back, as it was written down then.
import { maskPhone } from '#shared/domain/papers/index.ts'
import type {
  PaperReceiptLine,
  PaperReceiptOrder,
  PaperReceiptPayment,
  ReceiptPaper,
} from '#shared/domain/papers/index.ts'
import { amountInChinese } from '#shared/kernel/amount-in-chinese.ts'
import { formatYuan, sumFen } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { postingsOf } from '#core/ledger/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { paymentsOf, readReceipt } from '#core/receipts/index.ts'
import type { PaymentRow, ReceiptRow } from '#core/receipts/index.ts'
import { followUpOf, settlementsOfReceipt } from '#core/settlement/index.ts'
import type { SettledLine, SettlementRow } from '#core/settlement/index.ts'
import type { PaperAsk } from './paper-data.ts'
import { METHOD, RECEIPT_TITLE, SETTLED_WORK, borneBy } from './paper-words.ts'
import { reprintOf, shopOf } from './shop-on-paper.ts'

const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

/** The texts whose amount is not zero. */
const present = (amounts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(amounts)
      .filter(([, fen]) => fen !== 0)
      .map(([name, fen]) => [name, yuan(fen)]),
  )

/** A receipt by its id; undefined if there is none. */
export const receiptPaper = (ask: PaperAsk, receiptId: string): ReceiptPaper | undefined => {
  const row = readReceipt(ask.db, receiptId)
  if (!row) return undefined
  const settled = settlementsOfReceipt(ask.db, receiptId)
  const onAccount = sumFen(settled.map((one) => one.on_account_fen))
  // A refund says on its face that money went out; only what is taken back is below zero.
  const sign = row.kind === 'refund' ? -1 : 1
  const numberOf = (id: string | null) => (id === null ? undefined : readReceipt(ask.db, id)?.number)
  const followUp = settled.map((one) => followUpOf(ask.db, row.customer_id ?? '', one)).find(Boolean)
  const reverses = numberOf(row.reverses)
  const reversedBy = numberOf(row.reversed_by)
  const total = sign * row.amount_fen
  return {
    shop: shopOf(ask),
    ...customerOn(ask, row),
    receipt: {
      kind: row.kind,
      titleText: RECEIPT_TITLE[row.kind][ask.language],
      number: row.number,
      dateText: formatLocal(row.at, ask.shop.timeZone, 'dateTime'),
      who: ask.staffName(row.staff_id),
      ...(row.kind === 'refund' ? { paidOut: 'yes' as const } : {}),
      ...(row.note === '' ? {} : { note: row.note }),
      ...(reverses === undefined ? {} : { reverses }),
      ...(reversedBy === undefined ? {} : { reversedBy }),
    },
    orders: settled.length > 0 ? settled.map((one) => settledOrder(ask, one)) : paidOrders(ask, row),
    ...(settled.length > 1 ? { dueText: yuan(sumFen(settled.map(dueOf))) } : {}),
    payments: paymentsOf(ask.db, receiptId).map((payment) => paymentOn(ask, payment, sign)),
    totalText: yuan(total),
    totalWords: amountInChinese(total),
    ...present({ onAccountText: onAccount }),
    ...(followUp === undefined ? {} : { followUpText: followUp }),
    ...reprintOf(ask),
  }
}

const customerOn = (ask: PaperAsk, row: ReceiptRow): Pick<ReceiptPaper, 'customer'> => {
  const customer = row.customer_id === null ? undefined : readCustomer(ask.db, row.customer_id)
  return customer
    ? {
        customer: {
          name: customer.name,
          phoneMasked: maskPhone(customer.phones[0]?.display ?? ''),
          ...(customer.company === '' ? {} : { company: customer.company }),
        },
      }
    : {}
}

const headOf = (ask: PaperAsk, orderId: string): Pick<PaperReceiptOrder, 'number' | 'deviceText'> => {
  const order = readOrderRow(ask.db, orderId)
  const device = order && readDevice(ask.db, order.device_id)
  return {
    number: order?.number ?? '',
    deviceText: [device?.category, device?.brand, device?.model]
      .filter((word) => word !== undefined && word !== '')
      .join(' '),
  }
}

/** To be paid at the counter once everything is taken off. */
const dueOf = (row: SettlementRow): number => row.paid_fen + row.on_account_fen

const settledOrder = (ask: PaperAsk, row: SettlementRow): PaperReceiptOrder => {
  const lines = JSON.parse(row.lines) as SettledLine[]
  const charged = sumFen(
    lines
      .filter(({ payer, waived }) => payer === 'customer' && !waived)
      .map(({ amountFen }) => amountFen ?? 0),
  )
  return {
    ...headOf(ask, row.order_id),
    // Settled before its lines were kept: the sum at least.
    lines:
      lines.length > 0
        ? lines.map((line) => lineOn(ask, line))
        : [{ text: SETTLED_WORK[ask.language], amountText: yuan(row.charged_fen) }],
    ...present({
      beforeText: lines.length > 0 ? row.charged_fen - charged : 0,
      storeFeeText: row.store_fee_fen,
      discountText: -row.discount_fen,
      roundingText: -row.rounding_fen,
      depositText: -Math.max(0, row.deposit_fen),
      toDepositText: Math.max(0, -row.deposit_fen),
    }),
    dueText: yuan(dueOf(row)),
  }
}

const lineOn = ({ language }: PaperAsk, line: SettledLine): PaperReceiptLine => ({
  text: line.text,
  ...(line.quantity === null ? {} : { quantityText: formatQuantity(line.quantity) }),
  amountText: borneBy(line, language) ?? yuan(line.amountFen ?? 0),
})

/** What was paid for each order where nothing was settled: a deposit, a collection, money given back. */
const paidOrders = (ask: PaperAsk, row: ReceiptRow): PaperReceiptOrder[] => {
  const paid = new Map<string, number>()
  for (const { order_id, amount_fen } of postingsOf(ask.db, row.entry_id))
    if (order_id !== null) paid.set(order_id, (paid.get(order_id) ?? 0) + amount_fen)
  const sign = row.kind === 'reversal' && row.amount_fen < 0 ? -1 : 1
  return [...paid].map(([orderId, fen]) => ({
    ...headOf(ask, orderId),
    lines: [],
    paidText: yuan(sign * fen),
  }))
}

const paymentOn = ({ language }: PaperAsk, row: PaymentRow, sign: number): PaperReceiptPayment => {
  const change = row.tendered_fen === null ? 0 : row.tendered_fen - row.amount_fen
  return {
    methodText: METHOD[row.method][language],
    amountText: yuan(sign * row.amount_fen),
    ...(change > 0 ? { tenderedText: yuan(row.tendered_fen ?? 0), changeText: yuan(change) } : {}),
    ...(row.reference === '' ? {} : { reference: row.reference }),
  }
}
