// A quote as words to copy into WeChat or an SMS (rules QUO-4, SRV-5).
import { formatYuan } from '#shared/kernel/money.ts'
import { PER_UNIT, formatQuantity } from '#shared/kernel/quantity.ts'
import { type QuoteLine, alternativesOf, lineAmount, linesOfChoice, totalsOf } from './lines.ts'

export type QuoteWords = Readonly<{
  shop: string
  phone: string
  customer: string
  device: string
  number: string
  version: number
  validUntil: string | null
  remark: string
  lines: readonly QuoteLine[]
}>

const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

/** The amounts in few words: `¥300.00`, or each alternative with its letter. */
export const amountWords = (lines: readonly QuoteLine[]): string =>
  totalsOf(lines)
    .map(
      ({ alternative, customerFen }) => `${alternative === '' ? '' : `${alternative} `}${yuan(customerFen)}`,
    )
    .join(' / ')

/** Every line, every total, until when it holds; nothing of what others pay but that they do. */
export const quoteText = (language: 'zh-CN' | 'en', quote: QuoteWords): string => {
  const zh = language === 'zh-CN'
  const lineWords = (line: QuoteLine): string => {
    const times = line.quantity === PER_UNIT ? '' : ` × ${formatQuantity(line.quantity)}`
    const amount = yuan(lineAmount(line))
    if (line.payer !== 'customer') return `${line.text}${times} ${zh ? '（免费）' : '(free of charge)'}`
    return `${line.text}${times} ${amount}${line.waived ? (zh ? '（免收）' : ' (waived)') : ''}`
  }
  const head = zh
    ? [`【${quote.shop}】${quote.customer}您好，您的${quote.device}（${quote.number}）维修报价如下：`]
    : [`${quote.shop}: quote for your ${quote.device} (${quote.number})`]
  const total = zh ? '合计' : 'Total'
  const letters = alternativesOf(quote.lines)
  const totals = totalsOf(quote.lines)
  const common = linesOfChoice(quote.lines, '').map(lineWords)
  const body =
    letters.length === 0
      ? [...common, `${total} ${yuan(totals[0]?.customerFen ?? 0)}`]
      : [
          ...common,
          ...letters.flatMap((letter) => [
            zh ? `方案 ${letter}：` : `Option ${letter}:`,
            ...quote.lines
              .filter((line) => line.alternative === letter)
              .map((line) => `  ${lineWords(line)}`),
            `  ${total} ${yuan(totals.find(({ alternative }) => alternative === letter)?.customerFen ?? 0)}`,
          ]),
        ]
  const tail = [
    ...(quote.remark === '' ? [] : [quote.remark]),
    ...(quote.validUntil === null
      ? []
      : [zh ? `报价有效期至 ${quote.validUntil}。` : `Valid until ${quote.validUntil}.`]),
    zh
      ? `同意请回复，有问题请致电${quote.phone === '' ? '' : ` ${quote.phone}`}。`
      : `Please reply to accept${quote.phone === '' ? '' : `, or call ${quote.phone}`}.`,
  ]
  return [...head, ...body, ...tail].join('\n')
}
