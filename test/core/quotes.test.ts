// Quotes: drafts, versions, alternatives, differences, what helps while quoting.
import { describe, expect, it } from 'vitest'
import { SCREEN, REPLACING, WIRE } from '#test/support/catalogue-rows.ts'
import { START, machine } from '#test/support/core.ts'
import { ANSWER, FEE_LINE, SCREEN_LINE, WORK_LINE, quotingInService } from '#test/support/quotes.ts'

const DAY = 86_400_000

describe('a quote', () => {
  it('QUO-1 belongs to one order: parts, labour and other lines, alternatives, a validity date, a remark', async () => {
    const { id, draft, ofOrder } = await quotingInService()
    await draft(id, {
      validUntil: '2026-11-29',
      remark: '含税',
      lines: [
        FEE_LINE,
        { ...SCREEN_LINE, alternative: 'A' },
        { ...WORK_LINE, alternative: 'A' },
        { kind: 'other', text: '整机置换', priceFen: 150_000, alternative: 'B', warrantyDays: 365 },
      ],
    })
    const { versions } = await ofOrder(id)
    expect(
      versions.map(({ version, state, validUntil, remark, lines, totals }) => ({
        version,
        state,
        validUntil,
        remark,
        lines: lines.map((l) => [l.alternative, l.kind, l.text, l.amountFen, l.payer, l.warrantyDays]),
        totals: totals.map((t) => [t.alternative, t.customerFen]),
      })),
    ).toEqual([
      {
        version: 1,
        state: 'draft',
        validUntil: '2026-11-29',
        remark: '含税',
        lines: [
          ['', 'diagnostic', '检测费', 3000, 'customer', 0],
          ['A', 'part', '液晶屏 14 寸', 68_000, 'customer', 180],
          ['A', 'labour', '更换屏幕', 10_000, 'customer', 30],
          ['B', 'other', '整机置换', 150_000, 'customer', 365],
        ],
        totals: [
          ['A', 81_000],
          ['B', 153_000],
        ],
      },
    ])
  })

  it('QUO-1 offers the prices of the customer’s group, and the standard price where the group has none', async () => {
    const { id, clerk } = await quotingInService()
    const { customer } = await clerk.value('order.get', { id })
    const offered = async () => {
      const items = (
        await Promise.all(['屏', '清灰'].map((text) => clerk.value('quote.items', { id, text })))
      ).flatMap((found) => found.items)
      return items.map(({ code, priceFen }) => [code, priceFen])
    }
    const inGroup = async (priceGroup: 'company' | 'peer' | null) => {
      await clerk.value('customer.change', { id: customer.id, changes: { priceGroup } })
      return offered()
    }
    const standard = [
      ['W01', 10_000],
      ['LCD-14', 68_000],
      ['W02', 5000],
    ]
    expect([await offered(), await inGroup('peer'), await inGroup('company'), await inGroup(null)]).toEqual([
      standard,
      standard.map(([code, price]) => [code, code === 'LCD-14' ? 60_000 : price]),
      standard,
      standard,
    ])
  })

  it('QUO-1 is written all at once: a draft again takes the place of the draft, and an order has one', async () => {
    const { id, draft, ofOrder } = await quotingInService()
    const [first, second] = [await draft(id), await draft(id, { lines: [FEE_LINE] })]
    const { versions } = await ofOrder(id)
    expect([second, versions.map(({ version, lines }) => [version, lines.map((line) => line.text)])]).toEqual(
      [first, [[1, ['检测费']]]],
    )
  })

  it('QUO-1 what cannot be is refused with the line and the field', async () => {
    const { id, clerk } = await quotingInService()
    const draft = (line: object) => ({ id, lines: [WORK_LINE, { ...SCREEN_LINE, ...line }] })
    expect([
      await clerk.refusal('quote.draft', draft({ partId: REPLACING })),
      await clerk.refusal('quote.draft', draft({ kind: 'labour' })),
      await clerk.refusal('quote.draft', draft({ quantity: 500 })),
      await clerk.refusal('quote.draft', draft({ quantity: 100_000_000, priceFen: 10_000_000_000 })),
      await clerk.refusal('quote.draft', draft({ partId: WIRE, quantity: 1250 })),
      await clerk.badField('quote.draft', draft({ text: ' ' })),
      await clerk.badField('quote.draft', draft({ quantity: 0 })),
      await clerk.refusal('quote.send', { id }),
    ]).toEqual([
      { refusal: 'unknownItem', field: 'lines.1.partId' },
      { refusal: 'itemDoesNotFit', field: 'lines.1.partId' },
      { refusal: 'quantityTooFine', field: 'lines.1.quantity', decimals: 0 },
      { refusal: 'amountTooLarge', field: 'lines.1.priceFen' },
      { refusal: 'quantityTooFine', field: 'lines.1.quantity', decimals: 1 },
      'lines.1.text',
      'lines.1.quantity',
      { refusal: 'noDraft', field: 'id' },
    ])
    await clerk.value('quote.draft', { id, lines: [] })
    expect(await clerk.refusal('quote.send', { id })).toEqual({ refusal: 'quoteEmpty', field: 'lines' })
    await clerk.value('quote.draft', { id, lines: [{ ...WORK_LINE, alternative: 'B' }] })
    expect(await clerk.refusal('quote.send', { id })).toEqual({
      refusal: 'oneAlternative',
      field: 'lines',
      alternative: 'B',
    })
    await clerk.value('quote.draft', { id, lines: [WORK_LINE], validUntil: '2026-11-21' })
    expect(await clerk.refusal('quote.send', { id })).toEqual({
      refusal: 'validUntilPast',
      field: 'validUntil',
    })
  })

  it('QUO-2 versions are numbered; sending makes the one before changed, and what was sent stays as it was', async () => {
    const { id, quote, draft, clerk, ofOrder, order, log } = await quotingInService()
    await quote(id)
    await quote(id, { lines: [SCREEN_LINE, { ...WORK_LINE, priceFen: 8000 }, FEE_LINE] })
    await draft(id, { lines: [] })
    await clerk.value('quote.void', { id, version: 3, reason: '写错了' })
    const { versions } = await ofOrder(id)
    expect([
      versions.map(({ version, state, totals }) => [version, state, totals[0]?.customerFen]),
      (await order(id)).state,
      (await log(id)).filter((action) => action.startsWith('order.quote')),
      await clerk.refusal('quote.void', { id, version: 1, reason: '不要了' }),
    ]).toEqual([
      [
        [3, 'void', 0],
        [2, 'sent', 79_000],
        [1, 'changed', 78_000],
      ],
      'awaitingCustomer',
      ['order.quoteSent', 'order.quoteSent'],
      { refusal: 'alreadyAnswered', field: 'version', state: 'changed' },
    ])
  })

  it('QUO-2 an old version is copied to a new draft, and the difference between two versions is shown', async () => {
    const { id, quote, clerk, ofOrder } = await quotingInService()
    await quote(id, { lines: [SCREEN_LINE, WORK_LINE], remark: '含税' })
    await clerk.value('quote.copyVersion', { id, version: 1 })
    const { versions } = await ofOrder(id)
    expect(versions[0]).toMatchObject({
      version: 2,
      state: 'draft',
      remark: '含税',
      validUntil: '2026-11-29',
      lines: versions[1]?.lines,
    })
    await quote(id, { lines: [{ ...SCREEN_LINE, priceFen: 60_000 }, FEE_LINE] })
    const { lines, before, after } = await clerk.value('quote.difference', { id, from: 1, to: 2 })
    expect({
      lines: lines.map((one) => [one.change, one.before?.text ?? null, one.after?.text ?? null, one.fields]),
      before,
      after,
    }).toEqual({
      lines: [
        ['changed', '液晶屏 14 寸', '液晶屏 14 寸', ['priceFen']],
        ['added', null, '检测费', []],
        ['removed', '更换屏幕', null, []],
      ],
      before: [{ alternative: '', customerFen: 78_000, othersFen: 0 }],
      after: [{ alternative: '', customerFen: 63_000, othersFen: 0 }],
    })
  })

  it('QUO-2 past its last day a quote is expired: accepting it is refused, sending it again is the way out', async () => {
    const { id, quote, accept, clerk, clock, ofOrder, order } = await quotingInService()
    const version = await quote(id, { validUntil: '2026-11-23' })
    clock.now = START + 2 * DAY
    expect([
      (await ofOrder(id)).versions.map(({ state }) => state),
      await clerk.refusal('quote.accept', { id, version, ...ANSWER }),
    ]).toMatchObject([
      ['expired'],
      { refusal: 'noOpenQuote', missing: ['quote'], wayOut: [{ command: 'sendQuote' }] },
    ])
    await clerk.value('quote.copyVersion', { id, version })
    await clerk.value('quote.send', { id })
    await accept(id, 2)
    expect([(await ofOrder(id)).versions.map(({ state }) => state), (await order(id)).state]).toEqual([
      ['accepted', 'expired'],
      'inService',
    ])
  })

  it('QUO-3 while quoting one sees past prices, this customer’s quotes, and the profit if one may', async () => {
    const { id, takeIn, startWork, quote, reject, ofOrder, clerk, manager } = await quotingInService()
    await quote(id, { lines: [{ ...SCREEN_LINE, quantity: 2000 }, WORK_LINE] })
    await reject(id, 1)
    const {
      customer: { id: customerId },
      number,
    } = await clerk.value('order.get', { id })
    const next = await takeIn({
      customer: { existing: customerId },
      machines: [
        machine({ device: { new: { category: '手机', brand: '华为', model: 'P60', serial: 'HW-1' } } }),
      ],
    })
    await startWork(next)
    await quote(next, { lines: [{ ...SCREEN_LINE, priceFen: 65_000 }] })
    expect([
      (await clerk.value('quote.pastPrices', { partId: SCREEN })).prices.map((one) => [
        one.orderId,
        one.customer,
        one.state,
        one.quantity,
        one.priceFen,
      ]),
      (await clerk.value('quote.ofCustomer', { customerId, exceptOrder: next })).quotes.map((one) => [
        one.number,
        one.version,
        one.state,
        one.totals,
      ]),
      (await ofOrder(id)).versions[0]?.totals,
      (await manager.value('quote.ofOrder', { id })).versions[0]?.totals,
    ]).toEqual([
      [
        [next, '张三', 'sent', 1000, 65_000],
        [id, '张三', 'rejected', 2000, 68_000],
      ],
      [[number, 1, 'rejected', [{ alternative: '', customerFen: 146_000, othersFen: 0 }]]],
      [{ alternative: '', customerFen: 146_000, othersFen: 0, profitFen: null }],
      [{ alternative: '', customerFen: 146_000, othersFen: 0, profitFen: 62_000 }],
    ])
  })

  it('QUO-3 items are found by code, name, initials or barcode', async () => {
    const { id, clerk } = await quotingInService()
    const found = async (text: string) =>
      (await clerk.value('quote.items', { id, text })).items.map(({ code, priceFen }) => [code, priceFen])
    expect([
      await found('w01'),
      await found('屏'),
      await found('ghpm'),
      await found('6901234567892'),
      await found('100%'),
    ]).toEqual([
      [['W01', 10_000]],
      [
        ['W01', 10_000],
        ['LCD-14', 68_000],
      ],
      [['W01', 10_000]],
      [['LCD-14', 68_000]],
      [],
    ])
  })

  it('QUO-2 each version prints as a paper of its own; only the same version again is a reprint', async () => {
    const { id, clerk, clock, quote } = await quotingInService()
    const pdf = () => clerk.value('print.pdf', { paper: 'quote', subjectId: id, paperSize: 'a4' })
    const unquoted = await clerk.refusal('print.pdf', { paper: 'quote', subjectId: id })
    await quote(id)
    await pdf()
    await pdf()
    clock.now += 1000
    await quote(id, {
      lines: [
        { ...SCREEN_LINE, alternative: 'A' },
        { ...WORK_LINE, alternative: 'B' },
      ],
    })
    await pdf()
    const { jobs } = await clerk.value('print.jobs', { subjectId: id })
    expect([
      unquoted,
      jobs
        .filter(({ paper }) => paper === 'quote')
        .map(({ reprint }) => reprint)
        .toSorted((a, b) => a - b),
    ]).toEqual([{ refusal: 'unknownSubject', field: 'subjectId' }, [0, 0, 1]])
  })
})
