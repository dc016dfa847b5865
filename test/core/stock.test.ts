// The stock as people work with it: what comes, goes elsewhere, is counted and bought, and who sees what it costs.
import { describe, expect, it } from 'vitest'
import { visit } from '#test/support/core.ts'
import { hire } from '#test/support/hire.ts'
import { startStock } from '#test/support/stock-shop.ts'

const line = (partId: string, pieces: number, serials: string[] = []) => ({
  partId,
  quantity: pieces * 1000,
  serials,
})

describe('places', () => {
  it('PRT-5 a shop begins with a warehouse, one bin and a bin for defective parts', async () => {
    const { manager } = await startStock()
    const { warehouses } = await manager.value('stock.places', {})
    expect(
      warehouses.map(({ code, name, places }) => [code, name, places.map((one) => [one.kind, one.code])]),
    ).toEqual([
      [
        'W1',
        '主仓库',
        [
          ['bin', 'W1-01'],
          ['defective', 'W1-X'],
        ],
      ],
    ])
  })

  it('PRT-5 a technician’s bag is made when it is first used, once, and what is in it is not for sale', async () => {
    const { manager, keeper, staffId, part, bin, receive, there } = await startStock()
    const bag = await keeper.value('stock.openBag', { staffId })
    expect([bag.kind, bag.code, bag.name, await manager.value('stock.openBag', { staffId })]).toEqual([
      'bag',
      'W1-B-1001',
      '备件包 王店长',
      bag,
    ])
    const partId = part()
    await receive(partId, 3, 3000)
    await keeper.value('stock.move', { fromPlaceId: bin, toPlaceId: bag.id, lines: [line(partId, 1)] })
    expect(await there(partId)).toEqual([2000, 1000, 0, 0])
  })

  it('PRT-5 a defective part becomes good again only with a reason', async () => {
    const { keeper, part, bin, bad, receive, there } = await startStock()
    const partId = part()
    await receive(partId, 2, 200)
    await keeper.value('stock.move', { fromPlaceId: bin, toPlaceId: bad, lines: [line(partId, 2)] })
    const back = { fromPlaceId: bad, toPlaceId: bin, lines: [line(partId, 1)] }
    expect(await keeper.refusal('stock.move', back)).toEqual({ refusal: 'reasonNeeded', field: 'reason' })
    await keeper.value('stock.move', { ...back, reason: '复测正常' })
    expect([
      await keeper.refusal('stock.scrap', { lines: [{ ...line(partId, 1), placeId: bin }], reason: '坏' }),
      await there(partId),
    ]).toEqual([
      { refusal: 'wrongPlace', field: 'lines.0.placeId', place: '货位 1', kind: 'bin' },
      [1000, 0, 1000, 0],
    ])
    await keeper.value('stock.scrap', { lines: [{ ...line(partId, 1), placeId: bad }], reason: '烧毁' })
    expect(await there(partId)).toEqual([1000, 0, 0, 0])
  })

  it('PRT-5 a place or warehouse goes out of use only when nothing lies there, and then takes nothing', async () => {
    const { keeper, home, part, bin, receive } = await startStock()
    const partId = part()
    await receive(partId, 1, 100)
    const out = { changes: { active: false } }
    const second = await keeper.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
    expect([
      await keeper.refusal('stock.changePlace', { id: bin, ...out }),
      await keeper.refusal('stock.changeWarehouse', { id: home, ...out }),
      (await keeper.value('stock.changeWarehouse', { id: second.id, ...out })).active,
      await keeper.refusal('stock.receive', {
        lines: [{ ...line(partId, 1), placeId: second.places[0]?.id ?? '', costFen: 1 }],
      }),
      await keeper.refusal('stock.addWarehouse', { code: 'W1', name: '又一个' }),
    ]).toEqual([
      { refusal: 'holdsParts', field: 'changes.active', parts: 1 },
      { refusal: 'holdsParts', field: 'changes.active', parts: 1 },
      false,
      { refusal: 'placeInactive', field: 'lines.0.placeId', place: '货位 1' },
      { refusal: 'codeTaken', field: 'code', name: '主仓库' },
    ])
  })
})

describe('two people', () => {
  it('PRT-4 who want the last piece at once: one gets it, the other is told what is left', async () => {
    const { manager, keeper, part, bin, bad, receive, there } = await startStock()
    const partId = part({ name: '风扇' })
    await receive(partId, 1, 100)
    const take = { fromPlaceId: bin, toPlaceId: bad, lines: [line(partId, 1)] }
    const replies = await Promise.all([manager.ask('stock.move', take), keeper.ask('stock.move', take)])
    const refused = replies.flatMap((reply) => (!reply.ok && reply.kind === 'refusal' ? [reply.refusal] : []))
    expect([replies.filter((reply) => reply.ok).length, refused, await there(partId)]).toEqual([
      1,
      [
        {
          refusal: 'notInStock',
          field: 'lines.0.quantity',
          part: '风扇',
          place: '货位 1',
          inStock: 0,
          wanted: 1000,
          unit: '个',
        },
      ],
      [0, 0, 1000, 0],
    ])
  })
})

describe('a transfer', () => {
  it('PRT-9 is on the way until the other end confirms it, and what did not arrive is named', async () => {
    const { manager, keeper, part, bin, receive, there } = await startStock()
    const other = await keeper.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
    const shelf = other.places[0]?.id ?? ''
    const [screws, screen] = [part({ code: 'A' }), part({ code: 'B', serialTracked: true })]
    await receive(screws, 10, 1000)
    await receive(screen, 2, 50_000, ['S1', 'S2'])
    const sent = await keeper.value('stock.transferSend', {
      fromPlaceId: bin,
      toWarehouseId: other.id,
      lines: [line(screws, 6), line(screen, 2, ['S1', 'S2'])],
    })
    const underWay = async () =>
      (await manager.value('stock.documents', { onTheWay: true })).documents.map((one) => one.number)
    const arrive = (partId: string, pieces: number, serials: string[] = [], placeId = shelf) => ({
      documentId: sent.documentId,
      lines: [{ ...line(partId, pieces, serials), placeId }],
    })
    expect([await there(screws), await there(screen), await underWay()]).toEqual([
      [4000, 0, 0, 6000],
      [0, 0, 0, 2000],
      [sent.number],
    ])
    expect([
      (await keeper.refusal('stock.transferArrive', arrive(screws, 7)))['refusal'],
      await keeper.refusal('stock.transferArrive', arrive(screws, 1, [], bin)),
      await keeper.refusal('stock.transferArrive', arrive(screen, 1, ['S9'])),
    ]).toEqual([
      'notInStock',
      { refusal: 'otherWarehouse', field: 'lines.0.placeId' },
      { refusal: 'serialUnknown', field: 'lines.0.serials', serial: 'S9' },
    ])
    await keeper.value('stock.transferArrive', arrive(screws, 5))
    const { missing } = await keeper.value('stock.transferArrive', arrive(screen, 1, ['s2']))
    expect([missing.map((one) => [one.code, one.quantity, one.serials]), await underWay()]).toEqual([
      [
        ['A', 1000, []],
        ['B', 1000, ['S1']],
      ],
      [sent.number],
    ])
    await keeper.value('stock.transferLost', { documentId: sent.documentId, reason: '快递丢件' })
    expect([
      await there(screws),
      await there(screen),
      await underWay(),
      await keeper.refusal('stock.transferArrive', arrive(screws, 1)),
    ]).toEqual([[9000, 0, 0, 0], [1000, 0, 0, 0], [], { refusal: 'nothingOnTheWay', field: 'documentId' }])
    const seen = await manager.value('stock.document', { id: sent.documentId })
    expect(seen.followedBy.map(({ kind }) => kind)).toEqual(['arrival', 'arrival', 'adjustment'])
  })
})

describe('a count', () => {
  it('PRT-10 posts what differs with its reason, names what nobody counted, and changes nothing else', async () => {
    const { manager, keeper, part, bin, receive, there } = await startStock()
    const [few, many, right, forgotten] = ['A', 'B', 'C', 'D'].map((code) => part({ code })) as [
      string,
      string,
      string,
      string,
    ]
    for (const one of [few, many, right, forgotten]) await receive(one, 4, 1001)
    const counted = await keeper.value('stock.count', {
      placeId: bin,
      lines: [
        { partId: few, counted: 1000 },
        { partId: many, counted: 6000 },
        { partId: right, counted: 4000 },
      ],
      reason: '月末盘点',
    })
    expect([
      counted.differences.map((one) => [one.code, one.booked, one.counted, one.valueFen]),
      counted.notCounted.map((one) => [one.code, one.quantity]),
      await Promise.all([few, many, right, forgotten].map(async (one) => (await there(one))[0])),
    ]).toEqual([
      [
        ['A', 4000, 1000, -751],
        ['B', 4000, 6000, 501],
      ],
      [['D', null]],
      [1000, 6000, 4000, 4000],
    ])
    const document = await manager.value('stock.document', { id: counted.document?.documentId ?? '' })
    expect([document.kind, document.reason, document.movements.map((one) => one.quantity)]).toEqual([
      'count',
      '月末盘点',
      [-3000, 2000],
    ])
    const again = await manager.value('stock.count', {
      placeId: bin,
      lines: [{ partId: few, counted: 1000 }],
      reason: '复盘',
    })
    expect([again.document, again.differences, again.notCounted.length]).toEqual([null, [], 3])
  })

  it('PRT-10 by the keeper is blind, by the manager not; serial numbers are counted one by one', async () => {
    const { manager, keeper, part, bin, bad, receive } = await startStock()
    const screen = part({ code: 'S', serialTracked: true })
    await receive(screen, 3, 300, ['S1', 'S2', 'S3'])
    await keeper.value('stock.move', { fromPlaceId: bin, toPlaceId: bad, lines: [line(screen, 1, ['S3'])] })
    const sheet = async (by: typeof manager) => {
      const { blind, lines } = await by.value('stock.countSheet', { placeId: bin })
      return [blind, lines.map(({ code, quantity, serials }) => [code, quantity, serials])]
    }
    expect([await sheet(manager), await sheet({ ...keeper })]).toEqual([
      [false, [['S', 2000, ['S1', 'S2']]]],
      [true, [['S', null, null]]],
    ])
    const count = (serials: string[]) => ({
      placeId: bin,
      lines: [{ partId: screen, counted: serials.length * 1000, serials }],
      reason: '盘点',
    })
    expect(await keeper.refusal('stock.count', count(['S1', 'S3']))).toEqual({
      refusal: 'serialElsewhere',
      field: 'lines.0.serials',
      serial: 'S3',
      where: '坏件区',
    })
    const { differences } = await keeper.value('stock.count', count(['S1', 'S4']))
    expect(
      differences.map(({ booked, counted, missing, found }) => [booked, counted, missing, found]),
    ).toEqual([[2000, 2000, ['S2'], ['S4']]])
  })
})

describe('what there is', () => {
  it('PRT-4 no row of a document is ever changed: a mistake is another document, and the history tells all of it', async () => {
    const { manager, keeper, part, bin, receive } = await startStock()
    const partId = part()
    await receive(partId, 5, 500)
    await keeper.value('stock.adjust', { placeId: bin, ...line(partId, -2), reason: '摔坏' })
    await keeper.value('stock.adjust', { placeId: bin, ...line(partId, 1), reason: '录错了，少摔一个' })
    const history = await manager.value('stock.movements', { partId })
    expect(history.lines.map((one) => [one.kind, one.quantity, one.after, one.valueFen, one.reason])).toEqual(
      [
        ['adjustment', 1000, 4000, 100, '录错了，少摔一个'],
        ['adjustment', -2000, 3000, -200, '摔坏'],
        ['receipt', 5000, 5000, 500, ''],
      ],
    )
    const pages = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await manager.value('stock.movements', { partId, limit: 2, ...(after ? { after } : {}) })
      pages.push(page.lines.map((one) => one.after))
      after = page.next
    }
    expect(pages).toEqual([[4000, 3000], [5000]])
  })

  it('PRT-10 costs are seen by whoever may, and by nobody else', async () => {
    const shop = await startStock()
    const clerk = await hire(shop, { staffNo: '2006', name: '林晓燕', roles: ['clerk'] })
    const partId = shop.part()
    const { documentId } = await shop.receive(partId, 3, 1000)
    const costs = async (by: typeof shop.manager) => [
      (await by.value('stock.onHand', {})).lines.map((one) => [one.sellable, one.unitCostFen, one.valueFen]),
      (await by.value('stock.movements', { partId })).lines.map((one) => one.valueFen),
      (await by.value('stock.document', { id: documentId })).movements.map((one) => one.valueFen),
    ]
    expect([await costs(shop.manager), await costs(clerk)]).toEqual([
      [[[3000, 333, 1000]], [1000], [1000]],
      [[[3000, null, null]], [null], [null]],
    ])
  })

  it('PRT-5 is found by code, name or barcode, page by page, and of one place or below the minimum', async () => {
    const { manager, keeper, part, bin, bad, receive } = await startStock()
    const [a, b, c] = [
      part({ code: 'A-1', name: '硒鼓', minimum: 2000 }),
      part({ code: 'B-1', name: '电源板', barcode: '690123' }),
      part({ code: 'C-1', name: '硒鼓架' }),
    ] as [string, string, string]
    await receive(a, 1, 10)
    await receive(b, 2, 10)
    await keeper.value('stock.move', { fromPlaceId: bin, toPlaceId: bad, lines: [line(b, 1)] })
    const codes = async (ask: Parameters<typeof manager.value<'stock.onHand'>>[1]) =>
      (await manager.value('stock.onHand', ask)).lines.map((one) => one.code)
    expect([
      await codes({ text: '硒鼓' }),
      await codes({ text: '690123' }),
      await codes({ text: '%' }),
      await codes({ only: 'inStock' }),
      await codes({ only: 'belowMinimum' }),
      await codes({ placeId: bad }),
      (await manager.value('stock.ofPart', { id: c })).places,
    ]).toEqual([['C-1', 'A-1'], ['B-1'], [], ['A-1', 'B-1'], ['A-1'], ['B-1'], []])
    const first = await manager.value('stock.onHand', { limit: 2 })
    expect([first.next, await codes({ limit: 2, after: first.next ?? '' })]).toEqual(['B-1', ['C-1']])
  })
})

describe('what to buy', () => {
  it('PRT-10 is the minimum and what open orders want, less what lies in bins and what is on the way', async () => {
    const { manager, keeper, part, bin, bad, receive, desk } = await startStock()
    const other = await keeper.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
    const low = part({ code: 'A', minimum: 5000 })
    const wanted = part({ code: 'B', minimum: 1000 })
    const enough = part({ code: 'C', minimum: 1000 })
    await receive(low, 6, 600)
    await receive(enough, 1, 100)
    // Two of six are defective, one is on the way.
    await keeper.value('stock.move', { fromPlaceId: bin, toPlaceId: bad, lines: [line(low, 2)] })
    await keeper.value('stock.transferSend', {
      fromPlaceId: bin,
      toWarehouseId: other.id,
      lines: [line(low, 1)],
    })
    const { orders } = await manager.value('visit.create', visit())
    desk.work((ctx) =>
      ctx.insert(
        'orderPart',
        ctx.newId(),
        {
          orderId: orders[0]?.id ?? '',
          position: 1,
          partId: wanted,
          code: 'B',
          name: '电源板',
          unit: '个',
          boughtIn: false,
          oldReturnable: false,
          planned: 3000,
          issued: 1000,
          used: 0,
          returnedGood: 0,
          returnedDefective: 0,
          oldOwed: 0,
          oldReturned: 0,
          costFen: 0,
          priceFen: 0,
          payer: 'customer',
          warrantyDays: 0,
          active: true,
        },
        'orderPart.planned',
      ),
    )
    const proposed = async (because?: 'orders' | 'minimum') =>
      (await manager.value('stock.proposal', because ? { because } : {})).lines.map((one) => [
        one.code,
        one.minimum,
        one.demand,
        one.sellable,
        one.onTheWay,
        one.proposed,
        one.because,
      ])
    const [a, b] = [
      ['A', 5000, 0, 3000, 1000, 1000, 'minimum'],
      ['B', 1000, 2000, 0, 0, 3000, 'orders'],
    ]
    expect([await proposed(), await proposed('orders'), await proposed('minimum')]).toEqual([
      [a, b],
      [b],
      [a],
    ])
  })
})
