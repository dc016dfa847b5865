// The list of parts of a machine: what repairs put into it, by which order, and what took its place.
import { describe, expect, it } from 'vitest'
import { partsShop } from '#test/support/parts-shop.ts'
import { inAgain } from '#test/support/same-machine.ts'

type PartsShop = Awaited<ReturnType<typeof partsShop>>

const put = async (
  { shop }: PartsShop,
  orderId: string,
  line: Readonly<{ partId: string; quantity: number; serials?: string[] }>,
  used: Readonly<{ oldSerials?: string[]; noOldPart?: string }> = {},
): Promise<string> => {
  const { orderPartIds } = await shop.technician.value('orderPart.issue', { id: orderId, lines: [line] })
  const orderPartId = orderPartIds[0] ?? ''
  await shop.technician.value('orderPart.use', {
    id: orderId,
    lines: [{ orderPartId, quantity: line.quantity, newSerials: line.serials ?? [], ...used }],
  })
  return orderPartId
}

const listOf = async ({ shop, orderId }: PartsShop) => {
  const { device } = await shop.order(orderId)
  const { parts } = await shop.clerk.value('customer.deviceParts', { deviceId: device.id })
  return parts.map((part) => [
    part.name,
    part.serial,
    part.oldSerial,
    part.quantity,
    part.orderNumber,
    part.removed && [part.removed.orderNumber, part.removed.replacedBy],
  ])
}

const numberOf = async ({ shop }: PartsShop, id: string) => (await shop.order(id)).number

describe('the list of a machine', () => {
  it('PRT-6 is written when the order closes, not before, and says which serial took the place of which', async () => {
    const at = await partsShop()
    await put(
      at,
      at.orderId,
      { partId: at.board, quantity: 1000, serials: ['MB-1'] },
      { oldSerials: ['old-0'] },
    )
    const lists = [await listOf(at)]
    await at.shop.manager.value('orderPart.waive', { id: at.orderId, words: '旧板客户留着' })
    await at.toReview()
    lists.push(await listOf(at))
    await at.shop.manager.value('review.approveClose', { id: at.orderId })
    lists.push(await listOf(at))
    const first = await numberOf(at, at.orderId)
    await at.receive(at.board, 1000, ['MB-2'])
    const again = await inAgain(at.shop, at.orderId)
    await put(
      at,
      again.orderId,
      { partId: at.board, quantity: 1000, serials: ['MB-2'] },
      { oldSerials: ['mb-1'] },
    )
    await at.shop.manager.value('orderPart.waive', { id: again.orderId, words: '旧板客户留着' })
    await again.close()
    lists.push(await listOf(at))
    const second = await numberOf(at, again.orderId)
    expect(lists).toEqual([
      [],
      [],
      [['主板', 'MB-1', 'OLD-0', 1000, first, null]],
      [
        ['主板', 'MB-2', 'MB-1', 1000, second, null],
        ['主板', 'MB-1', 'OLD-0', 1000, first, [second, 'MB-2']],
      ],
    ])
  })

  it('PRT-6 a part without serials takes the place of the one that sat there longest, unless none came out', async () => {
    const at = await partsShop()
    await put(at, at.orderId, { partId: at.screen, quantity: 2000 }, { noOldPart: '原来没有' })
    await at.toReview()
    await at.shop.manager.value('review.approveClose', { id: at.orderId })
    const again = await inAgain(at.shop, at.orderId)
    const line = await put(at, again.orderId, { partId: at.screen, quantity: 1000 })
    await at.shop.technician.value('orderPart.returnOld', {
      id: again.orderId,
      lines: [{ orderPartId: line, quantity: 1000, fault: '碎屏' }],
    })
    await put(at, again.orderId, { partId: at.screen, quantity: 1000 }, { noOldPart: '加装' })
    await again.close()
    const [first, second] = [await numberOf(at, at.orderId), await numberOf(at, again.orderId)]
    const list = await listOf(at)
    expect(list.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(
      [
        ['液晶屏', '', '', 1000, second, null],
        ['液晶屏', '', '', 1000, second, null],
        ['液晶屏', '', '', 1000, first, null],
        ['液晶屏', '', '', 1000, first, [second, '']],
      ].toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    )
  })

  it('PRT-6 what was used by mistake and taken back does not sit in it', async () => {
    const at = await partsShop()
    const orderPartId = await put(at, at.orderId, { partId: at.screen, quantity: 2000 }, { noOldPart: '无' })
    await at.shop.technician.value('orderPart.takeBackUse', {
      orderPartId,
      quantity: 1000,
      reason: '只换一块',
    })
    await at.shop.technician.value('orderPart.giveBack', {
      id: at.orderId,
      lines: [{ orderPartId, quantity: 1000, condition: 'good' }],
    })
    await at.toReview()
    await at.shop.manager.value('review.approveClose', { id: at.orderId })
    expect((await listOf(at)).map((row) => [row[0], row[3]])).toEqual([['液晶屏', 1000]])
  })
})
