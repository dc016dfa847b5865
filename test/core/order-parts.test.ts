// Parts on an order: planned, issued from the stock, used, returned; what is owed and what is waited for.
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { RECORD, startWorkingShop } from '#test/support/shop-at-work.ts'
import { partsShop } from '#test/support/parts-shop.ts'

const DAY = 86_400_000

describe('issuing and returning', () => {
  it('PRT-1 PRT-2 five quantities of one line, each moved by its own document, and the net is what is shown', async () => {
    const { shop, screen, orderId, stockOf, line } = await partsShop()
    const [planned] = (
      await shop.clerk.value('orderPart.plan', { id: orderId, lines: [{ partId: screen, quantity: 3000 }] })
    ).orderPartIds
    const orderPartId = planned ?? ''
    const { documents } = await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ orderPartId, quantity: 3000 }],
    })
    await shop.technician.value('orderPart.use', { id: orderId, lines: [{ orderPartId, quantity: 1000 }] })
    const { tags } = await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000, condition: 'defective', fault: '花屏' }],
    })
    const good = await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000, condition: 'good' }],
    })
    expect({ ...(await line(orderPartId)), documents: documents.length, tags: tags.length }).toMatchObject({
      planned: 3000,
      issued: 3000,
      used: 1000,
      returnedGood: 1000,
      returnedDefective: 1000,
      oldOwed: 1000,
      oldReturned: 0,
      inHand: 0,
      documents: 1,
      tags: 1,
    })
    expect(good.documents).toHaveLength(1)
    expect(await stockOf(screen)).toEqual({ bin: 8000, defective: 1000 })
    await shop.core.drain()
    expect(checkFolder(shop.dir, shop.clock.now).filter((check) => !check.ok)).toEqual([])
  })

  it('PRT-4 the last piece goes to one of two who want it, and the other hears that there is none', async () => {
    const { shop, board, orderId } = await partsShop()
    const ask = { id: orderId, lines: [{ partId: board, quantity: 1000, serials: ['MB-1'] }] }
    const [first, second] = await Promise.all([
      shop.technician.ask('orderPart.issue', ask),
      shop.clerk.ask('orderPart.issue', ask),
    ])
    expect([first.ok, second.ok]).toEqual([true, false])
  })

  it('PRT-2 more than is in hand is neither used nor returned, and nothing is half done', async () => {
    const { shop, screen, orderId, line } = await partsShop()
    const { orderPartIds } = await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: screen, quantity: 1000 }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    const refused = [
      await shop.technician.refusal('orderPart.use', {
        id: orderId,
        lines: [{ orderPartId, quantity: 2000 }],
      }),
      await shop.technician.refusal('orderPart.giveBack', {
        id: orderId,
        lines: [{ orderPartId, quantity: 2000, condition: 'good' }],
      }),
      await shop.technician.refusal('orderPart.giveBack', {
        id: orderId,
        lines: [{ orderPartId, quantity: 1000, condition: 'defective' }],
      }),
    ]
    expect({ refused: refused.map(({ refusal }) => refusal), ...(await line(orderPartId)) }).toMatchObject({
      refused: ['moreThanInHand', 'moreThanInHand', 'faultMissing'],
      issued: 1000,
      used: 0,
      inHand: 1000,
    })
  })

  it('PRT-3 a bought-in part never touches the stock and carries its own cost', async () => {
    const { shop, orderId, stockDocuments } = await partsShop()
    const before = await stockDocuments()
    const { orderPartIds } = await shop.clerk.value('orderPart.plan', {
      id: orderId,
      lines: [{ name: '二手键盘', unit: '个', quantity: 1000, boughtInCostFen: 4500, priceFen: 9000 }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    const { documents } = await shop.clerk.value('orderPart.issue', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000 }],
    })
    const { lines } = await shop.manager.value('orderPart.ofOrder', { id: orderId })
    expect({
      documents,
      line: lines.map(({ boughtIn, costFen, priceFen, inHand }) => [boughtIn, costFen, priceFen, inHand]),
    }).toEqual({ documents: [], line: [[true, 4500, 9000, 1000]] })
    expect(await stockDocuments()).toBe(before)
  })

  it('PRT-6 a part with serials says which one went in and which came out', async () => {
    const { shop, board, orderId } = await partsShop()
    const { orderPartIds } = await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: board, quantity: 1000, serials: ['mb-1'] }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    const use = { orderPartId, quantity: 1000 }
    const refused = [
      await shop.technician.refusal('orderPart.use', { id: orderId, lines: [use] }),
      await shop.technician.refusal('orderPart.use', {
        id: orderId,
        lines: [{ ...use, newSerials: ['MB-9'], oldSerials: ['OLD-1'] }],
      }),
      await shop.technician.refusal('orderPart.use', {
        id: orderId,
        lines: [{ ...use, newSerials: ['MB-1'] }],
      }),
    ]
    await shop.technician.value('orderPart.use', {
      id: orderId,
      lines: [{ ...use, newSerials: ['MB-1'], oldSerials: ['OLD-1'] }],
    })
    const { lines } = await shop.clerk.value('orderPart.ofOrder', { id: orderId })
    expect({ refused, inHand: lines[0]?.serialsInHand, cost: lines[0]?.costFen }).toEqual({
      refused: [
        { refusal: 'serialsMissing', field: 'lines.0.newSerials', part: '主板', needed: 1, given: 0 },
        { refusal: 'serialNotInHand', field: 'lines.0.newSerials', serial: 'MB-9' },
        { refusal: 'oldSerialMissing', field: 'lines.0.oldSerials', name: '主板' },
      ],
      inHand: [],
      cost: null,
    })
  })

  it('PRT-8 a use that is taken back leaves the old part owed for what stays used', async () => {
    const { shop, screen, orderId, line } = await partsShop()
    const { orderPartIds } = await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: screen, quantity: 2000 }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    const one = { orderPartId, quantity: 1000 }
    await shop.technician.value('orderPart.use', { id: orderId, lines: [{ ...one, noOldPart: '原来没有' }] })
    await shop.technician.value('orderPart.use', { id: orderId, lines: [one] })
    const owed = []
    for (const reason of ['写错了', '又错了']) {
      await shop.technician.value('orderPart.takeBackUse', { ...one, reason })
      const { used, oldOwed, inHand } = (await line(orderPartId)) ?? {}
      owed.push([used, oldOwed, inHand])
    }
    expect(owed).toEqual([
      [1000, 1000, 1000],
      [0, 0, 2000],
    ])
  })

  it('PRT-3 PRT-6 the serial of a bought-in part is one serial, however it was typed', async () => {
    const { shop, board, orderId, line } = await partsShop()
    const { orderPartIds } = await shop.clerk.value('orderPart.plan', {
      id: orderId,
      lines: [{ partId: board, quantity: 1000, boughtInCostFen: 50_000 }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    const one = { orderPartId, quantity: 1000 }
    await shop.clerk.value('orderPart.issue', { id: orderId, lines: [{ ...one, serials: ['bx-7'] }] })
    await shop.clerk.value('orderPart.use', {
      id: orderId,
      lines: [{ ...one, newSerials: ['BX-7'], oldSerials: ['OLD-7'] }],
    })
    expect(await line(orderPartId)).toMatchObject({ used: 1000, inHand: 0, serialsInHand: [] })
  })

  it('a part of another model needs a reason', async () => {
    const { shop, elsewhere, orderId } = await partsShop()
    const ask = { id: orderId, lines: [{ partId: elsewhere, quantity: 1000 }] }
    expect(await shop.clerk.refusal('orderPart.plan', ask)).toMatchObject({
      refusal: 'misfit',
      field: 'lines.0.misfitReason',
      models: ['惠普 M404'],
    })
    const lines = [{ partId: elsewhere, quantity: 1000, misfitReason: '接口一样，试过' }]
    expect((await shop.clerk.value('orderPart.plan', { id: orderId, lines })).orderPartIds).toHaveLength(1)
  })
})

describe('what stops the order', () => {
  it('PRT-12 an order does not close while a part is in hand or an old part is owed, unless the manager waives it', async () => {
    const { shop, screen, orderId, toReview } = await partsShop()
    const { orderPartIds } = await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: screen, quantity: 2000 }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    await shop.technician.value('orderPart.use', { id: orderId, lines: [{ orderPartId, quantity: 1000 }] })
    const answer = async (method: 'service.complete' | 'review.approveClose', by = shop.manager) => {
      const reply = await by.ask(method, {
        id: orderId,
        ...(method === 'service.complete' ? { record: RECORD } : {}),
      })
      return reply.ok ? 'done' : reply.kind === 'refusal' ? reply.refusal.refusal : reply.kind
    }
    const said = [await answer('service.complete', shop.technician)]
    await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000, condition: 'good' }],
    })
    await toReview()
    said.push(await answer('review.approveClose'))
    const words = '客户要自己留着旧屏'
    expect(await shop.clerk.ask('orderPart.waive', { id: orderId, words })).toMatchObject({ ok: false })
    await shop.manager.value('orderPart.waive', { id: orderId, words })
    said.push(await answer('review.approveClose'))
    expect(said).toEqual(['partsInHand', 'oldPartsOwed', 'done'])
  })

  it('PRT-12 a part that nobody can give back stops the work until the manager waives it in writing', async () => {
    const { shop, screen, orderId, toReview } = await partsShop()
    await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: screen, quantity: 1000 }],
    })
    expect(await shop.technician.refusal('service.complete', { id: orderId, record: RECORD })).toMatchObject({
      refusal: 'partsInHand',
    })
    await shop.manager.value('orderPart.waive', { id: orderId, words: '上门路上丢了，已扣技术员' })
    await toReview()
    await shop.manager.value('review.approveClose', { id: orderId })
    expect((await shop.order(orderId)).state).toBe('closed')
  })

  it('PRT-8 old and defective parts go back with a tag each, and the list says what is still owed', async () => {
    const { shop, screen, orderId, stockOf } = await partsShop()
    const { orderPartIds } = await shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: screen, quantity: 2000 }],
    })
    const orderPartId = orderPartIds[0] ?? ''
    await shop.technician.value('orderPart.use', { id: orderId, lines: [{ orderPartId, quantity: 1000 }] })
    const owed = async () => {
      const { tags, oldParts } = await shop.clerk.value('orderPart.owed', {})
      return {
        tags: tags.map(({ what, fault }) => [what, fault]),
        old: oldParts.map(({ quantity }) => quantity),
      }
    }
    expect(await owed()).toEqual({ tags: [], old: [1000] })
    const defective = await shop.technician.value('orderPart.giveBack', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000, condition: 'defective', fault: '来料黑屏' }],
    })
    const old = await shop.technician.value('orderPart.returnOld', {
      id: orderId,
      lines: [{ orderPartId, quantity: 1000, fault: '碎屏' }],
    })
    expect(await owed()).toEqual({
      tags: [
        ['defective', '来料黑屏'],
        ['old', '碎屏'],
      ],
      old: [],
    })
    await shop.clerk.value('orderPart.sendTagged', {
      tags: [...defective.tags, ...old.tags],
      waybill: 'SF123',
    })
    expect({ ...(await owed()), stock: await stockOf(screen) }).toEqual({
      tags: [],
      old: [],
      stock: { bin: 8000, defective: 0 },
    })
  })
})

describe('what is waited for', () => {
  it('PRT-7 a part that is not there is requested, is late with words for the customer, and its arrival raises the order', async () => {
    const { shop, board, orderId, receive } = await partsShop()
    const { orderPartIds } = await shop.clerk.value('orderPart.plan', {
      id: orderId,
      lines: [{ partId: board, quantity: 2000 }],
    })
    const now = shop.clock.now
    const { requestId, number } = await shop.clerk.value('orderPart.request', {
      orderPartId: orderPartIds[0] ?? '',
      quantity: 1000,
      source: 'purchase',
      expectedAt: now + 2 * DAY,
    })
    const states = [(await shop.order(orderId)).state]
    const { text } = await shop.clerk.value('orderPart.requestLate', { requestId, expectedAt: now + 5 * DAY })
    const { appointments } = await shop.clerk.value('contact.ofOrder', { id: orderId })
    await receive(board, 1000, ['MB-2'])
    states.push((await shop.order(orderId)).state)
    expect({
      states,
      text,
      promised: appointments[0]?.reason,
      waiting: (await shop.clerk.value('orderPart.waiting', {})).requests,
    }).toEqual({
      states: ['awaitingParts', 'inService'],
      text: `等配件 P-2 主板，申领单 ${number}，预计 2026-11-27 到货`,
      promised: text,
      waiting: [],
    })
  })
})

it('a shop without parts goes on as before', async () => {
  const shop = await startWorkingShop()
  const id = await shop.takeIn()
  expect(await shop.clerk.value('orderPart.ofOrder', { id })).toEqual({
    lines: [],
    tags: [],
    requests: [],
    documents: [],
    quoted: [],
    waiver: null,
    headquartersFeeFen: 0,
    quotedUnused: [],
  })
})
