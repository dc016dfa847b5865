// The work and its record (rules SRV-1, SRV-2, SRV-4, DSP-9, DSP-10, WO-4, WO-5, WO-7, INT-8, INT-12).
import { describe, expect, it } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import { START, machine, visit } from '#test/support/core.ts'
import { RECORD, startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A printer at the customer's place, with the technician on his way. */
const onSiteJob = async ({ clerk, dispatcher, technician, print }: ShopAtWork) => {
  const { orders } = await clerk.value(
    'visit.create',
    visit({ arrival: 'phone', notADuplicate: true, machines: [machine({ service: 'onSite' })] }),
  )
  const id = orders[0]?.id ?? ''
  await print(id)
  await clerk.value('contact.appoint', { id, appointmentAt: START + HOUR })
  await dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
  await technician.value('dispatch.receive', { id })
  return id
}

describe('the service record', () => {
  it('SRV-1 is needed to report completion: coded fault, words, action, outcome, hours', async () => {
    const { technician, takeIn, startWork, order } = await startWorkingShop()
    const id = await takeIn()
    await startWork(id)
    const report = (record: object) => ({ id, record: { ...RECORD, ...record } }) as never
    expect([
      await technician.badField('service.complete', { id }),
      await technician.badField('service.complete', report({ faultCode: 'whatever' })),
      await technician.badField('service.complete', report({ actualFault: ' ' })),
      await technician.badField('service.complete', report({ action: '' })),
      await technician.badField('service.complete', report({ result: 'fine' })),
    ]).toEqual(['record', 'record.faultCode', 'record.actualFault', 'record.action', 'record.result'])
    expect(await technician.refusal('service.complete', report({ minutes: null }))).toEqual({
      refusal: 'hoursMissing',
      field: 'record.minutes',
    })
    await technician.value('service.complete', report({ result: 'noFault' }))
    expect(await order(id)).toMatchObject({ state: 'readyForPickup', outcome: 'noFault' })
    const { records } = await technician.value('service.records', { id })
    expect(records).toMatchObject([
      { faultCode: 'power', actualFault: '电源板烧毁', action: '更换电源板', result: 'noFault', minutes: 45 },
    ])
  })

  it('SRV-1 one dispatch ends in one record, also when the machine goes back unrepaired', async () => {
    const { clerk, takeIn, startWork } = await startWorkingShop()
    const id = await takeIn()
    await startWork(id)
    await clerk.value('service.handBack', { id, reason: '客户不修了' })
    const [{ dispatches }, { records }] = [
      await clerk.value('dispatch.forOrder', { id }),
      await clerk.value('service.records', { id }),
    ]
    expect(dispatches.map(({ state }) => state)).toEqual(['finished'])
    expect(records.map(({ dispatchId, result }) => [dispatchId, result])).toEqual([
      [dispatches[0]?.id, 'unrepaired'],
    ])
  })

  it.each([
    ['outOfWarranty', 'customer'],
    ['inWarranty', 'maker'],
    ['contract', 'contract'],
  ] as const)('SRV-2 a line of an order that is %s is proposed to be paid by the %s', async (kind, payer) => {
    const { technician, takeIn, startWork, finish } = await startWorkingShop()
    const id = await takeIn({ machines: [machine({ charge: { kind, reason: '店长同意' } })] })
    await startWork(id)
    await finish(id, {
      lines: [
        { kind: 'labour', text: '检测' },
        { kind: 'part', text: '电源板', payer: 'ourselves' },
      ],
    })
    const { records } = await technician.value('service.records', { id })
    expect(records[0]?.lines.map((line) => [line.text, line.payer])).toEqual([
      ['检测', payer],
      ['电源板', 'ourselves'],
    ])
  })

  it('SRV-4 every line carries its warranty, the shop’s by its kind, and the longest holds', async () => {
    const { manager, technician, clock, takeIn, startWork, finish } = await startWorkingShop()
    await manager.value('shop.changeSettings', { labourWarrantyDays: 15, partWarrantyDays: 60 })
    const id = await takeIn()
    await startWork(id)
    await finish(id, {
      lines: [
        { kind: 'labour', text: '检测' },
        { kind: 'part', text: '电源板' },
        { kind: 'other', text: '快递', warrantyDays: 0 },
      ],
    })
    const { records, warrantyUntil } = await technician.value('service.records', { id })
    expect([records[0]?.lines.map((line) => line.warrantyDays), warrantyUntil]).toEqual([
      [15, 60, 0],
      clock.now + 60 * DAY,
    ])
  })

  it('DSP-9 on site the duration is finish minus arrival: negative is refused, over a day needs a reason', async () => {
    const shop = await startWorkingShop()
    const { technician, clock, order } = shop
    const id = await onSiteJob(shop)
    clock.now = START + 60 * HOUR
    const report = (times: Partial<Params<'service.complete'>['record']>) => ({
      id,
      record: { ...RECORD, minutes: 5, ...times },
    })
    const at = { arrivedAt: START + 2 * HOUR, finishedAt: START + 3 * HOUR }
    const tooLong = { arrivedAt: START, finishedAt: START + 25 * HOUR }
    expect([
      await technician.refusal('service.complete', report({})),
      await technician.refusal('service.complete', report({ arrivedAt: at.arrivedAt })),
      await technician.refusal(
        'service.complete',
        report({ arrivedAt: at.finishedAt, finishedAt: at.arrivedAt }),
      ),
      await technician.refusal('service.complete', report({ ...at, finishedAt: START + 61 * HOUR })),
      await technician.refusal('service.complete', report(tooLong)),
    ]).toEqual([
      { refusal: 'timesMissing', field: 'record.arrivedAt' },
      { refusal: 'timesMissing', field: 'record.finishedAt' },
      { refusal: 'finishBeforeArrival', field: 'record.finishedAt' },
      { refusal: 'timeInFuture', field: 'record.finishedAt' },
      { refusal: 'longVisitWithoutReason', field: 'record.longReason', hours: 25 },
    ])
    expect(await technician.badField('service.complete', report({ arrivedAt: 8_640_000_000_000_000 }))).toBe(
      'record.arrivedAt',
    )
    await technician.value('service.complete', report({ ...tooLong, longReason: '通宵抢修' }))
    const { records } = await technician.value('service.records', { id })
    expect([records[0]?.minutes, (await order(id)).state]).toEqual([25 * 60, 'pendingClose'])
  })

  it('DSP-10 the counter reports for the technician, with serials and photos; it is on record who did what', async () => {
    const { clerk, dispatcher, technician, takeIn, print, order } = await startWorkingShop()
    const id = await takeIn()
    await print(id)
    await dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
    expect(
      await clerk.refusal('service.complete', {
        id,
        record: { ...RECORD, photos: ['0'.repeat(64)] },
      }),
    ).toMatchObject({ refusal: 'photoMissing', field: 'record.photos.0' })
    await clerk.value('service.complete', { id, record: { ...RECORD, serials: ['SN-NEW-1'] } })
    const { records } = await clerk.value('service.records', { id })
    expect(
      records.map(({ doneBy, reportedBy, onBehalf, serials }) => [doneBy, reportedBy, onBehalf, serials]),
    ).toEqual([['李卫国', '林晓燕', true, ['SN-NEW-1']]])
    expect((await order(id)).state).toBe('readyForPickup')
  })
})

describe('what stops the work', () => {
  it('WO-7 suspending needs a reason; resuming leads back to where the work stood', async () => {
    const { clerk, technician, takeIn, startWork, order } = await startWorkingShop()
    const id = await takeIn()
    await startWork(id)
    await technician.value('service.notFixed', { id, nextContactBy: START + DAY })
    expect(await clerk.badField('service.suspend', { id, reason: '' })).toBe('reason')
    await clerk.value('service.suspend', { id, reason: '客户出差' })
    expect(await order(id)).toMatchObject({ state: 'suspended', suspendReason: '客户出差' })
    await clerk.value('service.resume', { id })
    expect(await order(id)).toMatchObject({ state: 'repeatService', suspendReason: '' })
  })

  it('WO-4 a remark can be added in any state, a closed one too', async () => {
    const { manager, clerk, takeIn, log } = await startWorkingShop()
    const id = await takeIn()
    const other = await takeIn({
      machines: [
        machine({ device: { new: { category: '手机', brand: '华为', model: 'P60', serial: 'HW-1' } } }),
      ],
    })
    await manager.value('cancel.cancel', {
      id,
      cancelReason: 'entryMistake',
      words: '录重了',
      machineBelongsTo: (await manager.value('order.get', { id: other })).number,
    })
    await clerk.value('order.remark', { id, text: '客户又来电话' })
    expect((await log(id)).slice(-2)).toEqual(['order.cancelled', 'order.remark'])
  })

  it('SRV-5 the ready-made text is filled in, copied, and counts as an attempt', async () => {
    const { clerk, manager, takeIn } = await startWorkingShop()
    const id = await takeIn()
    const { text, phone } = await clerk.value('contact.texts', { id, occasion: 'ready' })
    expect([text.includes('张三'), text.includes('{'), phone]).toEqual([true, false, '138 0013 8000'])
    await manager.value('shop.changeSettings', { textReady: '{customer}，{device}好了，{nothing}' })
    expect((await clerk.value('contact.texts', { id, occasion: 'ready' })).text).toBe(
      '张三，联想 ThinkPad T480好了，{nothing}',
    )
    await clerk.value('contact.copied', { id, occasion: 'ready', text })
    const { attempts } = await clerk.value('contact.ofOrder', { id })
    expect(attempts.map(({ channel, outcome, words }) => [channel, outcome, words])).toEqual([
      ['wechat', 'textSent', text],
    ])
  })

  it('CLK-11 an urge is recorded with words and counted, also one from headquarters', async () => {
    const { clerk, takeIn, order } = await startWorkingShop()
    const id = await takeIn()
    expect(await clerk.badField('contact.urge', { id, words: '' })).toBe('words')
    await clerk.value('contact.urge', { id, words: '今天要用' })
    await clerk.value('contact.urge', { id, source: 'headquarters', words: '催上门单 88' })
    expect((await order(id)).urges).toBe(2)
    const { urges } = await clerk.value('contact.ofOrder', { id })
    expect(urges.map(({ source, words }) => [source, words])).toEqual([
      ['headquarters', '催上门单 88'],
      ['customer', '今天要用'],
    ])
  })

  it('CLK-3 a machine that is kept has no visit or pick-up time, only the next call; CLK-4 the second one needs type and reason', async () => {
    const { clerk, takeIn, startWork, order } = await startWorkingShop()
    const id = await takeIn()
    await startWork(id)
    expect(await clerk.refusal('contact.appoint', { id, appointmentAt: START + DAY })).toMatchObject({
      refusal: 'promiseBeforeReady',
    })
    await clerk.value('contact.appoint', { id, nextContactBy: START + DAY })
    expect(await clerk.refusal('contact.appoint', { id, nextContactBy: START + 2 * DAY })).toMatchObject({
      refusal: 'fieldMissing',
      missing: ['promiseType', 'reason'],
    })
    expect(
      await clerk.refusal('contact.appoint', {
        id,
        nextContactBy: START - DAY,
        promiseType: 'other',
        promiseReason: '忙',
      }),
    ).toEqual({ refusal: 'promiseInPast', field: 'nextContactBy' })
    await clerk.value('contact.appoint', {
      id,
      nextContactBy: START + 2 * DAY,
      promiseType: 'customer',
      promiseReason: '客户后天才有空',
    })
    expect((await order(id)).nextContactBy).toBe(START + 2 * DAY)
    const { appointments } = await clerk.value('contact.ofOrder', { id })
    expect(appointments.map(({ kind, type, reason }) => [kind, type, reason])).toEqual([
      ['nextContact', 'customer', '客户后天才有空'],
      ['nextContact', null, null],
    ])
  })
})

describe('several machines of one customer', () => {
  it('INT-8 at most one on-site order a day; the others are brought', async () => {
    const { clerk } = await startWorkingShop()
    const onSite = (serial: string) =>
      machine({
        service: 'onSite',
        device: { new: { category: '打印机', brand: '惠普', model: 'M1', serial } },
      })
    const dropOff = machine({
      device: { new: { category: '打印机', brand: '惠普', model: 'M1', serial: 'C' } },
    })
    const ask = visit({ arrival: 'phone', machines: [onSite('A'), onSite('B')] })
    expect(await clerk.refusal('visit.create', ask)).toEqual({
      refusal: 'oneOnSite',
      field: 'machines.1.service',
      number: '',
    })
    const { orders, customerId } = await clerk.value('visit.create', {
      ...ask,
      machines: [onSite('A'), dropOff],
    })
    expect(
      await clerk.refusal('visit.create', {
        ...ask,
        customer: { existing: customerId },
        machines: [onSite('B')],
      }),
    ).toEqual({ refusal: 'oneOnSite', field: 'machines.0.service', number: orders[0]?.number })
    expect(
      await clerk.refusal('service.changeService', { id: orders[1]?.id ?? '', service: 'onSite' }),
    ).toEqual({ refusal: 'oneOnSite', field: 'service', number: orders[0]?.number })
    expect(
      await clerk.refusal('visit.create', visit({ machines: [onSite('D')], notADuplicate: true })),
    ).toEqual({ refusal: 'onSiteByPhoneOnly', field: 'machines.0.service' })
  })

  it('SRV-3 where headquarters keeps visits on site to itself, none is taken in here and none is made of a drop-off', async () => {
    const { manager, clerk, takeIn } = await startWorkingShop()
    const ask = visit({
      arrival: 'phone',
      notADuplicate: true,
      machines: [
        machine({
          service: 'onSite',
          device: { new: { category: '打印机', brand: '惠普', model: 'M1', serial: 'E' } },
        }),
      ],
    })
    const id = await takeIn()
    await manager.value('shop.changeSettings', { onSiteHere: false })
    const refused = [
      await clerk.refusal('visit.create', ask),
      await clerk.refusal('service.changeService', { id, service: 'onSite' }),
    ]
    await manager.value('shop.changeSettings', { onSiteHere: true })
    expect({ refused, orders: (await clerk.value('visit.create', ask)).orders.length }).toEqual({
      refused: [
        { refusal: 'onSiteNotHere', field: 'machines.0.service' },
        { refusal: 'onSiteNotHere', field: 'service' },
      ],
      orders: 1,
    })
  })

  it('INT-8 at five machines with the same fault the clerk is told, and it is on record for headquarters', async () => {
    const { clerk } = await startWorkingShop()
    const of = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        machine({
          reportedFault: n % 2 === 0 ? '无法开机，红灯亮' : '无法开机, 红灯亮。',
          device: { new: { category: '显示器', brand: '戴尔', model: 'U27', serial: `D${count}-${n}` } },
        }),
      )
    const take = async (count: number) =>
      (await clerk.value('visit.create', visit({ notADuplicate: true, machines: of(count) }))).batchProblem
    expect([await take(4), await take(5)]).toEqual([null, { fault: '无法开机，红灯亮', machines: 5 }])
  })
})
