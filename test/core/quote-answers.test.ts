// What the customer answers to a quote, what becomes of it, and how far the shop may go without asking.
import { describe, expect, it } from 'vitest'
import { START, machine } from '#test/support/core.ts'
import {
  ANSWER,
  FEE_LINE,
  SCREEN_LINE,
  WORK_LINE,
  quotingInService,
  startQuotingShop,
} from '#test/support/quotes.ts'
import { RECORD } from '#test/support/shop-at-work.ts'

const DAY = 86_400_000

describe('the answer to a quote', () => {
  it('QUO-4 the answer is kept: who, when, by which channel, in which words; an old version is not answered', async () => {
    const { id, quote, clerk, technician, clock, ofOrder } = await quotingInService()
    await quote(id)
    await quote(id)
    const at = START - 600_000
    expect([
      await clerk.badField('quote.accept', { id, version: 2, ...ANSWER, words: '' }),
      await clerk.badField('quote.accept', { id, version: 2, ...ANSWER, channel: 'pigeon' as never }),
      await clerk.refusal('quote.accept', { id, version: 1, ...ANSWER }),
      await clerk.refusal('quote.accept', { id, version: 2, ...ANSWER, confirmedAt: clock.now + DAY }),
      await technician.refusal('quote.accept', { id, version: 2, ...ANSWER }),
    ]).toMatchObject([
      'words',
      'channel',
      { refusal: 'notTheOpenVersion', field: 'version', version: 2 },
      { refusal: 'timeInFuture', field: 'confirmedAt' },
      { refusal: 'notAllowed' },
    ])
    await clerk.value('quote.accept', { id, version: 2, ...ANSWER, confirmedAt: at })
    expect((await ofOrder(id)).versions[0]).toMatchObject({
      state: 'accepted',
      confirmedBy: '张三',
      confirmedAt: at,
      channel: 'wechat',
      words: '可以，修吧',
      answeredBy: '林晓燕',
      chosen: '',
    })
    expect((await clerk.value('order.log', { id })).log.at(-1)).toMatchObject({
      action: 'order.quoteAccepted',
      remark: '可以，修吧',
      changes: {
        quoteVersion: [null, 2],
        answerChannel: [null, 'wechat'],
        confirmedBy: [null, '张三'],
        amount: [null, '¥780.00'],
      },
    })
  })

  it('QUO-4 rejected: the machine goes back unrepaired and the diagnostic fee is a line, let off or not', async () => {
    const charges: unknown[] = []
    for (const diagnosticFee of ['asQuoted', 'waived'] as const) {
      const { id, quote, reject, clerk, ofOrder, order } = await quotingInService()
      await reject(id, await quote(id, { lines: [SCREEN_LINE, FEE_LINE] }))
      expect((await order(id)).state).toBe('awaitingCustomer')
      await clerk.value('service.handBack', { id, reason: '客户不修了', diagnosticFee })
      const all = await ofOrder(id)
      charges.push([
        all.charges.map(({ kind, text, amountFen, waived }) => [kind, text, amountFen, waived]),
        all.chargedFen,
        all.versions.map(({ state }) => state),
      ])
    }
    expect(charges).toEqual([
      [[['diagnostic', '检测费', 3000, false]], 3000, ['rejected']],
      [[['diagnostic', '检测费', 3000, true]], 0, ['rejected']],
    ])
  })

  it('QUO-4 what nobody answered is void once the machine goes back', async () => {
    const { id, quote, draft, clerk, ofOrder } = await quotingInService()
    await quote(id)
    await draft(id)
    await clerk.value('service.handBack', { id, reason: '客户不修了' })
    const { versions, charges } = await ofOrder(id)
    expect([versions.map(({ state }) => state), charges]).toEqual([['void', 'void'], []])
  })

  it('QUO-5 an accepted quote becomes the order’s lines: the chosen alternative, payer, price, warranty', async () => {
    const { id, quote, accept, clerk, ofOrder } = await quotingInService()
    const version = await quote(id, {
      lines: [
        { ...FEE_LINE, waived: true },
        { ...SCREEN_LINE, alternative: 'A' },
        { ...WORK_LINE, alternative: 'A', payer: 'maker' },
        { kind: 'other', text: '整机置换', priceFen: 150_000, alternative: 'B' },
      ],
    })
    expect(await clerk.refusal('quote.accept', { id, version, ...ANSWER })).toEqual({
      refusal: 'alternativeNeeded',
      field: 'chosen',
      alternatives: ['A', 'B'],
    })
    await accept(id, version, { chosen: 'A' })
    const { charges, chargedFen, agreedFen } = await ofOrder(id)
    expect([
      charges.map((l) => [l.text, l.quantity, l.priceFen, l.waived, l.payer, l.warrantyDays, l.quoteVersion]),
      chargedFen,
      agreedFen,
    ]).toEqual([
      [
        ['检测费', 1000, 3000, true, 'customer', 0, 1],
        ['液晶屏 14 寸', 1000, 68_000, false, 'customer', 180, 1],
        ['更换屏幕', 1000, 10_000, false, 'maker', 30, 1],
      ],
      68_000,
      68_000,
    ])
  })

  it('QUO-5 the next accepted version takes the place of the lines of the one before', async () => {
    const { id, quote, accept, ofOrder } = await quotingInService()
    await accept(id, await quote(id))
    const [kept] = (await ofOrder(id)).charges
    await accept(id, await quote(id, { lines: [SCREEN_LINE, FEE_LINE] }))
    const { charges, versions, agreedFen } = await ofOrder(id)
    expect([
      charges.map(({ text, quoteVersion }) => [text, quoteVersion]),
      charges[0]?.id === kept?.id,
      versions.map(({ state }) => state),
      agreedFen,
    ]).toEqual([
      [
        ['液晶屏 14 寸', 2],
        ['检测费', 2],
      ],
      true,
      ['accepted', 'changed'],
      71_000,
    ])
  })

  it('QUO-5 charging more than the accepted quote needs a new confirmation', async () => {
    const { id, quote, accept, technician, finish, order } = await quotingInService()
    await accept(id, await quote(id))
    const more = { ...RECORD, lines: [{ kind: 'labour' as const, text: '加班费', priceFen: 1 }] }
    expect(await technician.refusal('service.complete', { id, record: more })).toMatchObject({
      refusal: 'overLimit',
      missing: ['overLimit'],
      wayOut: [{ command: 'sendQuote' }],
    })
    await accept(id, await quote(id, { lines: [SCREEN_LINE, WORK_LINE, { ...FEE_LINE, text: '加班费' }] }))
    await finish(id)
    expect((await order(id)).state).toBe('readyForPickup')
  })

  it('QUO-5 so does exceeding the limit of the intake, and a quote beyond it that was accepted is one', async () => {
    const { takeIn, startWork, technician, quote, accept, ofOrder, finish, order } = await startQuotingShop()
    const id = await takeIn({ machines: [machine({ limitFen: 50_000 })] })
    await startWork(id)
    const record = {
      ...RECORD,
      lines: [
        { kind: 'labour' as const, text: '换屏', priceFen: 50_000 },
        { kind: 'labour' as const, text: '加急', priceFen: 100, waived: true },
        { kind: 'part' as const, text: '屏', priceFen: 90_000, payer: 'maker' as const },
      ],
    }
    const dear = {
      ...record,
      lines: [...record.lines, { kind: 'other' as const, text: '快递', priceFen: 1 }],
    }
    expect(await technician.refusal('service.complete', { id, record: dear })).toMatchObject({
      refusal: 'overLimit',
    })
    await accept(id, await quote(id, { lines: [SCREEN_LINE] }))
    expect(await ofOrder(id)).toMatchObject({ limitFen: 50_000, agreedFen: 68_000, overLimit: false })
    await finish(id)
    expect((await order(id)).state).toBe('readyForPickup')
  })

  it('SRV-2 only what the customer pays is his total; the maker’s and our own lines are shown beside it', async () => {
    const { takeIn, startWork, quote, accept, ofOrder } = await startQuotingShop()
    const id = await takeIn({
      machines: [machine({ charge: { kind: 'inWarranty', reason: '店长同意' } })],
    })
    await startWork(id)
    await accept(
      id,
      await quote(id, {
        lines: [SCREEN_LINE, { ...WORK_LINE, payer: 'ourselves' }, { ...FEE_LINE, payer: 'customer' }],
      }),
    )
    const { versions, charges, chargedFen } = await ofOrder(id)
    expect([versions[0]?.totals, charges.map(({ payer }) => payer), chargedFen]).toEqual([
      [{ alternative: '', customerFen: 3000, othersFen: 78_000, profitFen: null }],
      ['maker', 'ourselves', 'customer'],
      3000,
    ])
  })

  it('INT-4 out of warranty after all: with an accepted quote the correction is taken', async () => {
    const { takeIn, startWork, quote, accept, clerk, order } = await startQuotingShop()
    const id = await takeIn({
      machines: [machine({ charge: { kind: 'inWarranty', reason: '店长同意' } })],
    })
    await startWork(id)
    const amend = async () => ({
      id,
      ver: (await order(id)).ver,
      changes: { charge: { kind: 'outOfWarranty' as const, reason: '人为损坏' } },
    })
    const version = await quote(id)
    expect(await clerk.refusal('order.amend', await amend())).toEqual({
      refusal: 'needsAcceptedQuote',
      field: 'changes.charge',
    })
    await accept(id, version)
    await clerk.value('order.amend', await amend())
    expect((await order(id)).chargeKind).toBe('outOfWarranty')
  })

  it('SRV-5 the text to the customer names the amount of the version that is out', async () => {
    const { id, quote, clerk } = await quotingInService()
    const text = async () => (await clerk.value('contact.texts', { id, occasion: 'quoted' })).text
    const before = await text()
    await quote(id, {
      lines: [
        { ...SCREEN_LINE, alternative: 'A' },
        { ...WORK_LINE, alternative: 'B' },
      ],
    })
    expect([before, await text()]).toEqual([
      expect.stringContaining('已报价：金额请来电询问'),
      expect.stringContaining('已报价：A ¥680.00 / B ¥100.00'),
    ])
  })
})
