// A good fix is written down at review, and found again on a similar machine by those who may read it.
import { describe, expect, it } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import { machine } from '#test/support/core.ts'
import { readyVisit } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork, Worker } from '#test/support/shop-at-work.ts'

/** A repaired and handed over 联想 T480, waiting for its review. */
const toReview = async (shop: ShopAtWork, customer = '张三'): Promise<string> => {
  const ready = await readyVisit(shop, 1, { customer })
  await shop.clerk.value('handOver.handOver', ready.params([0]))
  return ready.ids[0] ?? ''
}

const WORDS = {
  title: 'T480 电源板烧毁',
  symptom: '按电源键无反应，充电灯不亮',
  fix: '更换电源板，先查充电口是否短路',
}
const write = (orderId: string, given: Partial<Params<'knowledge.publish'>> = {}) => ({
  orderId,
  ...WORDS,
  ...given,
})

/** Another machine comes in. */
const taken = (
  shop: ShopAtWork,
  model: string,
  reportedFault: string,
  category = '笔记本',
): Promise<string> =>
  shop.takeIn({
    machines: [
      machine({
        device: { new: { category, brand: '联想', model, serial: `${model}-${reportedFault}` } },
        reportedFault,
      }),
    ],
  })

const titlesFor = async (who: Worker, id: string): Promise<string[]> =>
  (await who.value('knowledge.forOrder', { id })).similar.map((one) => one.title)

describe('the knowledge base', () => {
  it('CLS-6 what is published at review is read by a technician on the next machine of the model', async () => {
    const shop = await startWorkingShop()
    const id = await toReview(shop)
    const made = await shop.manager.value('knowledge.publish', write(id))
    expect(made).toEqual({
      ...WORDS,
      id: made.id,
      orderId: id,
      number: (await shop.order(id)).number,
      category: '笔记本',
      brand: '联想',
      model: 'T480',
      faultCode: 'power',
      readers: [],
      publishedAt: shop.clock.now,
      publishedBy: '王店长',
      withdrawnAt: null,
    })
    const next = await taken(shop, 't480', '键盘失灵')
    expect([
      await shop.technician.value('knowledge.forOrder', { id: next }),
      await shop.technician.value('knowledge.forOrder', { id }),
      (await shop.log(id)).at(-1),
    ]).toEqual([
      { published: null, similar: [made] },
      { published: made, similar: [] },
      'knowledge.published',
    ])
  })

  it('CLS-6 the same model comes first, then the same fault; other categories and faults do not', async () => {
    const shop = await startWorkingShop()
    const same = await toReview(shop)
    await shop.manager.value('knowledge.publish', write(same))
    const other = await taken(shop, 'X1', '不开机')
    await shop.startWork(other)
    await shop.finish(other, { faultCode: 'display' })
    const { slipCode, orders } = await shop.clerk.value('handOver.panel', { orderId: other })
    const { hash } = await readyVisit(shop, 1, { customer: '李四', ready: 0 })
    await shop.clerk.value('handOver.handOver', {
      orders: orders.map((one) => ({ id: one.id, items: one.items.map(({ item }) => item) })),
      slip: slipCode,
      taker: { by: 'customer' },
      signature: { on: 'pad', hash },
    })
    shop.clock.now += 1000
    await shop.manager.value('knowledge.publish', write(other, { title: 'X1 屏线', symptom: '屏幕不亮' }))
    const both = await taken(shop, 'T480', '开机后屏幕不亮')
    const model = await taken(shop, 'X1', '键盘失灵')
    const none = await taken(shop, 'P50', '键盘失灵')
    const printer = await taken(shop, 'M7400', '屏幕不亮', '打印机')
    expect([
      await titlesFor(shop.technician, both),
      await titlesFor(shop.technician, model),
      await titlesFor(shop.technician, none),
      await titlesFor(shop.technician, printer),
    ]).toEqual([['T480 电源板烧毁', 'X1 屏线'], ['X1 屏线'], [], []])
    // Once the technician has found the power supply at fault, what was known of it fits whatever the model.
    await shop.startWork(none)
    await shop.finish(none, { faultCode: 'power' })
    expect(await titlesFor(shop.technician, none)).toEqual(['T480 电源板烧毁'])
  })

  it('CLS-6 who has none of the roles that may read it finds it nowhere, not even in the log', async () => {
    const shop = await startWorkingShop()
    const id = await toReview(shop)
    const made = await shop.manager.value(
      'knowledge.publish',
      write(id, { readers: ['technician', 'technician'] }),
    )
    const next = await taken(shop, 'T480', '不开机')
    const log = (await shop.clerk.value('order.log', { id })).log.at(-1)
    expect([
      made.readers,
      await titlesFor(shop.technician, next),
      await titlesFor(shop.manager, next),
      await shop.clerk.value('knowledge.forOrder', { id: next }),
      await shop.clerk.value('knowledge.forOrder', { id }),
      [log?.action, log?.changes, log?.remark],
    ]).toEqual([
      ['technician'],
      [WORDS.title],
      [WORDS.title],
      { published: null, similar: [] },
      { published: null, similar: [] },
      ['knowledge.published', null, null],
    ])
    expect([
      await shop.technician.refusal('knowledge.list', {}),
      await shop.technician.refusal('knowledge.publish', write(id)),
      await shop.clerk.refusal('knowledge.withdraw', { id: made.id }),
    ]).toEqual([
      { refusal: 'notAllowed', needs: ['manager'] },
      { refusal: 'notAllowed', needs: ['manager'] },
      { refusal: 'notAllowed', needs: ['manager'] },
    ])
  })

  it('CLS-6 nothing is published before the review; afterwards, closed, it still may be', async () => {
    const shop = await startWorkingShop()
    const working = await taken(shop, 'T480', '不开机')
    const { number } = await shop.order(working)
    expect(await shop.manager.refusal('knowledge.publish', write(working))).toEqual({
      refusal: 'publishTooEarly',
      field: 'orderId',
      number,
      state: 'pendingDispatch',
    })
    const id = await toReview(shop)
    await shop.manager.value('review.approveClose', { id })
    const made = await shop.manager.value('knowledge.publish', write(id))
    expect((await shop.manager.value('knowledge.list', { text: '充电口' })).articles).toEqual([made])
    expect(await shop.manager.badField('knowledge.publish', write(id, { fix: ' ' }))).toBe('fix')
  })

  it('CLS-6 published again the older version is withdrawn, and a withdrawn one is found by nobody', async () => {
    const shop = await startWorkingShop()
    const id = await toReview(shop)
    const first = await shop.manager.value('knowledge.publish', write(id))
    shop.clock.now += 1000
    const second = await shop.manager.value('knowledge.publish', write(id, { fix: '只换保险' }))
    const next = await taken(shop, 'T480', '不开机')
    const listed = await shop.manager.value('knowledge.list', { withdrawn: true })
    expect([
      (await shop.technician.value('knowledge.forOrder', { id: next })).similar,
      listed.articles,
      (await shop.manager.value('knowledge.list', {})).articles,
    ]).toEqual([[second], [second, { ...first, withdrawnAt: second.publishedAt }], [second]])
    shop.clock.now += 1000
    const gone = await shop.manager.value('knowledge.withdraw', { id: second.id })
    shop.clock.now += 1000
    expect([
      gone.withdrawnAt,
      await shop.manager.value('knowledge.withdraw', { id: second.id }),
      await titlesFor(shop.technician, next),
      (await shop.log(id)).slice(-3),
    ]).toEqual([
      shop.clock.now - 1000,
      gone,
      [],
      ['knowledge.published', 'knowledge.published', 'knowledge.withdrawn'],
    ])
    // The outbox says the same as the rows.
    const { checks } = await shop.manager.value('system.verify', {})
    expect(checks.filter((check) => !check.ok)).toEqual([])
  })

  it('lists page by page, the newest first, and takes signs of a search pattern as they stand', async () => {
    const shop = await startWorkingShop()
    const titles = ['电量 5% 关机', '一号', '二号']
    for (const [at, title] of titles.entries()) {
      const id = await toReview(shop, `客户${at}`)
      await shop.manager.value('knowledge.publish', write(id, { title }))
      shop.clock.now += 1000
    }
    const first = await shop.manager.value('knowledge.list', { limit: 2 })
    const second = await shop.manager.value('knowledge.list', { limit: 2, after: first.next ?? '' })
    const found = await shop.manager.value('knowledge.list', { text: '5%' })
    expect([
      [...first.articles, ...second.articles].map((one) => one.title),
      second.next,
      found.articles.map((one) => one.title),
    ]).toEqual([['二号', '一号', '电量 5% 关机'], null, ['电量 5% 关机']])
  })
})
