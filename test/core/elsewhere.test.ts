// Jobs that leave the house: to repair vendors and to other branches, and jobs that arrive (rules DSP-1, DSP-6,
// DSP-7, DSP-8, INT-1).
import { describe, expect, it } from 'vitest'
import { machine } from '#test/support/core.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const partner = { contact: '', phone: '', address: '', categories: [], usualDays: 5, remark: '' }
const addVendor = async ({ manager }: ShopAtWork, name = '华维板修') =>
  (await manager.value('directory.addPartner', { ...partner, name, repairVendor: true })).id
const branch = { phone: '', address: '', technicians: ['老周'] }

describe('a repair vendor', () => {
  it('DSP-7 gets the machine with its slip printed, until a day, and the counter lists what is overdue', async () => {
    const shop = await startWorkingShop()
    const { dispatcher, clerk, clock, takeIn, startWork, order, print } = shop
    const vendorId = await addVendor(shop)
    const id = await takeIn()
    await startWork(id)
    expect(await dispatcher.refusal('dispatch.toVendor', { id })).toEqual({
      refusal: 'noVendorPlanned',
      field: 'id',
    })
    await dispatcher.value('dispatch.planVendor', {
      id,
      vendorId,
      expectedReturn: '2026-11-25',
      costFen: 30_000,
    })
    expect(await dispatcher.refusal('dispatch.toVendor', { id })).toMatchObject({
      refusal: 'vendorSlipNotPrinted',
      wayOut: [{ task: 'printVendorSlip' }],
    })
    await dispatcher.value('print.pdf', { paper: 'vendorSlip', subjectId: id })
    await dispatcher.value('dispatch.toVendor', { id, waybill: 'SF123' })
    expect(await order(id)).toMatchObject({ state: 'atVendor', machinePlace: 'atVendor' })
    clock.now += 4 * 86_400_000
    const { jobs } = await clerk.value('dispatch.vendorJobs', {})
    expect(jobs.map(({ vendor, overdue, waybill }) => [vendor, overdue, waybill])).toEqual([
      ['华维板修', true, 'SF123'],
    ])
    const { number } = await order(id)
    const other = await takeIn({ machines: [machine({ device: OTHER })] })
    await print(other)
    const back = (scan: string) => ({ id, result: 'repaired' as const, costFen: 28_000, scan })
    expect(await clerk.refusal('dispatch.vendorReturn', back((await order(other)).number))).toEqual({
      refusal: 'scanOfAnother',
      field: 'scan',
      number: (await order(other)).number,
    })
    expect(await clerk.refusal('dispatch.vendorReturn', back('nonsense'))).toMatchObject({
      refusal: 'scanOfAnother',
      number: '',
    })
    await clerk.value('dispatch.vendorReturn', back(number))
    expect(await order(id)).toMatchObject({ state: 'inService', machinePlace: 'here', backBy: null })
    const { dispatches } = await clerk.value('dispatch.forOrder', { id })
    expect(dispatches.map(({ target, state, result, costFen }) => [target, state, result, costFen])).toEqual([
      ['own', 'received', null, null],
      ['vendor', 'returned', 'repaired', 28_000],
    ])
    expect((await clerk.value('dispatch.vendorJobs', {})).jobs).toEqual([])
  })

  it('DSP-7 must be a trading partner flagged so, and the return no day that is over', async () => {
    const shop = await startWorkingShop()
    const { manager, dispatcher, takeIn, print } = shop
    const supplier = await manager.value('directory.addPartner', {
      ...partner,
      name: '配件批发',
      repairVendor: false,
    })
    const vendorId = await addVendor(shop)
    const id = await takeIn()
    await print(id)
    const plan = { id, expectedReturn: '2026-11-25' }
    expect([
      await dispatcher.refusal('dispatch.planVendor', { ...plan, vendorId: supplier.id }),
      await dispatcher.refusal('dispatch.planVendor', { ...plan, vendorId, expectedReturn: '2026-11-21' }),
    ]).toEqual([
      { refusal: 'notAVendor', field: 'vendorId' },
      { refusal: 'returnInPast', field: 'expectedReturn' },
    ])
    expect(
      await dispatcher.badField('dispatch.planVendor', {
        ...plan,
        vendorId,
        expectedReturn: '+275760-09-13',
      }),
    ).toBe('expectedReturn')
  })

  it('DSP-7 a slip that named another vendor is printed anew', async () => {
    const shop = await startWorkingShop()
    const { dispatcher, takeIn, print } = shop
    const [first, second] = [await addVendor(shop), await addVendor(shop, '另一家')]
    const id = await takeIn()
    await print(id)
    const plan = { id, expectedReturn: '2026-11-25' }
    await dispatcher.value('dispatch.planVendor', { ...plan, vendorId: first })
    await dispatcher.value('print.pdf', { paper: 'vendorSlip', subjectId: id })
    await dispatcher.value('dispatch.planVendor', { ...plan, vendorId: second })
    expect(await dispatcher.refusal('dispatch.toVendor', { id })).toMatchObject({
      refusal: 'vendorSlipNotPrinted',
    })
  })
})

const OTHER = { new: { category: '手机', brand: '华为', model: 'P60', serial: 'HW-1' } }

describe('another branch', () => {
  it('DSP-8 gets jobs only where there is a service relation', async () => {
    const { manager, dispatcher, takeIn } = await startWorkingShop()
    const far = await manager.value('directory.addBranch', {
      ...branch,
      code: 'BJ01',
      name: '北京店',
      level: 'branch',
      serves: false,
    })
    const near = await manager.value('directory.addBranch', {
      ...branch,
      code: 'SZ02',
      name: '南山店',
      level: 'branch',
      serves: true,
    })
    const id = await takeIn()
    const { branches } = await dispatcher.value('dispatch.candidates', { id })
    expect(branches.map(({ code, technicians }) => [code, technicians])).toEqual([['SZ02', ['老周']]])
    expect(await dispatcher.refusal('dispatch.toBranch', { id, branchId: far.id })).toEqual({
      refusal: 'branchNotForUs',
      field: 'branchId',
      name: '北京店',
    })
    await manager.value('directory.changeBranch', { id: near.id, changes: { active: false } })
    expect(await dispatcher.refusal('dispatch.toBranch', { id, branchId: near.id })).toMatchObject({
      refusal: 'branchNotForUs',
    })
  })

  it('DSP-6 answers through the inbox: refused with a reason, then confirmed; each once', async () => {
    const { manager, dispatcher, takeIn, order } = await startWorkingShop()
    const near = await manager.value('directory.addBranch', {
      ...branch,
      code: 'SZ02',
      name: '南山店',
      level: 'branch',
      serves: true,
    })
    const id = await takeIn()
    const { number } = await order(id)
    const send = () => dispatcher.value('dispatch.toBranch', { id, branchId: near.id, technician: '老周' })
    await send()
    expect((await order(id)).state).toBe('pendingBranch')
    await manager.value('inbox.put', {
      sender: 'SZ02',
      message: { kind: 'branchRefused', number, reason: '没有配件' },
    })
    expect((await order(id)).state).toBe('pendingDispatch')
    await send()
    const message = { kind: 'branchConfirmed', number } as const
    const messageId = '0190f5fe-7c00-7a00-8000-0000000000e1'
    await manager.value('inbox.put', { id: messageId, sender: 'SZ02', message })
    expect((await order(id)).state).toBe('accepted')
    expect(await manager.refusal('inbox.put', { id: messageId, sender: 'SZ02', message })).toEqual({
      refusal: 'alreadyReceived',
      field: 'id',
    })
    const { dispatches } = await dispatcher.value('dispatch.forOrder', { id })
    expect(dispatches.map(({ branch: name, state, reason }) => [name, state, reason])).toEqual([
      ['南山店', 'refused', '没有配件'],
      ['南山店', 'received', null],
    ])
  })

  it.each([
    ['branch', false, 'pendingDispatch'],
    ['headquarters', false, 'refusalNotAllowed'],
    ['headquarters', true, 'pendingDispatch'],
  ] as const)(
    'DSP-6 WO-9 a job that came from a %s is refused by us with policy %s: %s',
    async (level, mayRefuseUpper, expected) => {
      const { manager, clerk, order } = await startWorkingShop()
      await manager.value('shop.changeSettings', { mayRefuseUpper })
      await manager.value('directory.addBranch', {
        ...branch,
        code: 'UP01',
        name: '上家',
        level,
        serves: true,
      })
      const { orderId } = await manager.value('inbox.put', {
        sender: 'UP01',
        message: {
          kind: 'dispatchArrived',
          customer: { name: '赵六', phones: ['13600136000'] },
          device: { category: '打印机', brand: '惠普', model: 'M128', serial: 'HP-1' },
          reportedFault: '卡纸',
          service: 'dropOff',
        },
      })
      const id = orderId ?? ''
      expect(await order(id)).toMatchObject({
        state: 'pendingBranch',
        origin: level === 'branch' ? 'branch' : 'hq',
      })
      const reply = await clerk.ask('dispatch.refuseBranch', { id, reason: '忙不过来' })
      const result = reply.ok
        ? (await order(id)).state
        : reply.kind === 'refusal'
          ? reply.refusal.refusal
          : reply.kind
      expect(result).toBe(expected)
      if (!reply.ok) {
        // It is confirmed first, and somebody else is asked for then.
        await clerk.value('dispatch.confirmBranch', { id })
        expect(await clerk.value('dispatch.requestReassign', { id, reason: '忙不过来' })).toMatchObject({
          state: 'accepted',
        })
      }
    },
  )

  it('DSP-6 refuses words from a unit that it does not know, and about an order that it does not have', async () => {
    const { manager } = await startWorkingShop()
    await manager.value('directory.addBranch', {
      ...branch,
      code: 'SZ02',
      name: '南山店',
      level: 'branch',
      serves: true,
    })
    const message = { kind: 'branchConfirmed', number: 'SZ01-261122-10003-5' } as const
    expect([
      await manager.refusal('inbox.put', { sender: 'XX99', message }),
      await manager.refusal('inbox.put', { sender: 'SZ02', message }),
    ]).toEqual([
      { refusal: 'unknownSender', field: 'sender' },
      { refusal: 'unknownNumber', field: 'message.number' },
    ])
  })
})
