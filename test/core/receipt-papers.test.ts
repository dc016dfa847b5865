// The receipt on paper through the contract (rule SET-9): what it carries, how it is printed again, where it is logged.
import { expect, it } from 'vitest'
import type { Value } from '#shared/contract/index.ts'
import { haveTools, textOf } from '#test/print/pdf-tools.ts'
import { approve, pay, readyToPay } from '#test/support/money.ts'
import { readyVisit } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const hasPoppler = haveTools('pdftotext', 'pdftoppm')

const bare = (text: string): string => text.replaceAll(/\s/g, '')
const printedText = async (shop: ShopAtWork, subjectId: string, given: object = {}): Promise<string> => {
  const { pdf } = await shop.clerk.value('print.pdf', { paper: 'receipt', subjectId, ...given })
  return bare(textOf(Buffer.from(pdf, 'base64')))
}
const lacks = (text: string, wanted: readonly string[]) => wanted.filter((one) => !text.includes(bare(one)))

/** Two machines: the first with all there can be on it, the second wholly on account. */
const settledTwo = async () => {
  const shop = await startWorkingShop()
  const visit = await readyVisit(shop, 2, { ready: 0 })
  const [first = '', second = ''] = visit.ids
  await shop.clerk.value('deposit.take', { id: first, payments: [pay('wechat', 20_000)], note: '订屏' })
  for (const id of visit.ids) await shop.startWork(id)
  await shop.finish(first, {
    lines: [
      { kind: 'part', text: '更换屏幕总成', quantity: 2000, priceFen: 49_000, payer: 'customer' },
      { kind: 'labour', text: '主板维修', priceFen: 30_000, payer: 'maker' },
    ],
  })
  await shop.finish(second, {
    lines: [{ kind: 'labour', text: '系统重装', priceFen: 8_000, payer: 'customer' }],
  })
  const given = {
    orders: [{ id: first, discountFen: 1_000, roundingFen: 50, depositFen: 20_000 }, { id: second }],
    payments: [pay('cash', 50_000, 60_000), { ...pay('alipay', 26_950), reference: 'ALI-778' }],
    reason: '老客户',
    onAccount: { followUpOn: '2026-12-22' },
  }
  const needed = await shop.clerk.refusal('settlement.settle', given)
  const settled: Value<'settlement.settle'> = await shop.clerk.value('settlement.settle', {
    ...given,
    approvals: [await approve(shop.clerk, needed)],
  })
  const numbers = await Promise.all(
    visit.ids.map(async (id) => (await shop.clerk.value('order.get', { id })).number),
  )
  return { shop, first, second, numbers, receipt: settled.receipt ?? { id: '', number: '' } }
}

it('PRN-3 a receipt stands with its order in the print log; nothing of another kind is printed as one', async () => {
  const { shop, first, receipt } = await settledTwo()
  await shop.clerk.value('print.pdf', { paper: 'receipt', subjectId: receipt.id })
  const { jobs } = await shop.clerk.value('print.jobs', { subjectId: first })
  const { log } = await shop.clerk.value('order.log', { id: first })
  const no = await shop.clerk.refusal('print.print', { sheets: [{ paper: 'receipt', subjectId: first }] })
  const printer = await shop.clerk.refusal('print.print', {
    sheets: [{ paper: 'receipt', subjectId: receipt.id }],
  })
  const receipts = jobs.filter(({ paper }) => paper === 'receipt')
  expect([
    receipts.map(({ reprint, subjectId }) => [subjectId, reprint]),
    log.at(-1)?.changes,
    no,
    printer,
  ]).toEqual([
    [[receipt.id, 0]],
    { paper: [null, 'receipt'], copy: [null, 'customer'], reprint: [null, 0] },
    { refusal: 'unknownSubject', field: 'sheets.0.subjectId' },
    { refusal: 'noPrinter', field: 'receiptPrinter' },
  ])
})

const onIt = ({ numbers, receipt }: Awaited<ReturnType<typeof settledTwo>>): string[] => [
  ...['结算收据', receipt.number, ...numbers, '2026-11-22', '张三', '138****8000', '联想 T480', '联想 T481'],
  ...['更换屏幕总成', '¥980.00', '主板维修', '厂家承担', '系统重装', '¥80.00'],
  ...['优惠-¥10.00', '抹零-¥0.50', '抵用预付款-¥200.00', '应收¥769.50', '应收合计¥849.50'],
  ...['现金', '收¥600.00，找零¥100.00', '¥500.00', '支付宝', 'ALI-778', '¥269.50'],
  ...['实收金额¥769.50', '柒佰陆拾玖元伍角整', '挂账（尚欠）', '¥80.00', '2026-12-22'],
]

it.skipIf(!hasPoppler)(
  'SET-9 a receipt carries each order with its lines, what came off, how it was paid and what is still owed',
  async () => {
    const settled = await settledTwo()
    const text = await printedText(settled.shop, settled.receipt.id)
    expect([lacks(text, onIt(settled)), text.includes('13800138000')]).toEqual([[], false])
  },
)

it.skipIf(!hasPoppler)('SET-9 a receipt speaks the language of the paper', async () => {
  const { shop, numbers, receipt } = await settledTwo()
  const text = await printedText(shop, receipt.id, { language: 'en' })
  const english = [
    ...['Settlement receipt', receipt.number, ...numbers, 'maker pays', 'Discount', 'Deposit used'],
    ...['given ¥600.00, change ¥100.00', 'Alipay', '柒佰陆拾玖元伍角整', '2026-12-22'],
  ]
  expect(lacks(text, english)).toEqual([])
})

it.skipIf(!hasPoppler)('SET-9 the same stands on a roll of 80 and of 58 mm', async () => {
  const settled = await settledTwo()
  const found: unknown[] = []
  for (const paperSize of ['roll80', 'roll58'] as const) {
    const text = await printedText(settled.shop, settled.receipt.id, { paperSize })
    found.push(lacks(text, onIt(settled)))
  }
  expect(found).toEqual([[], []])
})

it.skipIf(!hasPoppler)(
  'SET-9 printed again it says 补打 with its count, and shows what was settled whatever was added since',
  async () => {
    const { shop, first, receipt } = await settledTwo()
    const before = await printedText(shop, receipt.id)
    await shop.clerk.value('handOver.failAcceptance', {
      id: first,
      words: '还是死机',
      nextContactBy: shop.clock.now + 86_400_000,
      promiseType: 'other',
      promiseReason: '再修',
    })
    await shop.finish(first, {
      lines: [{ kind: 'labour', text: '加装内存', priceFen: 5_000, payer: 'customer' }],
    })
    const more = await shop.clerk.value('settlement.settle', {
      orders: [{ id: first }],
      payments: [pay('wechat', 5_000)],
    })
    const again = await printedText(shop, receipt.id)
    const third = await printedText(shop, receipt.id, { paperSize: 'roll80', language: 'en' })
    const second = await printedText(shop, more.receipt?.id ?? '')
    expect(lacks(second, ['加装内存', '此前已结算-¥980.00', '应收¥50.00', '伍拾元整'])).toEqual([])
    expect([
      before.includes('补打'),
      again.includes('补打（第1次）'),
      third.includes('REPRINTNo.2'),
      again.replace('补打（第1次）', '') === before,
    ]).toEqual([false, true, true, true])
  },
)

it.skipIf(!hasPoppler)(
  'SET-9 a deposit and money given back have papers of their own; the customer signs for what he gets',
  async () => {
    const shop = await startWorkingShop()
    const id = await shop.takeIn()
    const deposit = await shop.clerk.value('deposit.take', {
      id,
      payments: [pay('cash', 20_000)],
      note: '订屏',
    })
    const back = { id, payments: [pay('cash', 5_005)], reason: '多收退回' }
    const needed = await shop.clerk.refusal('deposit.refund', back)
    const refund = await shop.clerk.value('deposit.refund', {
      ...back,
      approvals: [await approve(shop.clerk, needed)],
    })
    const { number } = await shop.clerk.value('order.get', { id })
    const taken = await printedText(shop, deposit.receipt.id)
    const given = await printedText(shop, refund.receipt.id)
    expect([
      lacks(taken, ['预付款收据', number, '订屏', '实收金额¥200.00', '贰佰元整', '收款单位（盖章）']),
      lacks(given, ['退款凭证', number, '多收退回', '实退金额¥50.05', '伍拾元零伍分', '领款人签字']),
      given.includes('-¥'),
    ]).toEqual([[], [], false])
  },
)

it('SET-9 PRN-2 a receipt is A5 or what the settings say; a roll is as long as what is on it', async () => {
  const shop = await startWorkingShop()
  const { id } = await readyToPay(shop, 12_300)
  const { receipt } = await shop.clerk.value('settlement.settle', {
    orders: [{ id }],
    payments: [pay('wechat', 12_300)],
  })
  const look = async (given: object = {}) => {
    const asked = { paper: 'receipt' as const, subjectId: receipt?.id ?? '', dpi: 50, ...given }
    const { pages, widthMm, heightMm } = await shop.clerk.value('print.preview', asked)
    return { pages: pages.length, widthMm, heightMm }
  }
  const usual = await look()
  await shop.manager.value('shop.changeSettings', { receiptSize: 'roll58' })
  const roll = await look()
  const short = await look({ paperSize: 'roll80' })
  // A label is no sheet for a receipt.
  const label = await look({ paperSize: 'label60x40' })
  expect([usual, roll.widthMm, roll.pages, short.widthMm, short.pages, label]).toEqual([
    { pages: 1, widthMm: 148, heightMm: 210 },
    58,
    1,
    80,
    1,
    roll,
  ])
  expect(roll.heightMm).toBeGreaterThan(short.heightMm)
  expect(short.heightMm).toBeGreaterThan(80)
})
