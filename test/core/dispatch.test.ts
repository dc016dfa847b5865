// Giving jobs to own technicians: the picker, people on a dispatch, verbs (rules DSP-2 … DSP-5, DSP-11).
import { describe, expect, it } from 'vitest'
import { machine, visit } from '#test/support/core.ts'
import { RECORD, startWorkingShop } from '#test/support/shop-at-work.ts'

describe('the picker', () => {
  it('DSP-2 lists active technicians only, the best match first, with load and reason', async () => {
    const { manager, dispatcher, technician, secondTechnician, takeIn } = await startWorkingShop()
    await manager.value('staff.change', { id: secondTechnician.staffId, skills: ['笔记本', '联想'] })
    await manager.value('staff.change', { id: technician.staffId, skills: ['打印机'] })
    const gone = await manager.value('staff.add', {
      staffNo: '2009',
      name: '走了的师傅',
      roles: ['technician'],
      password: 'first-2009',
    })
    await manager.value('staff.change', { id: gone.id, active: false })
    const busy = await takeIn()
    await dispatcher.value('dispatch.assign', {
      orders: [{ id: busy }],
      primary: secondTechnician.staffId,
    })
    const order = await takeIn({ customer: { new: { name: '李四', phones: [] } }, machines: [OTHER] })
    const { technicians } = await dispatcher.value('dispatch.candidates', { id: order })
    expect(technicians.map(({ name, openOrders, reasons }) => [name, openOrders, reasons])).toEqual([
      ['罗永辉', 1, ['knowsCategory', 'knowsBrand']],
      ['王店长', 0, []],
      ['李卫国', 0, ['otherSkills']],
    ])
  })

  it('DSP-2 says who is not at work and who does not go to that part of town', async () => {
    const { manager, clerk, dispatcher, technician, clock } = await startWorkingShop()
    await manager.value('staff.change', {
      id: technician.staffId,
      areas: ['南山区'],
      // Sunday morning only: 2026-11-22 is a Sunday, 10:00 in the shop.
      hours: [{ days: [7], from: 0, until: 600 }],
    })
    const { orders } = await clerk.value(
      'visit.create',
      visit({
        customer: { new: { name: '张三', phones: [], address: '深圳市福田区' } },
        arrival: 'phone',
        machines: [machine({ service: 'onSite' })],
      }),
    )
    const reasons = async () =>
      (await dispatcher.value('dispatch.candidates', { id: orders[0]?.id ?? '' })).technicians.find(
        (one) => one.staffId === technician.staffId,
      )?.reasons
    expect(await reasons()).toEqual(['otherArea', 'notAtWork'])
    clock.now -= 60_000
    expect(await reasons()).toEqual(['otherArea'])
  })

  it('DSP-2 refuses a primary who is no active technician, by name, and nothing is half done', async () => {
    const { clerk, dispatcher, takeIn, order } = await startWorkingShop()
    const id = await takeIn()
    expect(await dispatcher.refusal('dispatch.assign', { orders: [{ id }], primary: clerk.staffId })).toEqual(
      { refusal: 'notATechnician', field: 'primary', name: '林晓燕' },
    )
    expect((await order(id)).state).toBe('pendingDispatch')
  })
})

const OTHER = machine({
  device: { new: { category: '笔记本', brand: '联想', model: 'X1', serial: 'PF-9' } },
})

describe('a dispatch', () => {
  it('DSP-3 has exactly one primary and any assistants; several may be open at once', async () => {
    const { dispatcher, technician, secondTechnician, manager, takeIn, startWork, order } =
      await startWorkingShop()
    const id = await takeIn()
    await startWork(id)
    expect(
      await dispatcher.refusal('dispatch.assign', {
        orders: [{ id }],
        primary: technician.staffId,
        assistants: [technician.staffId],
      }),
    ).toMatchObject({ refusal: 'primaryAlsoAssistant', missing: ['assistants'] })
    await dispatcher.value('dispatch.assign', {
      orders: [{ id }],
      primary: secondTechnician.staffId,
      assistants: [technician.staffId, manager.staffId],
    })
    const { dispatches } = await dispatcher.value('dispatch.forOrder', { id })
    expect(
      dispatches.map(({ state, primary, assistants }) => [
        state,
        primary?.name,
        assistants.map(({ name }) => name).toSorted(),
      ]),
    ).toEqual([
      ['received', '李卫国', []],
      ['received', '罗永辉', ['李卫国', '王店长'].toSorted()],
    ])
    expect(await order(id)).toMatchObject({ state: 'inService', primary: { name: '罗永辉' } })
  })

  it('DSP-4 is received, refused with a reason, revoked while nobody acted; each is a state and a line of the log', async () => {
    const { dispatcher, technician, takeIn, print, order, log } = await startWorkingShop()
    const id = await takeIn()
    await print(id)
    const assign = () =>
      dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
    await assign()
    expect(await technician.badField('dispatch.refuse', { id, reason: '  ' })).toBe('reason')
    await technician.value('dispatch.refuse', { id, reason: '不会修这种' })
    expect(await order(id)).toMatchObject({ state: 'pendingDispatch', primary: null })
    await assign()
    await dispatcher.value('dispatch.revoke', { id })
    await assign()
    await technician.value('dispatch.receive', { id })
    expect(await dispatcher.refusal('dispatch.revoke', { id })).toMatchObject({
      refusal: 'notInThisState',
      wayOut: expect.anything(),
    })
    const { dispatches } = await dispatcher.value('dispatch.forOrder', { id })
    expect(dispatches.map(({ state, reason }) => [state, reason])).toEqual([
      ['refused', '不会修这种'],
      ['revoked', null],
      ['received', null],
    ])
    expect((await log(id)).filter((action) => action.startsWith('order.'))).toEqual([
      'order.accepted',
      'order.paperPrinted',
      'order.dispatched',
      'order.refused',
      'order.dispatched',
      'order.dispatchRevoked',
      'order.dispatched',
      'order.received',
    ])
  })

  it('DSP-4 stays with its technician while somebody else is asked for; approved, it is to be dispatched anew', async () => {
    const { dispatcher, technician, takeIn, startWork, order } = await startWorkingShop()
    const id = await takeIn()
    await startWork(id)
    await technician.value('dispatch.requestReassign', { id, reason: '要换主板，没有设备' })
    expect(await order(id)).toMatchObject({ state: 'inService', reassignRequested: true })
    await dispatcher.value('dispatch.rejectReassign', { id, reason: '设备明天到' })
    expect(await dispatcher.refusal('dispatch.approveReassign', { id })).toMatchObject({
      refusal: 'noReassignRequest',
    })
    await technician.value('dispatch.requestReassign', { id, reason: '还是修不了' })
    await dispatcher.value('dispatch.approveReassign', { id })
    expect(await order(id)).toMatchObject({
      state: 'pendingDispatch',
      reassignRequested: false,
      primary: null,
    })
    const { dispatches, requests } = await dispatcher.value('dispatch.forOrder', { id })
    expect(dispatches.map(({ state }) => state)).toEqual(['reassigned'])
    expect(requests.map(({ reason, decision, decidedBy }) => [reason, decision, decidedBy])).toEqual([
      ['要换主板，没有设备', 'rejected', '何志强'],
      ['还是修不了', 'approved', '何志强'],
    ])
  })

  it('WO-3 has a state of its own: accepting it is not finishing the work', async () => {
    const { dispatcher, technician, takeIn, finish, order } = await startWorkingShop()
    const id = await takeIn()
    const seen: unknown[] = []
    const look = async () => {
      const { dispatches } = await dispatcher.value('dispatch.forOrder', { id })
      seen.push([dispatches[0]?.state, (await order(id)).state])
    }
    await dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
    await look()
    await technician.value('dispatch.receive', { id, printException: 'systemFailure' })
    await look()
    await finish(id)
    await look()
    expect(seen).toEqual([
      ['open', 'pendingReceive'],
      ['received', 'inService'],
      ['finished', 'readyForPickup'],
    ])
  })

  it('DSP-5 takes fifty orders at once, all or none', async () => {
    const { clerk, dispatcher, technician } = await startWorkingShop()
    const ids: string[] = []
    for (let i = 0; i < 5; i += 1) {
      const { orders } = await clerk.value(
        'visit.create',
        visit({
          customer: { new: { name: `客户${i}`, phones: [] } },
          machines: Array.from({ length: 10 }, (_, n) =>
            machine({
              device: { new: { category: '手机', brand: '华为', model: 'P60', serial: `S${i}-${n}` } },
            }),
          ),
        }),
      )
      ids.push(...orders.map(({ id }) => id))
    }
    const assign = (orders: string[]) => ({
      orders: orders.map((id) => ({ id })),
      primary: technician.staffId,
    })
    await dispatcher.value('dispatch.assign', assign([ids[49] as string]))
    expect(await dispatcher.refusal('dispatch.assign', assign(ids))).toMatchObject({
      refusal: 'notInThisState',
      state: 'pendingReceive',
      id: ids[49],
    })
    const waiting = async () =>
      (await clerk.value('order.list', { view: 'unfinished', state: 'pendingDispatch' })).orders.length
    expect(await waiting()).toBe(49)
    const { orders } = await dispatcher.value('dispatch.assign', assign(ids.slice(0, 49)))
    expect([orders.length, await waiting()]).toEqual([49, 0])
    expect(await dispatcher.badField('dispatch.assign', assign([...ids, ids[0] as string]))).toBe('orders')
  })

  it('DSP-11 queues a text for the technician, which waits without a network', async () => {
    const { manager, dispatcher, technician, takeIn } = await startWorkingShop()
    await manager.value('staff.change', { id: technician.staffId, phone: '13700137000' })
    const id = await takeIn()
    const { messages } = await dispatcher.value('dispatch.assign', {
      orders: [{ id }],
      primary: technician.staffId,
      message: true,
    })
    expect(messages).toBe(1)
    const queued = (await manager.value('contact.messages', {})).messages
    expect(queued.map(({ audience, phone, state, text }) => [audience, phone, state, text])).toEqual([
      ['technician', '13700137000', 'queued', expect.stringContaining('开不了机')],
    ])
  })

  it('STF-2 is received and finished by its own technician, or by the counter for him', async () => {
    const { clerk, dispatcher, technician, secondTechnician, takeIn, print, order } = await startWorkingShop()
    const id = await takeIn()
    await print(id)
    await dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
    expect(await secondTechnician.refusal('dispatch.receive', { id })).toMatchObject({
      refusal: 'notYourJob',
    })
    expect(await dispatcher.refusal('dispatch.receive', { id })).toEqual({
      refusal: 'notAllowed',
      needs: ['clerk', 'technician'],
    })
    await technician.value('dispatch.receive', { id })
    expect(await secondTechnician.refusal('service.complete', { id, record: RECORD })).toMatchObject({
      refusal: 'notYourJob',
    })
    await clerk.value('service.complete', { id, record: RECORD })
    expect((await order(id)).state).toBe('readyForPickup')
  })

  it('CLS-1 does not start unprinted, unless the system failure is on record', async () => {
    const { dispatcher, technician, takeIn, log } = await startWorkingShop()
    const id = await takeIn()
    await dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId })
    expect(await technician.refusal('dispatch.receive', { id })).toMatchObject({
      refusal: 'repairOrderNotPrinted',
      wayOut: [{ action: 'print' }, { field: 'printException' }],
    })
    await technician.value('dispatch.receive', { id, printException: 'systemFailure' })
    expect((await log(id)).at(-1)).toBe('order.received')
  })
})
