// Meters of copiers and printers: readings, what they are asked a reason for, corrections, and the forecast.
import { describe, expect, it } from 'vitest'
import { machine, visit } from '#test/support/core.ts'
import { RECORD, startWorkingShop } from '#test/support/shop-at-work.ts'

const DAY = 86_400_000

const TONER = {
  code: 'T-1',
  name: '粉盒 黑',
  spec: '',
  kind: 'part' as const,
  unit: '个',
  decimals: 0,
  serialTracked: false,
  oldReturnable: false,
  models: [],
  barcode: null,
  priceFen: 30_000,
  prices: {},
  minimum: 0,
  warrantyDays: null,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: 10_000,
}

/** A copier in a technician's hands. */
const copier = async () => {
  const shop = await startWorkingShop()
  const device = { category: '打印机', brand: '理光', model: 'MP 2014', serial: 'RC-1' }
  const made = await shop.clerk.value(
    'visit.create',
    visit({ machines: [machine({ device: { new: device } })] }),
  )
  const [order] = made.orders
  const [orderId, deviceId] = [order?.id ?? '', order?.deviceId ?? '']
  await shop.startWork(orderId)
  const read = (value: number, given: Readonly<{ at?: number; reason?: string }> = {}) =>
    shop.technician.value('meter.read', { deviceId, value, ...given })
  const refusal = (value: number, at?: number) =>
    shop.technician.refusal('meter.read', { deviceId, value, ...(at === undefined ? {} : { at }) })
  return {
    shop,
    deviceId,
    orderId,
    read,
    refusal,
    ofDevice: () => shop.clerk.value('meter.ofDevice', { deviceId }),
  }
}

describe('a reading', () => {
  it('PRT-14 below the one before, above the one after, in the future, or far beyond what the machine does is asked for a reason', async () => {
    const { shop, read, refusal, ofDevice } = await copier()
    const now = shop.clock.now
    await read(1000, { at: now - 20 * DAY })
    await read(3000, { at: now - 10 * DAY })
    const refused = [
      await refusal(2999),
      await refusal(3500, now - 15 * DAY),
      await refusal(34_000),
      await refusal(4000, now + DAY),
    ]
    await read(5000)
    await read(120, { reason: '换了主板，计数器从头开始' })
    expect(refused).toEqual([
      { refusal: 'readingDoesNotFit', field: 'value', last: 3000, at: now - 10 * DAY },
      { refusal: 'readingDoesNotFit', field: 'value', last: 3000, at: now - 10 * DAY },
      { refusal: 'readingJumps', field: 'value', last: 3000, at: now - 10 * DAY },
      { refusal: 'readingInFuture', field: 'at' },
    ])
    const { readings, usesMeter } = await ofDevice()
    expect([usesMeter, readings.map(({ value }) => value)]).toEqual([true, [120, 5000, 3000, 1000]])
  })

  it('PRT-14 is corrected only by another with a reason, once, and both stay', async () => {
    const { shop, read, ofDevice } = await copier()
    const { readingId } = await read(21_000)
    const right = { readingId, value: 12_000, reason: '两位看反了' }
    expect(await shop.technician.badField('meter.correct', { ...right, reason: ' ' })).toBe('reason')
    await shop.technician.value('meter.correct', right)
    expect(await shop.technician.refusal('meter.correct', right)).toEqual({
      refusal: 'readingCorrected',
      field: 'readingId',
    })
    // What was corrected counts for nothing: less than 21 000 fits.
    await read(12_100)
    const { readings } = await ofDevice()
    expect(
      readings.map(({ value, corrects, corrected, reason }) => [value, corrects, corrected, reason]),
    ).toEqual([
      [12_100, null, false, ''],
      [12_000, readingId, false, '两位看反了'],
      [21_000, null, true, ''],
    ])
  })

  it('PRT-14 stands in the log of its order, is no business of another machine, and needs the right', async () => {
    const { shop, deviceId, orderId } = await copier()
    await shop.clerk.value('meter.read', { deviceId, orderId, value: 8000 })
    const other = await shop.takeIn()
    const { log } = await shop.clerk.value('order.log', { id: orderId })
    const line = log.find(({ action }) => action === 'meter.read')
    expect([
      line?.changes,
      await shop.clerk.refusal('meter.read', { deviceId, orderId: other, value: 8001 }),
      await shop.dispatcher.refusal('meter.read', { deviceId, value: 8001 }),
    ]).toEqual([
      { counter: [null, 'total'], reading: [null, 8000] },
      { refusal: 'orderOfAnotherMachine', field: 'orderId' },
      { refusal: 'notAllowed', needs: ['clerk', 'technician', 'manager'] },
    ])
  })

  it('PRT-14 comes with the report, and one that cannot be true stops it', async () => {
    const { shop, orderId, read, ofDevice } = await copier()
    await read(5000)
    const report = (value: number) => ({ id: orderId, record: { ...RECORD, meters: [{ value }] } })
    expect(await shop.technician.refusal('service.complete', report(4000))).toMatchObject({
      refusal: 'readingDoesNotFit',
      field: 'record.meters.0.value',
    })
    await shop.technician.value('service.complete', report(5010))
    const { readings } = await ofDevice()
    expect(readings.map(({ value, orderId: of }) => [value, of === orderId])).toEqual([
      [5010, true],
      [5000, false],
    ])
  })
})

it('PRT-14 the forecast says when a consumable that was changed on this machine is due', async () => {
  const { shop, orderId, deviceId, read, ofDevice } = await copier()
  const { id: toner } = await shop.manager.value('part.add', TONER)
  await shop.manager.value('stock.receive', { lines: [{ partId: toner, quantity: 2000, costFen: 20_000 }] })
  await read(40_000, { at: shop.clock.now - 10 * DAY })
  const { orderPartIds } = await shop.technician.value('orderPart.issue', {
    id: orderId,
    lines: [{ partId: toner, quantity: 1000 }],
  })
  await shop.technician.value('orderPart.use', {
    id: orderId,
    lines: [{ orderPartId: orderPartIds[0] ?? '', quantity: 1000 }],
  })
  const changedAt = shop.clock.now
  await shop.technician.value('meter.read', { deviceId, orderId, value: 42_000 })
  shop.clock.now += 10 * DAY
  await read(44_000)
  const number = (await shop.order(orderId)).number
  const { perDay, consumables } = await ofDevice()
  expect({ perDay, consumables }).toEqual({
    perDay: 200,
    consumables: [
      {
        partId: toner,
        code: 'T-1',
        name: '粉盒 黑',
        yieldCount: 10_000,
        changedAt,
        orderNumber: number,
        changedValue: 42_000,
        left: 8000,
        dueAt: shop.clock.now + 40 * DAY,
      },
    ],
  })
})
