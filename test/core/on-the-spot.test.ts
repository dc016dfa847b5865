// Repaired while the customer waits, and machines that come back (rules INT-7, INT-12).
import { describe, expect, it } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import { machine, visit } from '#test/support/core.ts'
import { RECORD, startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const DAY = 86_400_000

const onTheSpot = (given: Partial<Params<'spot.repair'>> = {}): Params<'spot.repair'> => ({
  ...visit(),
  record: RECORD,
  taker: { by: 'customer' },
  signature: { on: 'paper', hash: null },
  paper: 'systemFailure',
  ...given,
})

describe('on the spot', () => {
  it('INT-7 takes in, records, settles and hands over in one command; T31 is the pick-up and T2 with it', async () => {
    const { manager, clock, log, order } = await startWorkingShop()
    const { orderId, state } = await manager.value('spot.repair', onTheSpot())
    expect(state).toBe('pendingClose')
    expect(await order(orderId)).toMatchObject({
      machinePlace: 'withCustomer',
      outcome: 'repaired',
      t2: clock.now,
      promisedAt: clock.now,
    })
    expect((await log(orderId)).filter((action) => !action.startsWith('visit.'))).toEqual([
      'order.accepted',
      'order.dispatched',
      'order.received',
      'order.completed',
      'order.handedOver',
    ])
    const { appointments } = await manager.value('contact.ofOrder', { id: orderId })
    expect(appointments.map(({ kind, at }) => [kind, at])).toEqual([['pickUp', clock.now]])
  })

  it('INT-7 takes the money on the spot too: all of it, or nothing is done', async () => {
    const { manager, order } = await startWorkingShop()
    const lines = [{ kind: 'labour', text: '更换电源板', priceFen: 12_300, payer: 'customer' } as const]
    const priced = (settlement?: Params<'spot.repair'>['settlement']) =>
      onTheSpot({ record: { ...RECORD, lines }, ...(settlement ? { settlement } : {}) })
    expect(await manager.refusal('spot.repair', priced())).toMatchObject({
      refusal: 'notFullyPaid',
      leftFen: 12_300,
    })
    expect((await manager.value('order.list', { view: 'all' })).orders).toEqual([])
    const { orderId, state } = await manager.value(
      'spot.repair',
      priced({ roundingFen: 0, payments: [{ method: 'cash', amountFen: 12_300, tenderedFen: 20_000 }] }),
    )
    const money = await manager.value('settlement.ofOrder', { id: orderId })
    expect([state, money.settled, money.collectedFen]).toEqual(['pendingClose', 'paid', 12_300])
    expect((await order(orderId)).machinePlace).toBe('withCustomer')
  })

  it('INT-7 does nothing at all where one of its steps is refused', async () => {
    const { manager, clerk } = await startWorkingShop()
    const orders = async () => (await manager.value('order.list', { view: 'all' })).orders.length
    expect(await clerk.refusal('spot.repair', onTheSpot())).toEqual({
      refusal: 'notAllowed',
      needs: ['dispatcher'],
    })
    expect(await manager.refusal('spot.repair', onTheSpot({ record: { ...RECORD, minutes: null } }))).toEqual(
      { refusal: 'hoursMissing', field: 'record.minutes' },
    )
    expect(await manager.refusal('spot.repair', onTheSpot({ paper: 'print' }))).toMatchObject({
      refusal: 'noPrinter',
    })
    expect(await orders()).toBe(0)
    expect((await manager.value('search.find', { text: '张三' })).hits).toEqual([])
  })
})

/** A machine that was repaired, collected and closed, and the customer who has it. */
const repaired = async ({ manager, clerk }: ShopAtWork) => {
  const { orderId } = await manager.value('spot.repair', onTheSpot())
  const { hash } = await clerk.value('attachment.put', { mime: 'image/png', data: PNG })
  await clerk.value('handOver.attachPaper', { id: orderId, hash })
  const { customer, device } = await clerk.value('order.get', { id: orderId })
  return { orderId, customerId: customer.id, deviceId: device.id }
}

/** 1 by 1 pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('a comeback', () => {
  it('INT-12 within its warranty the machine is known, its technician too, and the warranty goes on, not anew', async () => {
    const shop = await startWorkingShop()
    const { manager, clerk, technician, secondTechnician, clock, order, dispatcher } = shop
    await manager.value('shop.changeSettings', { combineDuties: true, labourWarrantyDays: 30 })
    const first = await repaired(shop)
    const ask = () =>
      clerk.value('order.comebacks', { customerId: first.customerId, deviceId: first.deviceId })
    expect((await ask()).orders).toEqual([])
    const reviewer = await manager.value('staff.add', {
      staffNo: '3001',
      name: '另一位店长',
      roles: ['manager'],
      password: 'first-3001',
    })
    const other = shop.connect()
    await other.value('session.login', { staffNo: '3001', password: 'first-3001' })
    await other.value('session.changePassword', { oldPassword: 'first-3001', newPassword: 'kaoshang-88' })
    // Printed after all: the review wants it, whatever the system did that day.
    await clerk.value('print.pdf', { paper: 'repairOrder', subjectId: first.orderId })
    await other.value('review.approveClose', { id: first.orderId })
    expect(reviewer.active).toBe(true)
    const until = clock.now + 30 * DAY
    clock.now += 10 * DAY
    expect(
      (await ask()).orders.map(({ sameMachine, technician: who, warrantyUntil }) => [
        sameMachine,
        who,
        warrantyUntil,
      ]),
    ).toEqual([[true, '王店长', until]])
    const again = await clerk.value('visit.create', {
      customer: { existing: first.customerId },
      machines: [
        machine({
          device: { existing: first.deviceId },
          comebackOf: first.orderId,
          reportedFault: '又不开机',
        }),
      ],
    })
    const id = again.orders[0]?.id ?? ''
    expect(await order(id)).toMatchObject({
      state: 'pendingDispatch',
      comeback: { id: first.orderId, technician: '王店长' },
      warrantyUntil: until,
    })
    const { technicians } = await dispatcher.value('dispatch.candidates', { id })
    expect([technicians[0]?.name, technicians[0]?.reasons]).toEqual(['王店长', ['repairedItBefore']])
    await dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
    await technician.value('dispatch.receive', { id, printException: 'systemFailure' })
    await technician.value('service.complete', { id, record: RECORD })
    const { records, warrantyUntil } = await clerk.value('service.records', { id })
    expect([records[0]?.lines[0]?.payer, warrantyUntil]).toEqual(['ourselves', until])
    expect(secondTechnician.staffId).not.toBe(technician.staffId)
    clock.now = until + 1
    expect((await ask()).orders).toEqual([])
    expect(
      await clerk.refusal('visit.create', {
        customer: { existing: first.customerId },
        machines: [machine({ device: { existing: first.deviceId }, comebackOf: first.orderId })],
        secondOrderFor: [first.deviceId],
      }),
    ).toEqual({ refusal: 'notAComeback', field: 'machines.0.comebackOf', because: 'warrantyOver' })
  })

  it('INT-12 is of this customer and this machine, and of a closed order', async () => {
    const shop = await startWorkingShop()
    const { clerk } = shop
    const first = await repaired(shop)
    const take = (given: object) =>
      clerk.refusal('visit.create', {
        customer: { existing: first.customerId },
        machines: [machine({ device: { existing: first.deviceId }, comebackOf: first.orderId, ...given })],
        secondOrderFor: [first.deviceId],
      })
    expect([await take({}), await take({ comebackOf: '0190f5fe-7c00-7a00-8000-000000000000' })]).toEqual([
      { refusal: 'notAComeback', field: 'machines.0.comebackOf', because: 'notClosed' },
      { refusal: 'notAComeback', field: 'machines.0.comebackOf', because: 'unknown' },
    ])
  })
})
