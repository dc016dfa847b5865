// The few finished texts that papers carry, in the paper's language: who pays and why, limits, promised times.
import type { ChargeBasis, ChargeKind } from '#shared/domain/charge/charge.ts'
import type { PaperLanguage } from '#shared/domain/papers/index.ts'
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
