// Other ways home: failed acceptance and delivery, unrepaired, unclaimed, disposed of, and what is erased after.
import { describe, expect, it } from 'vitest'
import { createHandle } from '#core/db/handle.ts'
import { openDriver } from '#core/db/driver.ts'
import { lastHandOver } from '#core/hand-over/index.ts'
import { PASSCODE_KEPT_MS, erasePasscodes } from '#core/orders/passcodes.ts'
import { START, startCore } from '#test/support/core.ts'
import { readyVisit } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const DAY = 86_400_000
const THINGS = ['machine', 'accessory:1', 'accessory:2']

/** Ready, tried and not right; repaired again. */
const toDeliver = async (shop: ShopAtWork) => {
  const ready = await readyVisit(shop)
  const id = ready.ids[0] ?? ''
  await shop.clerk.value('handOver.failAcceptance', {
    id,
    words: '键盘失灵',
    nextContactBy: shop.clock.now + DAY,
    promiseType: 'other',
    promiseReason: '再修',
  })
  const back = await shop.order(id)
  await shop.finish(id)
  return { ...ready, id, back }
}

describe('failed acceptance', () => {
  it('CLS-4 goes back to work with a promise, and is delivered to the customer afterwards', async () => {
    const shop = await startWorkingShop()
    const { id, back, hash } = await toDeliver(shop)
    const repaired = await shop.order(id)
    await shop.clerk.value('handOver.deliver', {
      id,
      items: THINGS,
      taker: { by: 'customer' },
      signature: { on: 'pad', hash },
    })
    const home = await shop.order(id)
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id })
    expect([
      [back.state, back.outcome, back.returnBy, back.nextContactBy, back.t2, back.readyAt],
      repaired.label,
      [home.state, home.machinePlace],
      handOvers.map(({ way, takenBy, signedOn }) => [way, takenBy, signedOn]),
      (await shop.log(id)).filter((action) => /acceptance|delivered|handed/i.test(action)),
    ]).toEqual([
      ['repeatService', null, 'delivery', START + DAY, null, null],
      'toDeliver',
      ['pendingClose', 'withCustomer'],
      [['delivery', 'customer', 'pad']],
      ['order.acceptanceFailed', 'order.delivered'],
    ])
  })

  it('CLS-4 a promise in the past is refused, and nothing happened', async () => {
    const shop = await startWorkingShop()
    const { ids } = await readyVisit(shop)
    const id = ids[0] ?? ''
    expect(
      await shop.clerk.refusal('handOver.failAcceptance', { id, words: '不行', nextContactBy: START - DAY }),
    ).toEqual({ refusal: 'promiseInPast', field: 'nextContactBy' })
    expect((await shop.order(id)).state).toBe('readyForPickup')
  })

  it('CLS-3 a courier leaves waybill and proof of delivery; one alone is asked for', async () => {
    const shop = await startWorkingShop()
    const { id } = await toDeliver(shop)
    expect(await shop.clerk.refusal('handOver.deliver', { id, items: THINGS })).toMatchObject({
      refusal: 'fieldMissing',
      missing: ['signature'],
    })
    const courier = { waybill: 'SF1234567890', deliveryProof: '' }
    expect(await shop.clerk.badField('handOver.deliver', { id, items: THINGS, courier })).toBe(
      'courier.deliveryProof',
    )
    const proof = { ...courier, deliveryProof: '本人签收 11-23' }
    await shop.clerk.value('handOver.deliver', { id, items: THINGS, courier: proof })
    const { orders } = await shop.manager.value('review.queue', {})
    expect([orders[0]?.proofs, orders[0]?.missing]).toEqual([['waybill', 'deliveryProof'], []])
  })

  it('CLS-4 what is collected at the counter is not delivered', async () => {
    const shop = await startWorkingShop()
    const { ids } = await readyVisit(shop)
    const asked = { id: ids[0] ?? '', items: THINGS, courier: { waybill: 'SF1', deliveryProof: 'x' } }
    expect(await shop.clerk.refusal('handOver.deliver', asked)).toMatchObject({ refusal: 'notForDelivery' })
  })
})

describe('customers who change their mind', () => {
  it('CAN-6 the machine is handed back unrepaired, signed for, and the order closes, never cancelled', async () => {
    const shop = await startWorkingShop()
    const ready = await readyVisit(shop, 1, { ready: 0 })
    const id = ready.ids[0] ?? ''
    await shop.startWork(id)
    await shop.clerk.value('service.handBack', {
      id,
      reason: '客户不修了',
      faultCode: 'power',
      actualFault: '主板烧毁',
    })
    const waiting = await shop.order(id)
    await shop.clerk.value('handOver.handOver', ready.params([0]))
    await shop.manager.value('review.approveClose', { id })
    const closed = await shop.order(id)
    expect([waiting.state, waiting.outcome, closed.state, closed.outcome]).toEqual([
      'readyForPickup',
      'unrepaired',
      'closed',
      'unrepaired',
    ])
  })

  it('CAN-6 what headquarters cancelled ends as cancelled at the hand-over, and can be taken back', async () => {
    const shop = await startWorkingShop()
    const ready = await readyVisit(shop, 1, { ready: 0 })
    const id = ready.ids[0] ?? ''
    await shop.startWork(id)
    await shop.manager.value('cancel.byHeadquarters', { id, words: '客户打热线' })
    const dispatches = async () =>
      (await shop.clerk.value('dispatch.forOrder', { id })).dispatches.map(({ state }) => state)
    const waiting = await shop.order(id)
    const live = await dispatches()
    await shop.clerk.value('handOver.handOver', ready.params([0]))
    const over = await shop.order(id)
    const ended = await dispatches()
    await shop.clerk.value('handOver.undo', { id })
    const back = await shop.order(id)
    expect([live, ended, await dispatches()]).toEqual([['received'], ['finished'], ['received']])
    expect([waiting.state, over.state, { ...back, ver: 0, updatedAt: 0 }]).toEqual([
      'readyForPickup',
      'cancelled',
      { ...waiting, ver: 0, updatedAt: 0 },
    ])
  })
})

describe('unclaimed machines', () => {
  it('CLS-2 are listed after the term, the longest waiting first, with the notices of the ledger', async () => {
    const shop = await startWorkingShop()
    const first = await readyVisit(shop)
    shop.clock.now += DAY
    const second = await readyVisit(shop, 1, { customer: '李四' })
    await shop.clerk.value('contact.attempt', {
      id: first.ids[0] ?? '',
      channel: 'phone',
      outcome: 'noAnswer',
      words: '',
    })
    const list = async () =>
      (await shop.clerk.value('handOver.unclaimed', {})).orders.map((one) => [one.id, one.days, one.notices])
    shop.clock.now = START + 30 * DAY
    const onTheDay = await list()
    shop.clock.now += 1
    const dayAfter = await list()
    shop.clock.now += DAY
    expect([onTheDay, dayAfter, await list(), (await shop.order(first.ids[0] ?? '')).label]).toEqual([
      [],
      [[first.ids[0], 30, 1]],
      [
        [first.ids[0], 31, 1],
        [second.ids[0], 30, 0],
      ],
      'overduePickup',
    ])
  })

  it('CLS-2 are disposed of only where the shop turned it on, after three notices, with the file', async () => {
    const shop = await startWorkingShop()
    const { ids, hash } = await readyVisit(shop)
    const id = ids[0] ?? ''
    shop.clock.now += 31 * DAY
    const asked = { id, approval: '王店长', disposalFile: hash, words: '三次通知无人取' }
    const off = await shop.manager.refusal('handOver.disposeUnclaimed', asked)
    await shop.manager.value('shop.changeSettings', { disposeUnclaimed: true })
    const noNotices = await shop.manager.refusal('handOver.disposeUnclaimed', asked)
    for (let call = 0; call < 3; call += 1)
      await shop.clerk.value('contact.attempt', { id, channel: 'phone', outcome: 'noAnswer', words: '' })
    const noFile = { ...asked, disposalFile: 'f'.repeat(64) }
    expect([
      off.refusal,
      noNotices.refusal,
      (await shop.manager.refusal('handOver.disposeUnclaimed', noFile)).refusal,
      (await shop.clerk.refusal('handOver.disposeUnclaimed', asked)).refusal,
    ]).toEqual(['unclaimedTurnedOff', 'unclaimedTermRunning', 'photoMissing', 'notAllowed'])
    await shop.manager.value('handOver.disposeUnclaimed', asked)
    const { orders } = await shop.manager.value('review.queue', {})
    const order = await shop.order(id)
    expect([order.state, order.machinePlace, order.outcome, orders[0]?.proofs, orders[0]?.missing]).toEqual([
      'pendingClose',
      'disposed',
      'unclaimed',
      ['disposalFile', 'disposalApproval'],
      [],
    ])
  })
})

it('INT-3 a machine that was announced arrives: what came with it is written down and it waits for a technician', async () => {
  const shop = await startWorkingShop()
  const id = await shop.takeIn()
  await shop.core.drain()
  const db = openDriver(`${shop.dir}/counter.db`)
  db.prepare(`update work_order set state = 'accepted', machine_place = 'expected' where id = ?`).run(id)
  db.close()
  const again = await startCore(shop.dir)
  const clerk = again.connect(shop.clerk.token() ?? '')
  const given = {
    accessories: [{ name: '电源', count: 1 }],
    configuration: [{ kind: '内存', text: '8G', serial: 'M1' }],
    condition: '外壳完好',
  }
  const moved = await clerk.value('handOver.receiveDevice', { id, ...given })
  const order = await clerk.value('order.get', { id })
  expect([moved.state, order.machinePlace, order.accessories, order.configuration, order.condition]).toEqual([
    'pendingDispatch',
    'here',
    given.accessories,
    given.configuration,
    given.condition,
  ])
  expect(await clerk.refusal('handOver.receiveDevice', { id, ...given })).toMatchObject({
    refusal: 'notInThisState',
  })
})

it('INT-9 a passcode is erased 30 days after the pick-up, however late it is reviewed; not after an undone one', async () => {
  const shop = await startWorkingShop()
  const home = await readyVisit(shop, 1, { passcode: '1357' })
  const undone = await readyVisit(shop, 1, { passcode: '2468', customer: '李四' })
  await shop.clerk.value('handOver.handOver', home.params([0]))
  await shop.clerk.value('handOver.handOver', undone.params([0]))
  await shop.clerk.value('handOver.undo', { id: undone.ids[0] ?? '' })
  shop.clock.now += 29 * DAY
  await shop.manager.value('review.approveClose', { id: home.ids[0] ?? '' })
  await shop.core.drain()
  const db = openDriver(`${shop.dir}/counter.db`)
  const handle = createHandle(db)
  const erased = [0, 1, 1000 * DAY].map((later) =>
    erasePasscodes(handle, START + PASSCODE_KEPT_MS + later, (id) => lastHandOver(handle, id)?.at),
  )
  const left = db.prepare('select order_id from passcode').pluck().all()
  db.close()
  expect({ erased, left }).toEqual({ erased: [0, 1, 0], left: [undone.ids[0]] })
})
