// Corrections after saving, remarks, stars: what may be done to an order in any state.
import { describe, expect, it } from 'vitest'
import { openReader } from '#core/db/connection.ts'
import { createHandle } from '#core/db/handle.ts'
import { listOrders } from '#core/orders/repository-list.ts'
import { machine, signIn, startShop, visit } from '#test/support/core.ts'

const takenIn = async () => {
  const shop = await startShop()
  const { orders, customerId } = await shop.manager.value('visit.create', visit())
  return { ...shop, id: orders[0]?.id ?? '', customerId }
}

describe('correcting a saved order', () => {
  it('INT-15 an amendment keeps old and new in the log', async () => {
    const { manager, id } = await takenIn()
    const accessories = [{ name: '充电器', count: 1 }]
    expect(await manager.value('order.amend', { id, ver: 1, changes: { accessories } })).toEqual({ ver: 2 })
    const { log } = await manager.value('order.log', { id })
    expect(log.at(-1)).toMatchObject({
      action: 'order.amended',
      who: '王店长',
      changes: { accessories: [[], accessories] },
    })
  })

  it('INT-15 printed papers are outdated by an amendment, also of the customer, and fresh again once reprinted', async () => {
    const { manager, id, customerId } = await takenIn()
    await manager.value('print.pdf', { paper: 'repairOrder', subjectId: id })
    const outdated = async () => (await manager.value('order.get', { id })).papersOutdated
    expect(await outdated()).toBe(false)
    await manager.value('customer.change', { id: customerId, changes: { phones: ['13800138001'] } })
    expect(await outdated()).toBe(true)
    const { log } = await manager.value('order.log', { id })
    expect(log.at(-1)).toMatchObject({
      action: 'customer.changed',
      changes: { phones: [['138 0013 8000'], ['138 0013 8001']] },
    })
    await manager.value('print.pdf', { paper: 'repairOrder', subjectId: id })
    expect(await outdated()).toBe(false)
    const { ver } = await manager.value('order.get', { id })
    await manager.value('order.amend', { id, ver, changes: { condition: '屏幕有裂纹' } })
    expect(await outdated()).toBe(true)
  })

  it('INT-15 a correction changes what it names and nothing else', async () => {
    const { manager } = await startShop()
    const { customerId, orders } = await manager.value(
      'visit.create',
      visit({
        customer: {
          new: {
            name: '张三',
            company: '某公司',
            address: '华强北',
            remark: '老客户',
            phones: ['13800138000'],
          },
        },
        machines: [
          machine({
            device: {
              new: {
                category: '笔记本',
                brand: '联想',
                model: 'T480',
                serial: 'A1',
                purchaseDate: '2026-01-01',
                warrantyMonths: 24,
              },
            },
          }),
        ],
      }),
    )
    const deviceId = orders[0]?.deviceId ?? ''
    await manager.value('customer.change', { id: customerId, changes: { phones: ['13900139000'] } })
    const { name, company, address, remark } = await manager.value('customer.get', { id: customerId })
    expect({ name, company, address, remark }).toEqual({
      name: '张三',
      company: '某公司',
      address: '华强北',
      remark: '老客户',
    })
    const device = await manager.value('customer.changeDevice', { id: deviceId, changes: { model: 'T490' } })
    expect(device).toMatchObject({
      brand: '联想',
      model: 'T490',
      serial: 'A1',
      purchaseDate: '2026-01-01',
      warrantyMonths: 24,
    })
  })

  it('INT-15 of two people correcting at once the second sees who was first; nothing is overwritten', async () => {
    const { manager, id } = await takenIn()
    await manager.value('order.amend', { id, ver: 1, changes: { condition: '屏幕有划痕' } })
    expect(
      await manager.refusal('order.amend', { id, ver: 1, changes: { condition: '完好' } }),
    ).toMatchObject({
      refusal: 'changedMeanwhile',
      ver: 2,
      by: '王店长',
    })
    expect((await manager.value('order.get', { id })).condition).toBe('屏幕有划痕')
  })

  it('WO-2 the log tells who, when, where, what, and nobody can change it', async () => {
    const { manager, id, clock, core, dir } = await takenIn()
    const { log } = await manager.value('order.log', { id })
    expect(log).toEqual([
      {
        seq: 1,
        at: clock.now,
        who: '王店长',
        terminal: 'SZ01-1',
        action: 'order.accepted',
        changes: { state: [null, 'pendingDispatch'] },
        remark: null,
      },
    ])
    await core.drain()
    const { openDriver } = await import('#core/db/driver.ts')
    const db = openDriver(`${dir}/counter.db`)
    expect(() => db.exec(`update service_log set action = 'x'`)).toThrow('append-only')
    expect(() => db.exec('delete from service_log')).toThrow('append-only')
    db.close()
  })

  it('WO-4 a remark can be added and keeps its lines', async () => {
    const { manager, id } = await takenIn()
    await manager.value('order.remark', { id, text: '客户说\n周五前要' })
    const { log } = await manager.value('order.log', { id })
    expect(log.at(-1)).toMatchObject({ action: 'order.remark', remark: '客户说\n周五前要' })
  })

  it('WO-5 a star is one person’s own, importance is everybody’s, and both have their saved view', async () => {
    const { manager, id, connect } = await takenIn()
    await manager.value('staff.add', { staffNo: '1002', name: '小李', roles: ['clerk'], password: 'first-1' })
    const other = connect()
    await signIn(other, '1002', 'first-1')
    await other.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'my-own-77' })
    await other.value('order.star', { id, starred: true })
    await other.value('order.setImportant', { id, important: true })
    const inView = async (
      who: typeof manager,
      view: 'starred' | 'important' | 'mine' | 'unfinished' | 'waitingForResponse' | 'overdue',
    ) => (await who.value('order.list', { view })).orders.map((order) => order.id)
    expect(await inView(other, 'starred')).toEqual([id])
    expect(await inView(manager, 'starred')).toEqual([])
    expect(await inView(manager, 'important')).toEqual([id])
    expect(await inView(manager, 'mine')).toEqual([id])
    expect(await inView(other, 'mine')).toEqual([])
    expect(await inView(other, 'waitingForResponse')).toEqual([id])
    expect(await inView(other, 'overdue')).toEqual([])
    const { counts } = await other.value('order.counts', {})
    expect(counts).toEqual({
      all: 1,
      unfinished: 1,
      waitingForResponse: 1,
      starred: 1,
      important: 1,
      overdue: 0,
      mine: 0,
      today: 1,
    })
  })

  it('WO-8 lists go page by page over any span of time, each order once', async () => {
    const { manager, clock } = await startShop()
    for (let year = 0; year < 7; year += 1) {
      await manager.value('visit.create', {
        customer: { new: { name: `客户${year}`, phones: [] } },
        machines: [{ device: { new: { category: '手机', serial: `S${year}` } }, reportedFault: '碎屏' }],
      })
      clock.now += 365 * 86_400_000
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await manager.value('order.list', { view: 'all', limit: 3, after })
      seen.push(...page.orders.map((order) => order.customerName))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(['客户6', '客户5', '客户4', '客户3', '客户2', '客户1', '客户0'])
  })

  it('WO-8 a text is looked for a stretch at a time, and found however far back it stands', async () => {
    const { manager, clock, dir, core, staffId } = await startShop()
    for (const name of ['张远', '李近', '王近', '张近']) {
      await manager.value('visit.create', {
        customer: { new: { name, phones: [] } },
        machines: [{ device: { new: { category: '手机', serial: `S-${name}` } }, reportedFault: '碎屏' }],
      })
      clock.now += 1000
    }
    await core.drain()
    const driver = openReader(`${dir}/counter.db`)
    const db = createHandle(driver)
    const look = (after?: { createdAt: number; rowid: number }) =>
      listOrders(db, {
        view: 'all',
        text: '张',
        after,
        limit: 3,
        staffId,
        now: clock.now,
        startOfToday: 0,
        scanAtOnce: 2,
      })
    const near = look()
    expect(near.orders.map((order) => order.customer_name)).toEqual(['张近'])
    const far = look(near.stoppedAt)
    expect(far.orders.map((order) => order.customer_name)).toEqual(['张远'])
    expect(look(far.stoppedAt)).toEqual({ orders: [], stoppedAt: undefined })
    driver.close()
  })
})
