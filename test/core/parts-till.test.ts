// What the till of the parts section asks the core: whose serial it is, what the quote still wants, what is owed back.
import { expect, it } from 'vitest'
import { ANSWER } from '#test/support/quotes.ts'
import { partsShop } from '#test/support/parts-shop.ts'

type PartsShop = Awaited<ReturnType<typeof partsShop>>

const linesOf = async ({ shop, orderId }: PartsShop) =>
  (await shop.clerk.value('orderPart.ofOrder', { id: orderId })).lines

it('PRT-1 a bad piece is replaced on its own line; another price or payer makes another line', async () => {
  const at = await partsShop()
  const { shop, orderId, screen } = at
  const issue = (given: object = {}) =>
    shop.technician.value('orderPart.issue', {
      id: orderId,
      lines: [{ partId: screen, quantity: 1000, ...given }],
    })
  const { orderPartIds } = await issue()
  await shop.technician.value('orderPart.giveBack', {
    id: orderId,
    lines: [{ orderPartId: orderPartIds[0] ?? '', quantity: 1000, condition: 'defective', fault: '有亮线' }],
  })
  await issue()
  const [one] = await linesOf(at)
  await issue({ priceFen: 1 })
  await issue({ payer: 'ourselves' })
  expect([
    [one?.planned, one?.issued, one?.returnedDefective, one?.inHand],
    (await linesOf(at)).map(({ issued, priceFen, payer }) => [issued, priceFen, payer]),
  ]).toEqual([
    [1000, 2000, 1000, 1000],
    [
      [2000, 68_000, one?.payer],
      [1000, 1, one?.payer],
      [1000, 68_000, 'ourselves'],
    ],
  ])
})

it('PRT-6 a serial stands for its part while it lies in the stock, however it is typed, and the old one stays owed', async () => {
  const at = await partsShop()
  const { shop, orderId, board } = at
  const find = async (serial: string) =>
    (await shop.clerk.value('orderPart.ofSerial', { serial })).parts.map(({ id }) => id)
  const before = [await find(' mb-1 '), await find('MB-2')]
  const { orderPartIds } = await shop.technician.value('orderPart.issue', {
    id: orderId,
    lines: [{ partId: board, quantity: 1000, serials: ['MB-1'] }],
  })
  const [orderPartId = ''] = orderPartIds
  const issued = await find('MB-1')
  await shop.technician.value('orderPart.use', {
    id: orderId,
    lines: [{ orderPartId, quantity: 1000, newSerials: ['MB-1'], oldSerials: ['old-9'] }],
  })
  const owed = (await linesOf(at)).map((line) => line.oldSerialsOwed)
  await shop.technician.value('orderPart.returnOld', {
    id: orderId,
    lines: [{ orderPartId, quantity: 1000, serial: 'OLD-9', fault: '烧毁' }],
  })
  expect([before, issued, owed, (await linesOf(at)).map((line) => line.oldSerialsOwed)]).toEqual([
    [[board], []],
    [],
    [['OLD-9']],
    [[]],
  ])
})

it('QUO-5 what the customer accepted is offered for issue until it is planned', async () => {
  const { shop, orderId, screen } = await partsShop()
  const quoted = async () => (await shop.clerk.value('orderPart.ofOrder', { id: orderId })).quoted
  const { version } = await shop.clerk.value('quote.draft', {
    id: orderId,
    lines: [{ kind: 'part', text: '液晶屏', partId: screen, priceFen: 60_000, quantity: 2000 }],
  })
  await shop.clerk.value('quote.send', { id: orderId })
  const sent = await quoted()
  await shop.clerk.value('quote.accept', { id: orderId, version, ...ANSWER })
  const accepted = await quoted()
  await shop.technician.value('orderPart.issue', { id: orderId, lines: [{ partId: screen, quantity: 1000 }] })
  const rest = await quoted()
  await shop.technician.value('orderPart.issue', { id: orderId, lines: [{ partId: screen, quantity: 1000 }] })
  const part = { partId: screen, code: 'P-1', name: '液晶屏' }
  expect([sent, accepted, rest, await quoted()]).toEqual([
    [],
    [{ ...part, quantity: 2000 }],
    [{ ...part, quantity: 1000 }],
    [],
  ])
})
