// The printed quote: what a version offers, each alternative with its total, in the words of the paper's language.
import type { PaperQuoteLine, QuotePaper } from '#shared/domain/papers/index.ts'
import type { PaperLanguage } from '#shared/domain/papers/index.ts'
import { alternativesOf, lineAmount, totalsOf } from '#shared/domain/quote/index.ts'
import type { QuoteLine } from '#shared/domain/quote/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { printedVersion } from '#core/quotes/index.ts'
import type { PaperAsk } from './paper-data.ts'
import { borneBy } from './paper-words.ts'

const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

const warrantyText = (days: number, language: PaperLanguage): string => {
  if (days === 0) return '—'
  return language === 'zh-CN' ? `${days} 天` : `${days} days`
}

const lineOf = (line: QuoteLine, index: number, language: PaperLanguage): PaperQuoteLine => ({
  n: index + 1,
  text: line.text,
  quantityText: formatQuantity(line.quantity),
  priceText: yuan(line.priceFen),
  amountText: borneBy(line, language) ?? yuan(lineAmount(line)),
  warrantyText: warrantyText(line.warrantyDays, language),
})

type Parts = Pick<QuotePaper, 'shop' | 'order' | 'device' | 'customer' | 'reportedFault' | 'reprint'>

/** The version that is out, else the last that was, else the draft; undefined if the order was never quoted. */
export const quotePaper = (ask: PaperAsk, order: OrderRow, parts: () => Parts): QuotePaper | undefined => {
  const found = printedVersion(ask.db, order.id)
  if (!found) return undefined
  const { row, lines } = found
  const { language } = ask
  const numbered = (some: readonly QuoteLine[]) => some.map((line, index) => lineOf(line, index, language))
  const totals = totalsOf(lines)
  const totalOf = (letter: string) =>
    yuan(totals.find(({ alternative }) => alternative === letter)?.customerFen ?? 0)
  const letters = alternativesOf(lines)
  return {
    ...parts(),
    quote: {
      versionText: language === 'zh-CN' ? `第 ${row.version} 版` : `version ${row.version}`,
      dateText: formatLocal(row.sent_at ?? row.made_at, ask.shop.timeZone, 'date'),
      ...(row.state === 'draft' ? { draft: 'yes' } : {}),
      ...(row.valid_until === null ? {} : { validText: row.valid_until }),
      ...(row.remark === '' ? {} : { remark: row.remark }),
      madeBy: row.made_by_name,
    },
    lines: numbered(lines.filter(({ alternative }) => alternative === '')),
    ...(letters.length === 0
      ? { totalText: totalOf('') }
      : {
          alternatives: letters.map((letter) => ({
            letter,
            lines: numbered(lines.filter(({ alternative }) => alternative === letter)),
            totalText: totalOf(letter),
          })),
        }),
  }
}
