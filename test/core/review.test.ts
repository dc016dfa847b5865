// The review closes an order, sends it back, or says what is missing; and what one person did alone is listed.
import { describe, expect, it } from 'vitest'
import { START } from '#test/support/core.ts'
import { readyVisit, withoutSlip } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

/** Handed over, signed, waiting for its review. */
const toReview = async (shop: ShopAtWork, customer = '张三') => {
  const ready = await readyVisit(shop, 1, { customer })
  await shop.clerk.value('handOver.handOver', ready.params([0]))
  return { ...ready, id: ready.ids[0] ?? '' }
}

/** Fewer than five people at work. */
const smallShop = async () => {
  const shop = await startWorkingShop()
  await shop.manager.value('staff.change', { id: shop.secondTechnician.staffId, active: false })
  return shop
}

describe('the review', () => {
  it('CLS-5 lists what waits, the longest waiting first, page by page, with proof and what is missing', async () => {
    const shop = await startWorkingShop()
    const ids = []
    for (const customer of ['张三', '李四', '王五']) {
      ids.push((await toReview(shop, customer)).id)
      shop.clock.now += 1000
    }
    const first = await shop.manager.value('review.queue', { limit: 2 })
    const second = await shop.manager.value('review.queue', { limit: 2, after: first.next ?? '' })
    expect([
      [...first.orders, ...second.orders].map((one) => one.id),
      second.next,
      { ...first.orders[0], number: '' },
    ]).toEqual([
      ids,
      null,
      {
        id: ids[0],
        number: '',
        ver: first.orders[0]?.ver,
        customerName: '张三',
        device: '笔记本 联想 T480',
        outcome: 'repaired',
        primary: '李卫国',
        stateSince: START,
        proofs: ['customerSignature'],
        missing: [],
        problem: null,
        ownWork: false,
      },
    ])
  })

  it('CLS-5 the manager closes for good; nobody else may, and a closed order has no way back', async () => {
    const shop = await startWorkingShop()
    const { id } = await toReview(shop)
    expect(await shop.clerk.refusal('review.approveClose', { id })).toMatchObject({ refusal: 'notAllowed' })
    shop.clock.now += 5000
    const moved = await shop.manager.value('review.approveClose', { id, remark: '没问题' })
    expect([
      moved.state,
      (await shop.log(id)).at(-1),
      (await shop.manager.value('review.queue', {})).orders,
    ]).toEqual(['closed', 'order.closed', []])
    const again = await shop.manager.refusal('review.sendBack', { id, reason: '再看看' })
    expect(again).toMatchObject({ refusal: 'orderIsFinal', wayOut: [{ entry: 'createComeback' }] })
  })

  it('CLS-5 closes nothing without the proof that the outcome demands', async () => {
    const shop = await startWorkingShop()
    const ready = await readyVisit(shop)
    const id = ready.ids[0] ?? ''
    const onPaper = ready.params([0], { signature: { on: 'paper', hash: null } })
    await shop.clerk.value('handOver.handOver', onPaper)
    expect(await shop.manager.refusal('review.approveClose', { id })).toMatchObject({
      refusal: 'proofMissing',
      missing: ['customerSignature'],
      wayOut: [{ task: 'attachProof' }, { command: 'sendBack' }],
    })
    await shop.clerk.value('handOver.attachPaper', { id, hash: ready.hash })
    expect((await shop.manager.value('review.approveClose', { id })).state).toBe('closed')
  })

  it('CLS-5 sends back with a reason: to settlement, to work only where the machine is', async () => {
    const shop = await startWorkingShop()
    const { id } = await toReview(shop)
    expect(await shop.manager.badField('review.sendBack', { id, reason: ' ' })).toBe('reason')
    expect(
      await shop.manager.refusal('review.sendBack', { id, reason: '没修好', to: 'repeatService' }),
    ).toMatchObject({ refusal: 'machineNotHere' })
    const back = await shop.manager.value('review.sendBack', { id, reason: '缺单据' })
    const settled = await shop.clerk.value('settlement.settle', { orders: [{ id }] })
    const closed = await shop.manager.value('review.approveClose', { id })
    expect([back.state, settled.orders[0]?.state, closed.state]).toEqual([
      'pendingSettlement',
      'pendingClose',
      'closed',
    ])
    expect(await shop.clerk.refusal('settlement.settle', { orders: [{ id }] })).toMatchObject({
      refusal: 'orderIsFinal',
    })
  })

  it('CLS-5 of two reviewers the second sees what the first did, and nothing is closed twice', async () => {
    const shop = await startWorkingShop()
    const { id } = await toReview(shop)
    const { ver } = await shop.order(id)
    await shop.manager.value('review.sendBack', { id, ver, reason: '缺单据' })
    expect(await shop.manager.refusal('review.approveClose', { id, ver })).toMatchObject({
      refusal: 'changedMeanwhile',
      by: '王店长',
      action: 'order.sentBack',
      state: 'pendingSettlement',
    })
  })
})

describe('one person, two duties', () => {
  /** The manager repairs it himself. */
  const ownRepair = async (shop: ShopAtWork) => {
    const ready = await readyVisit(shop, 1, { ready: 0 })
    const id = ready.ids[0] ?? ''
    await shop.print(id)
    await shop.manager.value('dispatch.assign', { orders: [{ id }], primary: shop.manager.staffId })
    await shop.manager.value('dispatch.receive', { id })
    await shop.manager.value('service.complete', {
      id,
      record: { faultCode: 'power', actualFault: '电源坏', action: '换电源', result: 'repaired', minutes: 5 },
    })
    await shop.clerk.value('handOver.handOver', ready.params([0]))
    return id
  }

  it('STF-2 who repaired does not review in a shop of five, whatever the setting says', async () => {
    const shop = await startWorkingShop()
    await shop.manager.value('shop.changeSettings', { combineDuties: true })
    const id = await ownRepair(shop)
    const { orders } = await shop.manager.value('review.queue', {})
    expect([orders[0]?.ownWork, orders[0]?.problem]).toEqual([true, 'samePerson'])
    expect(await shop.manager.refusal('review.approveClose', { id })).toMatchObject({ refusal: 'samePerson' })
  })

  it('STF-2 a smaller shop may by setting; the act is marked and listed to the owner', async () => {
    const shop = await smallShop()
    await shop.manager.value('shop.changeSettings', { combineDuties: false })
    const id = await ownRepair(shop)
    const off = await shop.manager.refusal('review.approveClose', { id })
    await shop.manager.value('shop.changeSettings', { combineDuties: true })
    await shop.manager.value('review.approveClose', { id })
    const other = await toReview(shop, '李四')
    await shop.manager.value('review.approveClose', { id: other.id })
    const { acts } = await shop.manager.value('review.soloActs', {})
    expect([off.refusal, acts.map(({ duty, orderId, who }) => [duty, orderId, who])]).toEqual([
      'samePerson',
      [['repairsAndReviews', id, '王店长']],
    ])
    expect(await shop.clerk.refusal('review.soloActs', {})).toMatchObject({ refusal: 'notAllowed' })
  })

  it('STF-2 alone at the counter with a lost slip: allowed by setting in a small shop, and listed', async () => {
    const shop = await smallShop()
    const ready = await readyVisit(shop)
    const alone = withoutSlip(ready.params([0]), {
      lostSlip: { identity: '身份证尾号 1234', secondPerson: shop.clerk.staffId, photo: ready.hash },
    })
    await shop.manager.value('shop.changeSettings', { combineDuties: false })
    expect(await shop.clerk.refusal('handOver.handOver', alone)).toEqual({
      refusal: 'samePersonTwice',
      field: 'lostSlip.secondPerson',
    })
    await shop.manager.value('shop.changeSettings', { combineDuties: true })
    await shop.clerk.value('handOver.handOver', alone)
    const { acts } = await shop.manager.value('review.soloActs', {})
    expect(acts.map(({ duty, orderId, who }) => [duty, orderId, who])).toEqual([
      ['handsOverWithoutSecond', ready.ids[0], '林晓燕'],
    ])
  })
})
