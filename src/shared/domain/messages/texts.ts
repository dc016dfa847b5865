// Ready-made texts to customers and technicians (rules SRV-5, DSP-11): a shop may write its own; what stands
// in braces is filled in.

export const TEXT_OCCASIONS = ['received', 'quoted', 'ready', 'overdue', 'dispatched'] as const
export type TextOccasion = (typeof TEXT_OCCASIONS)[number]

export const PLACEHOLDERS = [
  'customer',
  'number',
  'device',
  'fault',
  'shop',
  'phone',
  'date',
  'days',
  'amount',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

export type TextLanguage = 'zh-CN' | 'en'

export const BUILT_IN: Readonly<Record<TextLanguage, Readonly<Record<TextOccasion, string>>>> = {
  'zh-CN': {
    received: '【{shop}】{customer}您好，您的{device}已收下，工单号 {number}。查询电话 {phone}。',
    quoted: '【{shop}】{customer}您好，您的{device}（{number}）已报价：{amount}，请回电 {phone} 确认。',
    ready: '【{shop}】{customer}您好，您的{device}（{number}）已可取机，请带取机凭证。电话 {phone}。',
    overdue:
      '【{shop}】{customer}您好，您的{device}（{number}）已放置 {days} 天未取，请尽快来取或与我们联系：{phone}。',
    dispatched: '新派工 {number}：{device}，{fault}。客户 {customer}。',
  },
  en: {
    received: '{shop}: we have received your {device}, work order {number}. Questions: {phone}.',
    quoted: '{shop}: the quote for your {device} ({number}) is ready: {amount}. Please call {phone}.',
    ready: '{shop}: your {device} ({number}) is ready. Please bring the pick-up slip. {phone}',
    overdue:
      '{shop}: your {device} ({number}) has been waiting for {days} days. Please collect it or call {phone}.',
    dispatched: 'New job {number}: {device}, {fault}. Customer {customer}.',
  },
}

/** Stands for the amount while no quote is out. */
export const NO_AMOUNT: Readonly<Record<TextLanguage, string>> = {
  'zh-CN': '金额请来电询问',
  en: 'ask us for the amount',
}

/** The text with its blanks filled; a placeholder that is not known stays as it was written. */
export const fillText = (template: string, values: Readonly<Partial<Record<Placeholder, string>>>): string =>
  template.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name as Placeholder] ?? whole)
