// The few finished texts that papers carry, in the paper's language: who pays and why, limits, promised times, money.
import type { ChargeBasis, ChargeKind } from '#shared/domain/charge/charge.ts'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import type { PaperLanguage, ReceiptPaper } from '#shared/domain/papers/index.ts'
import type { Payer } from '#shared/domain/service/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'

type Words = Readonly<Record<PaperLanguage, string>>

const CHARGE: Readonly<Record<ChargeKind, Words>> = {
  inWarranty: { 'zh-CN': '保内', en: 'In warranty' },
  outOfWarranty: { 'zh-CN': '保外', en: 'Out of warranty' },
  onSiteTerm: { 'zh-CN': '上门期内', en: 'Within the on-site term' },
  contract: { 'zh-CN': '合同服务', en: 'By contract' },
  undecided: { 'zh-CN': '待定', en: 'To be decided' },
}

const NO_SERIAL: Readonly<Record<string, Words>> = {
  unreadable: { 'zh-CN': '标签看不清', en: 'label unreadable' },
  none: { 'zh-CN': '本机无序列号', en: 'has no serial number' },
  customerRefused: { 'zh-CN': '客户未提供', en: 'not given by the customer' },
  later: { 'zh-CN': '稍后补录', en: 'to be added' },
}

export const chargeText = (kind: ChargeKind, language: PaperLanguage): string => CHARGE[kind][language]

export const noSerialText = (reason: string, language: PaperLanguage): string =>
  NO_SERIAL[reason]?.[language] ?? ''

export const basisText = (basis: ChargeBasis, language: PaperLanguage): string => {
  const zh = language === 'zh-CN'
  switch (basis.because) {
    case 'contractRuns':
      return zh ? `服务合同至 ${basis.until}` : `contract until ${basis.until}`
    case 'onSiteTermRuns':
      return zh
        ? `购于 ${basis.purchaseDate}，上门期至 ${basis.until}`
        : `bought ${basis.purchaseDate}, on-site term until ${basis.until}`
    case 'warrantyRuns':
      return zh
        ? `购于 ${basis.purchaseDate}，保修至 ${basis.until}`
        : `bought ${basis.purchaseDate}, warranty until ${basis.until}`
    case 'warrantyOver':
      return zh
        ? `购于 ${basis.purchaseDate}，保修已于 ${basis.until} 到期`
        : `bought ${basis.purchaseDate}, warranty ended ${basis.until}`
    case 'purchaseDateUnknown':
      return zh ? '购买日期不详' : 'purchase date unknown'
    case 'termUnknown':
      return zh ? '保修期限不详' : 'warranty term unknown'
    case 'clerkDecided':
      return basis.reason
  }
}

export const limitText = (fen: number, language: PaperLanguage): string =>
  language === 'zh-CN'
    ? `${formatYuan(fen, { sign: '¥' })} 以内无需再问`
    : `up to ${formatYuan(fen, { sign: '¥' })} without asking`

export const contactText = (local: string, language: PaperLanguage): string =>
  language === 'zh-CN' ? `${local} 前与您联系` : `we will contact you by ${local}`

export const DROP_OFF: Words = { 'zh-CN': '到店送修', en: 'Drop-off' }

/** What a fault tag is on (rule PRT-8). */
export const WHAT: Readonly<Record<'old' | 'defective', Words>> = {
  old: { 'zh-CN': '旧件', en: 'old part' },
  defective: { 'zh-CN': '故障件', en: 'defective part' },
}
export const GOOD: Words = { 'zh-CN': '良品', en: 'good' }

export const faultText = (fault: string, language: PaperLanguage): string =>
  language === 'zh-CN' ? `故障件：${fault}` : `defective: ${fault}`

const BORNE_BY: Readonly<Record<Exclude<Payer, 'customer'>, Words>> = {
  maker: { 'zh-CN': '厂家承担', en: 'maker pays' },
  contract: { 'zh-CN': '合同内', en: 'by contract' },
  ourselves: { 'zh-CN': '免费', en: 'free' },
}
const WAIVED: Words = { 'zh-CN': '免收', en: 'waived' }

/** What stands in place of the amount of a line that the customer does not pay; undefined if he does. */
export const borneBy = (
  { payer, waived }: Readonly<{ payer: Payer; waived: boolean }>,
  language: PaperLanguage,
): string | undefined => {
  if (payer !== 'customer') return BORNE_BY[payer][language]
  return waived ? WAIVED[language] : undefined
}

/** Each kind of receipt by what it is evidence of (rule SET-9). */
export const RECEIPT_TITLE: Readonly<Record<ReceiptPaper['receipt']['kind'], Words>> = {
  settlement: { 'zh-CN': '结算收据', en: 'Settlement receipt' },
  collection: { 'zh-CN': '收款收据', en: 'Payment receipt' },
  deposit: { 'zh-CN': '预付款收据', en: 'Deposit receipt' },
  refund: { 'zh-CN': '退款凭证', en: 'Refund voucher' },
  sale: { 'zh-CN': '销售收据', en: 'Sales receipt' },
  reversal: { 'zh-CN': '冲销凭证', en: 'Reversal voucher' },
}

export const METHOD: Readonly<Record<PaymentMethod, Words>> = {
  cash: { 'zh-CN': '现金', en: 'Cash' },
  wechat: { 'zh-CN': '微信', en: 'WeChat' },
  alipay: { 'zh-CN': '支付宝', en: 'Alipay' },
  card: { 'zh-CN': '刷卡', en: 'Card' },
  bank: { 'zh-CN': '转账', en: 'Bank transfer' },
}

/** One line for all, where the lines of an order were not kept when it was settled. */
export const SETTLED_WORK: Words = { 'zh-CN': '维修费用', en: 'Repair' }
