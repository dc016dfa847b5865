// What the repair orders of the peers promise about parts (Odoo's repair module above all, and the complaints of its
// users), told in our own words and lived through here by the contract alone: add, take out, put back; a quote from the
// repair; free in warranty; a lot that is not there; and a repair that ends half way.
import { describe, expect, it } from 'vitest'
import { machine } from '#test/support/core.ts'
import { ANSWER } from '#test/support/quotes.ts'
import { RECORD } from '#test/support/shop-at-work.ts'
import { partsShop } from '#test/support/parts-shop.ts'

type PartsShop = Awaited<ReturnType<typeof partsShop>>

const DAY = 86_400_000

const issue = async (
  { shop, orderId }: PartsShop,
  line: Readonly<{ partId: string; quantity: number; serials?: string[] }>,
  id = orderId,
): Promise<string> => {
  const { orderPartIds } = await shop.clerk.value('orderPart.issue', { id, lines: [line] })
  return orderPartIds[0] ?? ''
}

const bill = async ({ shop }: PartsShop, id: string) => {
  const { charges, chargedFen } = await shop.clerk.value('quote.ofOrder', { id })
  return { lines: charges.map(({ text, quantity, payer }) => [text, quantity, payer]), chargedFen }
}

const codeOf = async (asked: Promise<Readonly<Record<string, unknown>>>): Promise<unknown> =>
  (await asked)['refusal']

describe('from confirmed to done', () => {
  it('PRT-1 PRT-2 parts move while somebody works on the order, and neither before it is accepted nor after it is done', async () => {
    const at = await partsShop()
    const { shop, orderId, screen } = at
    const orderPartId = await issue(at, { partId: screen, quantity: 1000 })
    await shop.technician.value('orderPart.use', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000, noOldPart: '客户带走' }],
    })
    await shop.finish(orderId)
    const after = [
      await codeOf(
        shop.clerk.refusal('orderPart.plan', { id: orderId, lines: [{ partId: screen, quantity: 1000 }] }),
      ),
      await codeOf(
        shop.clerk.refusal('orderPart.issue', { id: orderId, lines: [{ partId: screen, quantity: 1000 }] }),
      ),
      await codeOf(
        shop.clerk.refusal('orderPart.takeBackUse', { orderPartId, quantity: 1000, reason: '写错了' }),
      ),
    ]
    expect([after, (await at.stockOf(screen)).bin, (await at.line(orderPartId))?.used]).toEqual([
      ['notWhileInState', 'notWhileInState', 'notWhileInState'],
      9000,
      1000,
    ])
  })

  it('PRT-12 a repair is not done while a part that was given out is neither in the machine nor back', async () => {
    const at = await partsShop()
    await issue(at, { partId: at.screen, quantity: 1000 })
    expect(
      await at.shop.technician.refusal('service.complete', { id: at.orderId, record: RECORD }),
    ).toMatchObject({ refusal: 'partsInHand' })
  })

  it('PRT-1 fewer than planned may be used: the plan stays to be read and nobody pays for what was not taken', async () => {
    const at = await partsShop()
    const { orderPartIds } = await at.shop.clerk.value('orderPart.plan', {
      id: at.orderId,
      lines: [{ partId: at.screen, quantity: 3000, payer: 'customer' }],
    })
    const one = { orderPartId: orderPartIds[0] ?? '', quantity: 1000 }
    await at.shop.clerk.value('orderPart.issue', { id: at.orderId, lines: [one] })
    await at.shop.clerk.value('orderPart.use', { id: at.orderId, lines: [{ ...one, noOldPart: '无' }] })
    await at.shop.finish(at.orderId)
    const { planned, issued, used } = (await at.line(one.orderPartId)) ?? {}
    expect([planned, issued, used, await bill(at, at.orderId)]).toEqual([
      3000,
      1000,
      1000,
      {
        lines: [
          ['液晶屏', 1000, 'customer'],
          ['更换电源板', null, 'customer'],
        ],
        chargedFen: 68_000,
      },
    ])
  })
})

describe('add, take out, put back', () => {
  it('PRT-1 PRT-8 what is put in leaves the shelf, what comes out gets a tag and is no stock, what was not needed is stock again', async () => {
    const at = await partsShop()
    const { shop, orderId, screen } = at
    const orderPartId = await issue(at, { partId: screen, quantity: 3000 })
    const one = { orderPartId, quantity: 1000 }
    await shop.technician.value('orderPart.use', { id: orderId, lines: [one] })
    const old = await shop.technician.value('orderPart.returnOld', {
      id: orderId,
      lines: [{ ...one, fault: '碎屏' }],
    })
    const bad = await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ ...one, condition: 'defective', fault: '有亮点' }],
    })
    const good = await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ ...one, condition: 'good' }],
    })
    expect({
      tags: [old.tags.length, bad.tags.length, good.tags.length],
      stock: await at.stockOf(screen),
      inHand: (await at.line(orderPartId))?.inHand,
    }).toEqual({ tags: [1, 1, 0], stock: { bin: 8000, defective: 1000 }, inHand: 0 })
  })

  it('PRT-4 what customers got is never booked below zero: who asks for more than there is hears how much there is', async () => {
    const at = await partsShop()
    const orderPartId = await issue(at, { partId: at.screen, quantity: 10_000 })
    const line = { partId: at.screen, quantity: 1000 }
    const empty = await at.shop.clerk.refusal('orderPart.issue', { id: at.orderId, lines: [line] })
    await at.shop.clerk.value('orderPart.use', {
      id: at.orderId,
      lines: [{ orderPartId, quantity: 10_000, noOldPart: '试验' }],
    })
    const { part } = await at.shop.manager.value('stock.ofPart', { id: at.screen })
    expect([empty['refusal'], empty['inStock'], part.sellable, part.valueFen]).toEqual([
      'notInStock',
      0,
      0,
      0,
    ])
  })
})

describe('a quote from the repair', () => {
  it('QUO-5 carries the parts that are put in; what comes out and what is given back is no line of the bill', async () => {
    const at = await partsShop()
    const { shop, orderId, screen } = at
    const { version } = await shop.clerk.value('quote.draft', {
      id: orderId,
      lines: [
        { kind: 'part', text: '液晶屏', partId: screen, priceFen: 65_000, payer: 'customer' },
        { kind: 'labour', text: '换屏', priceFen: 8000, payer: 'customer' },
      ],
    })
    await shop.clerk.value('quote.send', { id: orderId })
    await shop.clerk.value('quote.accept', { id: orderId, version, ...ANSWER })
    const orderPartId = await issue(at, { partId: screen, quantity: 2000 })
    const one = { orderPartId, quantity: 1000 }
    await shop.technician.value('orderPart.use', { id: orderId, lines: [one] })
    await shop.technician.value('orderPart.giveBack', { id: orderId, lines: [{ ...one, condition: 'good' }] })
    await shop.technician.value('orderPart.returnOld', { id: orderId, lines: [{ ...one, fault: '碎屏' }] })
    expect(await bill(at, orderId)).toEqual({
      lines: [
        ['液晶屏', 1000, 'customer'],
        ['换屏', 1000, 'customer'],
      ],
      chargedFen: 73_000,
    })
  })
})

describe('in warranty', () => {
  it('SRV-2 PRT-11 the customer pays nothing, the part still has its price, and headquarters pays its fee', async () => {
    const at = await partsShop()
    const { shop } = at
    await shop.manager.value('part.change', { id: at.screen, changes: { repairFeeFen: 5000 } })
    const id = await shop.takeIn({
      machines: [machine({ charge: { kind: 'inWarranty', reason: '店长同意' } })],
    })
    await shop.startWork(id)
    const orderPartId = await issue(at, { partId: at.screen, quantity: 1000 }, id)
    await shop.technician.value('orderPart.use', { id, lines: [{ orderPartId, quantity: 1000 }] })
    const { headquartersFeeFen } = await shop.clerk.value('orderPart.ofOrder', { id })
    expect([await bill(at, id), headquartersFeeFen]).toEqual([
      { lines: [['液晶屏', 1000, 'maker']], chargedFen: 0 },
      5000,
    ])
  })
})

describe('lots and models', () => {
  it('PRT-6 a part with serials goes in by its serial, one of another lot is refused, and so is one that was never given out', async () => {
    const at = await partsShop()
    const { shop, orderId, board } = at
    const wanted = (serials: string[]) => ({
      id: orderId,
      lines: [{ partId: board, quantity: 1000, serials }],
    })
    const refused = [
      await codeOf(shop.clerk.refusal('orderPart.issue', wanted([]))),
      await codeOf(shop.clerk.refusal('orderPart.issue', wanted(['MB-7']))),
    ]
    const orderPartId = await issue(at, { partId: board, quantity: 1000, serials: ['MB-1'] })
    const use = { orderPartId, quantity: 1000, oldSerials: ['OLD'] }
    refused.push(
      await codeOf(shop.technician.refusal('orderPart.use', { id: orderId, lines: [use] })),
      await codeOf(
        shop.technician.refusal('orderPart.use', { id: orderId, lines: [{ ...use, newSerials: ['MB-7'] }] }),
      ),
    )
    expect(refused).toEqual(['serialsMissing', 'serialUnknown', 'serialsMissing', 'serialNotInHand'])
  })

  it('a part of another model goes in only with the reason', async () => {
    const at = await partsShop()
    const line = { partId: at.elsewhere, quantity: 1000 }
    const refused = await codeOf(at.shop.clerk.refusal('orderPart.issue', { id: at.orderId, lines: [line] }))
    const { orderPartIds } = await at.shop.clerk.value('orderPart.issue', {
      id: at.orderId,
      lines: [{ ...line, misfitReason: '接口一样，试过' }],
    })
    expect([refused, (await at.line(orderPartIds[0] ?? ''))?.misfitReason]).toEqual([
      'misfit',
      '接口一样，试过',
    ])
  })
})

describe('a repair that ends half way', () => {
  it('PRT-12 goes back unrepaired only when everything that was given out is back, and then costs nothing and misses nothing', async () => {
    const at = await partsShop()
    const { shop, orderId, screen } = at
    const orderPartId = await issue(at, { partId: screen, quantity: 2000 })
    const one = { orderPartId, quantity: 1000 }
    await shop.technician.value('orderPart.use', { id: orderId, lines: [{ ...one, noOldPart: '试装' }] })
    const asked = { id: orderId, reason: '客户不修了' }
    const refused = [await codeOf(shop.clerk.refusal('service.handBack', asked))]
    await shop.technician.value('orderPart.takeBackUse', { ...one, reason: '拆下来了' })
    refused.push(await codeOf(shop.clerk.refusal('service.handBack', asked)))
    await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ orderPartId, quantity: 2000, condition: 'good' }],
    })
    await shop.clerk.value('service.handBack', asked)
    expect({
      refused,
      state: (await shop.order(orderId)).state,
      stock: await at.stockOf(screen),
      bill: await bill(at, orderId),
    }).toEqual({
      refused: ['partsInHand', 'partsInHand'],
      state: 'readyForPickup',
      stock: { bin: 10_000, defective: 0 },
      bill: { lines: [], chargedFen: 0 },
    })
  })

  it('PRT-12 is cancelled only when everything that was given out is back; a closed one is never cancelled', async () => {
    const at = await partsShop()
    const { shop, screen } = at
    const id = await shop.takeIn({
      machines: [
        machine({ device: { new: { category: '手机', brand: '华为', model: 'P60', serial: 'HW-9' } } }),
      ],
    })
    const cancel = {
      id,
      cancelReason: 'entryMistake' as const,
      words: '录重了',
      machineBelongsTo: (await shop.order(at.orderId)).number,
    }
    const orderPartId = await issue(at, { partId: screen, quantity: 1000 }, id)
    const refused = [await codeOf(shop.manager.refusal('cancel.cancel', cancel))]
    await shop.clerk.value('orderPart.giveBack', {
      id,
      lines: [{ orderPartId, quantity: 1000, condition: 'good' }],
    })
    await shop.manager.value('cancel.cancel', cancel)
    await at.toReview()
    await shop.manager.value('review.approveClose', { id: at.orderId })
    refused.push(
      await codeOf(
        shop.manager.refusal('cancel.cancel', {
          id: at.orderId,
          cancelReason: 'entryMistake',
          words: '试试',
        }),
      ),
    )
    expect([refused, (await shop.order(id)).state, (await at.stockOf(screen)).bin]).toEqual([
      ['partsInHand', 'orderIsFinal'],
      'cancelled',
      10_000,
    ])
  })
})

describe('what is not there', () => {
  it('PRT-7 two orders wait for one part: it raises the one that asked first, the other goes on waiting', async () => {
    const at = await partsShop()
    const { shop, board } = at
    const second = await shop.takeIn({
      machines: [
        machine({ device: { new: { category: '台式机', brand: '戴尔', model: '7080', serial: 'DL-3' } } }),
      ],
    })
    await shop.startWork(second)
    for (const id of [at.orderId, second]) {
      const { orderPartIds } = await shop.clerk.value('orderPart.plan', {
        id,
        lines: [{ partId: board, quantity: 1000 }],
      })
      await shop.clerk.value('orderPart.request', {
        orderPartId: orderPartIds[0] ?? '',
        quantity: 1000,
        source: 'headquarters',
        expectedAt: shop.clock.now + 3 * DAY,
      })
      shop.clock.now += 60_000
    }
    await at.receive(board, 1000, ['MB-2'])
    expect([(await shop.order(at.orderId)).state, (await shop.order(second)).state]).toEqual([
      'inService',
      'awaitingParts',
    ])
  })
})
