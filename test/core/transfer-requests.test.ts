// What warehouses ask of each other, and the one answer that each request gets (rule PRT-9).
import { describe, expect, it } from 'vitest'
import { startStock } from '#test/support/stock-shop.ts'

const line = (partId: string, pieces: number) => ({ partId, quantity: pieces * 1000 })

/** A second warehouse asks the shop's own for four screws and a screen. */
const asking = async () => {
  const shop = await startStock()
  const { keeper, home, part, receive } = shop
  const other = await keeper.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
  const [screws, screen] = [part({ code: 'A', name: '螺丝' }), part({ code: 'B', name: '屏' })]
  await receive(screws, 10, 1000)
  const lines = [line(screws, 4), line(screen, 1)]
  const ask = { fromWarehouseId: home, toWarehouseId: other.id, lines, reason: '客户等着' }
  const { requestId, number } = await keeper.value('transfer.ask', ask)
  const send = (pieces: number, more: object = {}) => ({
    fromPlaceId: shop.bin,
    toWarehouseId: other.id,
    lines: [line(screws, pieces)],
    requestId,
    ...more,
  })
  const seen = async () => (await keeper.value('transfer.list', {})).requests[0]
  return { ...shop, other, screws, screen, ask, requestId, number, send, seen }
}

describe('a request between warehouses', () => {
  it('PRT-9 says who asks whom for what, and what there is of it', async () => {
    const { home, other, screws, screen, requestId, number, seen, manager } = await asking()
    const request = await seen()
    const of = { unit: '个', decimals: 0, spec: '', serialTracked: false, sent: 0 }
    expect({ ...request, at: 0, lines: request?.lines.map((one) => ({ ...one, spec: '' })) }).toEqual({
      id: requestId,
      number,
      fromWarehouseId: home,
      fromWarehouse: '主仓库',
      toWarehouseId: other.id,
      toWarehouse: '二号库',
      state: 'open',
      reason: '客户等着',
      at: 0,
      who: '孙仓管',
      lines: [
        { ...of, partId: screws, code: 'A', name: '螺丝', quantity: 4000, sellable: 10_000 },
        { ...of, partId: screen, code: 'B', name: '屏', quantity: 1000, sellable: 0 },
      ],
      document: null,
      answer: '',
      answeredAt: null,
      answeredBy: '',
    })
    expect((await manager.value('system.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([])
  })

  it('PRT-9 is answered by one transfer, whether it carries all of it or not; both say so', async () => {
    const { keeper, send, seen, requestId, number, there, screws } = await asking()
    const sent = await keeper.value('stock.transferSend', send(3))
    const request = await seen()
    expect([
      [request?.state, request?.document, request?.lines.map((one) => one.sent), request?.answeredBy],
      (await keeper.value('stock.document', { id: sent.documentId })).answers,
      await there(screws),
      await keeper.refusal('stock.transferSend', send(1)),
      (await keeper.value('transfer.list', { onlyOpen: true })).requests,
    ]).toEqual([
      ['sent', { id: sent.documentId, number: sent.number }, [3000, 0], '孙仓管'],
      { id: requestId, number },
      [7000, 0, 0, 3000],
      { refusal: 'transferRequestOver', field: 'requestId', number },
      [],
    ])
  })

  it('PRT-9 stays open when the transfer that should answer it is not possible', async () => {
    const { keeper, send, seen } = await asking()
    expect([
      (await keeper.refusal('stock.transferSend', send(11)))['refusal'],
      (await seen())?.state,
    ]).toEqual(['notInStock', 'open'])
  })

  it('PRT-9 is answered only by a transfer between the same warehouses with something that was asked for', async () => {
    const { keeper, send, other, part, receive } = await asking()
    const third = await keeper.value('stock.addWarehouse', { code: 'W3', name: '三号库' })
    const cable = part({ code: 'C' })
    await receive(cable, 5, 500)
    const otherRequest = { refusal: 'otherRequest', field: 'requestId' }
    expect([
      await keeper.refusal('stock.transferSend', send(1, { toWarehouseId: third.id })),
      await keeper.refusal('stock.transferSend', send(1, { lines: [line(cable, 1)] })),
      await keeper.refusal('stock.transferSend', send(1, { requestId: other.id })),
    ]).toEqual([otherRequest, otherRequest, { refusal: 'unknownTransferRequest', field: 'requestId' }])
  })

  it('PRT-9 is refused with a reason or taken back, once', async () => {
    const { keeper, manager, ask, requestId, number, seen } = await asking()
    const over = { refusal: 'transferRequestOver', field: 'requestId', number }
    const empty = await keeper.ask('transfer.refuse', { requestId, reason: ' ' })
    await manager.value('transfer.refuse', { requestId, reason: '自己也不够' })
    const refused = await seen()
    const again = await keeper.value('transfer.ask', { ...ask, reason: '' })
    await keeper.value('transfer.withdraw', { requestId: again.requestId })
    expect([
      !empty.ok && empty.kind,
      [refused?.state, refused?.answer, refused?.answeredBy],
      await keeper.refusal('transfer.withdraw', { requestId }),
      (await keeper.value('transfer.list', {})).requests.map(({ state }) => state),
    ]).toEqual(['badInput', ['refused', '自己也不够', '王店长'], over, ['withdrawn', 'refused']])
  })

  it('PRT-9 names another warehouse in use, and each part once in pieces that there are', async () => {
    const { keeper, ask, screws, home } = await asking()
    const closed = await keeper.value('stock.addWarehouse', { code: 'W9', name: '旧库' })
    await keeper.value('stock.changeWarehouse', { id: closed.id, changes: { active: false } })
    const refusal = (more: object) => keeper.refusal('transfer.ask', { ...ask, ...more })
    expect([
      await refusal({ toWarehouseId: home }),
      await refusal({ toWarehouseId: closed.id }),
      await refusal({ lines: [line(screws, 1), line(screws, 2)] }),
      await refusal({ lines: [{ partId: screws, quantity: 500 }] }),
      await refusal({ lines: [line(home, 1)] }),
    ]).toEqual([
      { refusal: 'sameWarehouse', field: 'fromWarehouseId' },
      { refusal: 'unknownWarehouse', field: 'toWarehouseId' },
      { refusal: 'lineTwice', field: 'lines.1.partId' },
      { refusal: 'quantityNotAllowed', field: 'lines.0.quantity', because: 'fraction', unit: '个' },
      { refusal: 'unknownPart', field: 'lines.0.partId' },
    ])
  })

  it('PRT-9 comes a page at a time, the newest first', async () => {
    const { keeper, ask, number } = await asking()
    const second = await keeper.value('transfer.ask', ask)
    const first = await keeper.value('transfer.list', { limit: 1 })
    const next = await keeper.value('transfer.list', { limit: 1, after: first.next ?? '' })
    expect([first.requests[0]?.number, next.requests.map((one) => one.number), next.next]).toEqual([
      second.number,
      [number],
      null,
    ])
  })
})
