// What is used on an order is charged once: by a line of its own, or by the line of the accepted quote that it feeds.
import { describe, expect, it } from 'vitest'
import { hire } from '#test/support/hire.ts'
import { ANSWER } from '#test/support/quotes.ts'
import { RECORD } from '#test/support/shop-at-work.ts'
import { partsShop } from '#test/support/parts-shop.ts'

type PartsShop = Awaited<ReturnType<typeof partsShop>>

const charges = async ({ shop, orderId }: PartsShop) => {
  const { charges: all, chargedFen } = await shop.clerk.value('quote.ofOrder', { id: orderId })
  return {
    lines: all.map(({ text, quantity, amountFen, payer, quoteVersion }) => [
      text,
      quantity,
      amountFen,
      payer,
      quoteVersion === null ? 'by itself' : 'quoted',
    ]),
    chargedFen,
  }
}

/** Issues and uses pieces of a part on a line of their own or on the one that is named. */
const useSome = async (
  at: PartsShop,
  quantity: number,
  given: Readonly<{ orderPartId?: string; payer?: 'customer' | 'maker' | 'ourselves' }> = {},
): Promise<string> => {
  const line =
    given.orderPartId === undefined
      ? { partId: at.screen, ...(given.payer === undefined ? {} : { payer: given.payer }) }
      : { orderPartId: given.orderPartId }
  const { orderPartIds } = await at.shop.technician.value('orderPart.issue', {
    id: at.orderId,
    lines: [{ ...line, quantity }],
  })
  const orderPartId = orderPartIds[0] ?? ''
  await at.shop.technician.value('orderPart.use', {
    id: at.orderId,
    lines: [{ orderPartId, quantity, noOldPart: '客户留着' }],
  })
  return orderPartId
}

const acceptQuote = async ({ shop, orderId, screen }: PartsShop, quantity: number, priceFen = 60_000) => {
  const { version } = await shop.clerk.value('quote.draft', {
    id: orderId,
    lines: [{ kind: 'part', text: '液晶屏 原厂', partId: screen, priceFen, quantity, payer: 'customer' }],
  })
  await shop.clerk.value('quote.send', { id: orderId })
  await shop.clerk.value('quote.accept', { id: orderId, version, ...ANSWER })
}

describe('a part that was not quoted', () => {
  it('SRV-2 makes a line with its price, payer and term, which grows and goes with its use', async () => {
    const at = await partsShop()
    const orderPartId = await useSome(at, 1000, { payer: 'customer' })
    const seen = [await charges(at)]
    await useSome(at, 2000, { orderPartId })
    seen.push(await charges(at))
    for (const quantity of [2000, 1000]) {
      await at.shop.technician.value('orderPart.takeBackUse', { orderPartId, quantity, reason: '写错了' })
      seen.push(await charges(at))
    }
    const bill = (quantity: number) => ({
      lines: [['液晶屏', quantity, 68 * quantity, 'customer', 'by itself']],
      chargedFen: 68 * quantity,
    })
    expect(seen).toEqual([bill(1000), bill(3000), bill(1000), { lines: [], chargedFen: 0 }])
  })

  it('SRV-2 PRT-3 costs the customer nothing where somebody else pays, and a bought-in part has the price that was given', async () => {
    const at = await partsShop()
    await useSome(at, 1000, { payer: 'maker' })
    const { orderPartIds } = await at.shop.clerk.value('orderPart.plan', {
      id: at.orderId,
      lines: [
        {
          name: '二手键盘',
          quantity: 1000,
          boughtInCostFen: 4500,
          priceFen: 9000,
          payer: 'customer',
        },
      ],
    })
    const lines = [{ orderPartId: orderPartIds[0] ?? '', quantity: 1000 }]
    await at.shop.clerk.value('orderPart.issue', { id: at.orderId, lines })
    await at.shop.clerk.value('orderPart.use', { id: at.orderId, lines })
    expect(await charges(at)).toEqual({
      lines: [
        ['液晶屏', 1000, 68_000, 'maker', 'by itself'],
        ['二手键盘', 1000, 9000, 'customer', 'by itself'],
      ],
      chargedFen: 9000,
    })
  })

  it('SRV-4 carries its term: the repair is warranted for the part that was used', async () => {
    const at = await partsShop()
    const { orderPartIds } = await at.shop.technician.value('orderPart.issue', {
      id: at.orderId,
      lines: [{ partId: at.screen, quantity: 1000, warrantyDays: 365 }],
    })
    await at.shop.technician.value('orderPart.use', {
      id: at.orderId,
      lines: [{ orderPartId: orderPartIds[0] ?? '', quantity: 1000 }],
    })
    await at.shop.finish(at.orderId)
    const { warrantyUntil } = await at.shop.clerk.value('service.records', { id: at.orderId })
    expect(Math.round(((warrantyUntil ?? 0) - at.shop.clock.now) / 86_400_000)).toBe(365)
  })
})

describe('a part that was quoted', () => {
  it('QUO-5 feeds the line of the quote and is not charged twice; what goes beyond it is', async () => {
    const at = await partsShop()
    await acceptQuote(at, 2000)
    const quoted = ['液晶屏 原厂', 2000, 120_000, 'customer', 'quoted']
    const orderPartId = await useSome(at, 1000, { payer: 'customer' })
    const seen = [await charges(at)]
    await useSome(at, 2000, { orderPartId })
    seen.push(await charges(at))
    await at.shop.technician.value('orderPart.takeBackUse', { orderPartId, quantity: 1000, reason: '写错了' })
    seen.push(await charges(at))
    expect(seen).toEqual([
      { lines: [quoted], chargedFen: 120_000 },
      {
        lines: [quoted, ['液晶屏', 1000, 68_000, 'customer', 'by itself']],
        chargedFen: 188_000,
      },
      { lines: [quoted], chargedFen: 120_000 },
    ])
    expect(await at.line(orderPartId)).toMatchObject({ used: 2000, quoted: 2000, charged: 0 })
  })

  it('QUO-5 a part that was used before its quote was accepted is charged as quoted from then on', async () => {
    const at = await partsShop()
    await useSome(at, 1000, { payer: 'customer' })
    await acceptQuote(at, 2000, 50_000)
    const { quotedUnused } = await at.shop.clerk.value('orderPart.ofOrder', { id: at.orderId })
    expect([await charges(at), quotedUnused]).toEqual([
      { lines: [['液晶屏 原厂', 2000, 100_000, 'customer', 'quoted']], chargedFen: 100_000 },
      [{ text: '液晶屏 原厂', quantity: 1000 }],
    ])
  })

  it('QUO-5 what was used beyond what the customer agreed to stops the report until he agrees anew', async () => {
    const at = await partsShop()
    await acceptQuote(at, 1000)
    const orderPartId = await useSome(at, 2000, { payer: 'customer' })
    const refused = await at.shop.technician.refusal('service.complete', { id: at.orderId, record: RECORD })
    await at.shop.technician.value('orderPart.takeBackUse', {
      orderPartId,
      quantity: 1000,
      reason: '只换一块',
    })
    await at.shop.technician.value('orderPart.giveBack', {
      id: at.orderId,
      lines: [{ orderPartId, quantity: 1000, condition: 'good' }],
    })
    await at.shop.finish(at.orderId)
    expect([refused.refusal, (await at.shop.order(at.orderId)).state]).toEqual([
      'overLimit',
      'readyForPickup',
    ])
  })

  it('QUO-4 a machine that goes back unrepaired costs its owner nothing of the parts that stayed in it', async () => {
    const at = await partsShop()
    await acceptQuote(at, 1000)
    await useSome(at, 2000, { payer: 'customer' })
    await at.shop.clerk.value('service.handBack', { id: at.orderId, reason: '主板也坏了，客户不修' })
    expect(await charges(at)).toEqual({
      lines: [['液晶屏', 2000, 136_000, 'ourselves', 'by itself']],
      chargedFen: 0,
    })
  })
})

it('SRV-2 a use whose price is beyond all sums is refused, and nothing is half done', async () => {
  const at = await partsShop()
  const { orderPartIds } = await at.shop.technician.value('orderPart.issue', {
    id: at.orderId,
    lines: [{ partId: at.screen, quantity: 2000, priceFen: 10_000_000_000 }],
  })
  const orderPartId = orderPartIds[0] ?? ''
  const lines = [{ orderPartId, quantity: 2000 }]
  expect(await at.shop.technician.refusal('orderPart.use', { id: at.orderId, lines })).toEqual({
    refusal: 'amountTooLarge',
    field: 'lines.0.quantity',
  })
  expect(await at.line(orderPartId)).toMatchObject({ used: 0, inHand: 2000 })
})

describe('whose parts', () => {
  it('STF-2 a technician takes, uses and returns parts of his own jobs only; clerk and storekeeper of all', async () => {
    const at = await partsShop()
    const { shop, orderId: id, screen } = at
    const wanted = { id, lines: [{ partId: screen, quantity: 1000 }] }
    const { orderPartIds } = await shop.technician.value('orderPart.issue', wanted)
    const one = { orderPartId: orderPartIds[0] ?? '', quantity: 1000 }
    const stranger = shop.secondTechnician
    const refused = [
      await stranger.refusal('orderPart.issue', wanted),
      await stranger.refusal('orderPart.use', { id, lines: [one] }),
      await stranger.refusal('orderPart.giveBack', { id, lines: [{ ...one, condition: 'good' }] }),
    ]
    await shop.clerk.value('orderPart.use', { id, lines: [one] })
    refused.push(
      await stranger.refusal('orderPart.takeBackUse', { ...one, reason: '写错了' }),
      await stranger.refusal('orderPart.returnOld', { id, lines: [{ ...one, fault: '碎屏' }] }),
    )
    const storekeeper = await hire(shop, { staffNo: '3001', name: '仓管老周', roles: ['warehouse'] })
    const both = await hire(shop, { staffNo: '3002', name: '双岗', roles: ['technician', 'warehouse'] })
    await storekeeper.value('orderPart.issue', wanted)
    await both.value('orderPart.issue', wanted)
    expect([refused, (await at.line(one.orderPartId))?.used]).toEqual([
      refused.map(() => ({ refusal: 'notYourJob', field: 'id' })),
      1000,
    ])
  })

  it('STF-2 an assistant of the job is on it', async () => {
    const { shop, orderId, screen } = await partsShop()
    const order = await shop.takeIn()
    await shop.print(order)
    await shop.dispatcher.value('dispatch.assign', {
      orders: [{ id: order }],
      primary: shop.technician.staffId,
      assistants: [shop.secondTechnician.staffId],
    })
    const issue = (id: string) =>
      shop.secondTechnician.ask('orderPart.issue', { id, lines: [{ partId: screen, quantity: 1000 }] })
    expect([(await issue(order)).ok, (await issue(orderId)).ok]).toEqual([true, false])
  })
})
