// Papers of parts through the contract: issue slip, return slip, fault tag; what their printing changes.
import { expect, it } from 'vitest'
import { haveTools, scan, textOf } from '#test/print/pdf-tools.ts'
import { partsShop } from '#test/support/parts-shop.ts'

const hasPoppler = haveTools('pdftotext', 'pdftoppm')
const hasScanner = hasPoppler && haveTools('zbarimg')

/** Two screens and the tracked board issued, one screen came back bad. */
const withPapers = async () => {
  const made = await partsShop()
  const { shop, orderId, screen, board } = made
  const issued = await shop.manager.value('orderPart.issue', {
    id: orderId,
    lines: [
      { partId: screen, quantity: 2000 },
      { partId: board, quantity: 1000, serials: ['MB-1'] },
    ],
  })
  const returned = await shop.manager.value('orderPart.giveBack', {
    id: orderId,
    lines: [
      { orderPartId: issued.orderPartIds[0] ?? '', quantity: 1000, condition: 'defective', fault: '有亮线' },
    ],
  })
  const pdf = async (paper: 'issueSlip' | 'returnSlip' | 'faultTag', subjectId: string) =>
    Buffer.from((await shop.manager.value('print.pdf', { paper, subjectId })).pdf, 'base64')
  const { number, digits } = await shop.manager.value('order.get', { id: orderId })
  return { ...made, issued, returned, pdf, number, digits }
}

it.skipIf(!hasPoppler)(
  'PRT-1 issue and return are documents: each prints with its order, parts, serials and places',
  async () => {
    const { issued, returned, pdf, number } = await withPapers()
    const issue = textOf(await pdf('issueSlip', issued.documents[0] ?? ''))
    const back = textOf(await pdf('returnSlip', returned.documents[0] ?? ''))
    const bare = (text: string) => text.replaceAll(/\s/g, '')
    const has = (text: string, wanted: readonly string[]) =>
      wanted.filter((one) => !bare(text).includes(bare(one)))
    expect([
      has(issue, ['备件领料单', number, 'P-1', '液晶屏', '2 块', 'P-2', '主板', 'MB-1', '1 块']),
      has(back, ['备件退料单', number, 'P-1', '液晶屏', '1 块', '故障件', '有亮线']),
      back.includes('主板'),
    ]).toEqual([[], [], false])
  },
)

it.skipIf(!hasScanner)(
  'PRT-8 a fault tag carries the order number, for people and for the scanner, on every label',
  async () => {
    const { shop, returned, number, digits } = await withPapers()
    const [tagId = ''] = returned.tags
    const read: Record<string, unknown> = {}
    for (const paperSize of ['label60x40', 'label50x30', 'label40x30'] as const) {
      const { pdf } = await shop.manager.value('print.pdf', {
        paper: 'faultTag',
        subjectId: tagId,
        paperSize,
      })
      const file = Buffer.from(pdf, 'base64')
      const text = textOf(file)
      read[paperSize] = [
        ['故障件', number, '液晶屏', 'P-1', '有亮线'].filter((one) => !text.includes(one)),
        scan(file, 203).includes(`QR-Code:${digits}`),
      ]
    }
    expect(read).toEqual({ label60x40: [[], true], label50x30: [[], true], label40x30: [[], true] })
  },
)

it('PRT-8 however long the fault is, a tag is one label, printed again too', async () => {
  const { shop, orderId, screen } = await partsShop()
  const { orderPartIds } = await shop.manager.value('orderPart.issue', {
    id: orderId,
    lines: [{ partId: screen, quantity: 1000 }],
  })
  const fault = '屏幕左侧三分之一有竖向亮线，排线重插无效。'.repeat(10).slice(0, 200)
  const { tags } = await shop.manager.value('orderPart.giveBack', {
    id: orderId,
    lines: [{ orderPartId: orderPartIds[0] ?? '', quantity: 1000, condition: 'defective', fault }],
  })
  const subjectId = tags[0] ?? ''
  const pages = async () => {
    const counts: number[] = []
    for (const paperSize of ['label60x40', 'label50x30', 'label40x30'] as const)
      for (const language of ['zh-CN', 'en'] as const) {
        const shown = { paper: 'faultTag' as const, subjectId, paperSize, language, dpi: 50 }
        counts.push((await shop.manager.value('print.preview', shown)).pages.length)
      }
    return counts
  }
  const first = await pages()
  await shop.manager.value('print.pdf', { paper: 'faultTag', subjectId })
  expect([...first, ...(await pages())]).toEqual(Array.from({ length: 12 }, () => 1))
})

it('PRT-8 a tag counts as printed when it left the printer, and the print stands with its order', async () => {
  const { shop, orderId, returned, pdf } = await withPapers()
  const tags = async () =>
    (await shop.clerk.value('orderPart.ofOrder', { id: orderId })).tags.map(({ printed }) => printed)
  const before = await tags()
  await pdf('faultTag', returned.tags[0] ?? '')
  const again = await shop.manager.value('print.preview', {
    paper: 'faultTag',
    subjectId: returned.tags[0] ?? '',
    dpi: 50,
  })
  const { jobs } = await shop.manager.value('print.jobs', { subjectId: orderId })
  const { log } = await shop.manager.value('order.log', { id: orderId })
  expect([before, await tags(), again.pages.length, jobs[0]?.paper, log.at(-1)?.changes]).toEqual([
    [false],
    [true],
    1,
    'faultTag',
    { paper: [null, 'faultTag'], copy: [null, 'customer'], reprint: [null, 0] },
  ])
})

it('a slip of another kind, a document of no order and an order’s id are refused at the field', async () => {
  const { shop, orderId, issued, returned } = await withPapers()
  const { documents } = await shop.manager.value('stock.documents', { kind: 'receipt' })
  const ask = (paper: 'issueSlip' | 'returnSlip' | 'faultTag', subjectId: string) =>
    shop.manager.refusal('print.preview', { paper, subjectId, dpi: 50 })
  const refused = { refusal: 'unknownSubject', field: 'subjectId' }
  expect([
    await ask('returnSlip', issued.documents[0] ?? ''),
    await ask('issueSlip', returned.documents[0] ?? ''),
    await ask('issueSlip', documents[0]?.id ?? ''),
    await ask('faultTag', orderId),
  ]).toEqual([refused, refused, refused, refused])
})
