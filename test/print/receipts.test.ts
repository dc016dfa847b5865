// Receipts on pages and on the rolls of receipt printers: the longest, the narrowest, nothing cut off.
import { expect, it } from 'vitest'
import { paperSheets } from '#shared/domain/papers/index.ts'
import type { ReceiptPaper } from '#shared/domain/papers/index.ts'
import { haveTools, infoOf, inkMargins, rendered, textOf, wordsOf } from './pdf-tools.ts'
import * as sample from './sample-papers.ts'

const hasPoppler = haveTools('pdftotext', 'pdfinfo', 'pdftoppm')
const language = 'zh-CN'

const longest = '更换液晶屏总成及转轴、排线重新布置，含全部辅料与保修服务费用'.repeat(7).slice(0, 200)
const numbers = Array.from({ length: 20 }, (_, i) => `SZ01-261122-1${String(i).padStart(4, '0')}-A`)

/** Twenty orders, every text as long as it may be, five methods. */
const crowded: ReceiptPaper = {
  ...sample.receipt,
  shop: { ...sample.receipt.shop, name: '店'.repeat(60), address: '路'.repeat(120) },
  customer: { name: '欧阳'.repeat(20), phoneMasked: '0755-****4567', company: '司'.repeat(60) },
  receipt: { ...sample.receipt.receipt, who: 'Bartholomew'.repeat(4), note: '注'.repeat(200) },
  orders: numbers.map((number) => ({
    ...sample.receipt.orders[0]!,
    number,
    deviceText: 'W'.repeat(120),
    lines: [
      { text: longest, quantityText: '999.999', amountText: '¥99,999,999.99' },
      { text: 'X'.repeat(200), amountText: '合同内' },
    ],
    dueText: '-¥999,999,999.99',
  })),
  payments: ['现金', '微信', '支付宝', '刷卡', '转账'].map((methodText) => ({
    methodText,
    amountText: '¥99,999,999.99',
    tenderedText: '¥100,000,000.00',
    changeText: '¥0.01',
    reference: '9'.repeat(60),
  })),
  totalText: '¥499,999,999.95',
  totalWords: '肆亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角伍分',
  reprint: { count: 12 },
}

it.skipIf(!hasPoppler).each(['roll80', 'roll58'] as const)(
  'SET-9 PRN-2 a receipt on %s is one strip of its width, however long, and all ink is where the printer reaches',
  async (paperSize) => {
    const { w, margins } = paperSheets[paperSize]
    const [side, top, , bottom] = margins
    const seen: unknown[] = []
    const heights: number[] = []
    for (const data of [sample.refundVoucher, sample.receipt, crowded]) {
      const { pdf, pages, heightMm } = await rendered({ kind: 'receipt', data, paperSize, language })
      const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(infoOf(pdf)) ?? []
      const [ink] = inkMargins(pdf, 100)
      const [left = 0, above = 0, right = 0, below = 0] = ink ?? []
      const near = 0.4
      heights.push(heightMm)
      seen.push({
        pages,
        width: ((Number(width) / 72) * 25.4).toFixed(1),
        isAsLong: Math.abs((Number(height) / 72) * 25.4 - heightMm) < 0.2,
        inside: left > side - near && right > side - near && above > top - near && below > bottom - near,
        lost: data.orders.filter(({ number }) => !textOf(pdf).includes(number)).length,
      })
    }
    const whole = { pages: 1, width: w.toFixed(1), isAsLong: true, inside: true, lost: 0 }
    expect(seen).toEqual([whole, whole, whole])
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  },
)

it.skipIf(!hasPoppler).each(['a5', 'b5jis', 'b5iso', 'a4'] as const)(
  'SET-9 twenty orders of the longest texts go on over pages of %s, nothing is lost, inside the sheet',
  async (paperSize) => {
    const { pdf, pages } = await rendered({ kind: 'receipt', data: crowded, paperSize, language })
    const text = textOf(pdf)
    const { w } = paperSheets[paperSize]
    const outside = wordsOf(pdf).filter(({ xMin, xMax }) => xMin < 0 || xMax > (w * 72) / 25.4)
    expect({
      isLong: pages > 3,
      lost: numbers.filter((number) => !text.includes(number)),
      amounts: text.split('¥99,999,999.99').length - 1,
      references: text.split('单号').length - 1,
      numbered: text.includes(`第${pages}页/共${pages}页`),
      words: text.includes(crowded.totalWords),
      outside,
    }).toEqual({
      isLong: true,
      lost: [],
      amounts: 25,
      references: 5,
      numbered: true,
      words: true,
      outside: [],
    })
  },
)

it('SET-9 an ordinary receipt is one page of A5 in both languages, printed again too', async () => {
  const pages: number[] = []
  for (const data of [sample.receipt, { ...sample.receipt, reprint: { count: 3 } }])
    pages.push((await rendered({ kind: 'receipt', data, language })).pages)
  pages.push((await rendered({ kind: 'receipt', data: sample.receiptInEnglish, language: 'en' })).pages)
  expect(pages).toEqual([1, 1, 1])
})

it('PRN-2 a roll is for receipts: a repair order is refused', async () => {
  const { renderPaper } = await import('#core/print/index.ts')
  const asked = { kind: 'repairOrder', data: sample.repairOrder, paperSize: 'roll80', language } as const
  expect(await renderPaper(asked)).toEqual({ refused: { refusal: 'wrongPaperSize', field: 'paperSize' } })
})
