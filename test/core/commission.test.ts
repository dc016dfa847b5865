// Who earns what on a line of work (rule PRT-13).
import { describe, expect, it } from 'vitest'
import { CLEANING, REPLACING, changeWork } from '#test/support/catalogue-rows.ts'
import { SCREEN_LINE, WORK_LINE, startQuotingShop } from '#test/support/quotes.ts'
import type { QuotingShop } from '#test/support/quotes.ts'

/** With an assistant on the dispatch. */
const twoOnTheJob = async () => {
  const shop = await startQuotingShop()
  const id = await shop.takeIn()
  await shop.print(id)
  await shop.dispatcher.value('dispatch.assign', {
    orders: [{ id }],
    primary: shop.technician.staffId,
    assistants: [shop.secondTechnician.staffId],
  })
  await shop.technician.value('dispatch.receive', { id })
  return { ...shop, id }
}

const earned = async ({ manager }: QuotingShop, id: string) =>
  (await manager.value('quote.ofOrder', { id })).charges.map(({ text, technicians }) => [
    text,
    technicians.map((one) => [one.name, one.share, one.amountFen]),
  ])

describe('commission', () => {
  it('PRT-13 is split between primary and assistants in equal parts, and no fen is lost', async () => {
    const shop = await twoOnTheJob()
    await shop.finish(shop.id, {
      lines: [
        // 33.33 % of 100.00 = 33.33: one fen cannot be halved.
        { kind: 'labour', text: '更换屏幕', serviceItemId: REPLACING, minutes: 30 },
        { kind: 'labour', text: '清灰', serviceItemId: CLEANING, quantity: 1500, priceFen: 4000 },
        { kind: 'labour', text: '聊天' },
      ],
    })
    expect(await earned(shop, shop.id)).toEqual([
      [
        '更换屏幕',
        [
          ['李卫国', 5000, 1667],
          ['罗永辉', 5000, 1666],
        ],
      ],
      [
        '清灰',
        [
          ['李卫国', 5000, 750],
          ['罗永辉', 5000, 750],
        ],
      ],
      ['聊天', []],
    ])
  })

  it('PRT-13 each line may name its own technicians with their weights', async () => {
    const shop = await twoOnTheJob()
    const { id, technician, secondTechnician } = shop
    await shop.accept(id, await shop.quote(id))
    const { charges } = await shop.ofOrder(id)
    const lineId = charges.find(({ kind }) => kind === 'labour')?.id ?? ''
    await shop.finish(id, {
      lines: [
        {
          kind: 'labour',
          text: '清灰',
          serviceItemId: CLEANING,
          priceFen: 0,
          technicians: [{ staffId: secondTechnician.staffId }],
        },
      ],
      quoted: [
        {
          lineId,
          minutes: 40,
          technicians: [
            { staffId: technician.staffId, weight: 2 },
            { staffId: secondTechnician.staffId, weight: 1 },
          ],
        },
      ],
    })
    expect(await earned(shop, id)).toEqual([
      ['液晶屏 14 寸', []],
      [
        '更换屏幕',
        [
          ['李卫国', 6667, 2222],
          ['罗永辉', 3333, 1111],
        ],
      ],
      ['清灰', [['罗永辉', 10_000, 1000]]],
    ])
  })

  it('PRT-13 is fixed when the work is done: what the catalogue says later changes nothing', async () => {
    const shop = await twoOnTheJob()
    const { id, dir, technician, clerk, clock } = shop
    await shop.accept(id, await shop.quote(id))
    // Between quote and completion the rule may still change.
    changeWork(dir, REPLACING, { commission_value: 1000 })
    await shop.finish(id)
    changeWork(dir, REPLACING, { price_fen: 99_900, commission_value: 9000 })
    const first = await earned(shop, id)
    await technician.value('service.faultReturned', {
      id,
      nextContactBy: clock.now + 86_400_000,
      promiseType: 'other',
      promiseReason: '又花屏',
    })
    await shop.accept(id, await shop.quote(id, { lines: [SCREEN_LINE, WORK_LINE] }))
    await technician.value('service.complete', {
      id,
      record: {
        faultCode: 'display',
        actualFault: '排线松',
        action: '重新插拔',
        result: 'repaired',
        minutes: 5,
      },
    })
    expect([first, await earned(shop, id), (await clerk.value('quote.ofOrder', { id })).chargedFen]).toEqual([
      [
        ['液晶屏 14 寸', []],
        [
          '更换屏幕',
          [
            ['李卫国', 5000, 500],
            ['罗永辉', 5000, 500],
          ],
        ],
        ['更换电源板', []],
      ],
      first,
      78_000,
    ])
  })

  it('PRT-13 one sees what one earns oneself; what others earn only who may', async () => {
    const shop = await twoOnTheJob()
    await shop.finish(shop.id, { lines: [{ kind: 'labour', text: '清灰', serviceItemId: CLEANING }] })
    const seen = async (who: QuotingShop['clerk']) =>
      (await who.value('quote.ofOrder', { id: shop.id })).charges[0]?.technicians.map(
        ({ amountFen }) => amountFen,
      )
    expect([await seen(shop.manager), await seen(shop.technician), await seen(shop.clerk)]).toEqual([
      [500, 500],
      [500, null],
      [null, null],
    ])
  })

  it('PRT-13 a technician who is none, is named twice, or a line that is not there is refused', async () => {
    const { id, technician, clerk } = await twoOnTheJob()
    const record = (more: object) => ({
      id,
      record: {
        faultCode: 'power' as const,
        actualFault: '断电',
        action: '换线',
        result: 'repaired' as const,
        minutes: 5,
        ...more,
      },
    })
    const by = (...ids: string[]) =>
      record({ lines: [{ kind: 'labour', text: '换线', technicians: ids.map((staffId) => ({ staffId })) }] })
    expect([
      await technician.refusal('service.complete', by(clerk.staffId)),
      await technician.refusal('service.complete', by(technician.staffId, technician.staffId)),
      await technician.refusal('service.complete', record({ quoted: [{ lineId: id }] })),
      await technician.refusal(
        'service.complete',
        record({ lines: [{ kind: 'labour', text: '换线', serviceItemId: id }] }),
      ),
    ]).toEqual([
      { refusal: 'notATechnician', field: 'record.lines.0.technicians.0.staffId', name: '林晓燕' },
      { refusal: 'technicianTwice', field: 'record.lines.0.technicians.1.staffId', name: '李卫国' },
      { refusal: 'unknownLine', field: 'record.quoted.0.lineId' },
      { refusal: 'unknownItem', field: 'record.lines.0.serviceItemId' },
    ])
  })
})
