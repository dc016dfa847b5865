// What every command promises, whatever it does: once, whole, durable, and by its person.
import { describe, expect, it } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import { startCore, startShop, signIn, visit, machine } from '#test/support/core.ts'

const phone = (serial: string) => machine({ device: { new: { category: '手机', serial } } })

describe('a command', () => {
  it('answers a repeated commandId with the first answer, also after a restart, and does nothing twice', async () => {
    const shop = await startShop()
    const first = await shop.manager.value('visit.create', visit(), 'c-1')
    expect(await shop.manager.value('visit.create', visit(), 'c-1')).toEqual(first)
    const again = await shop.restart()
    const manager = again.connect(shop.manager.token() ?? '')
    expect(await manager.value('visit.create', visit(), 'c-1')).toEqual(first)
    expect((await manager.value('order.list', { view: 'all' })).orders).toHaveLength(1)
  })

  it('refuses a commandId that was used for something else', async () => {
    const { manager } = await startShop()
    await manager.value('visit.create', visit(), 'c-1')
    const reply = await manager.ask('visit.create', visit({ machines: [phone('B2')] }), 'c-1')
    expect(reply).toEqual({
      ok: false,
      kind: 'refusal',
      refusal: { refusal: 'commandIdReused', commandId: 'c-1' },
    })
  })

  it('that is refused leaves nothing behind: no row, no number, no operation', async () => {
    const { manager, core, dir } = await startShop()
    const before = snapshot(dir)
    await manager.refusal('visit.create', visit({ customer: { new: { name: '张三', phones: ['12'] } } }))
    await core.drain()
    expect(snapshot(dir)).toEqual(before)
  })

  it('STF-5 carries its own person: two windows of one core act under their own names', async () => {
    const { manager, connect } = await startShop()
    await manager.value('staff.add', { staffNo: '1002', name: '小李', roles: ['clerk'], password: 'first-1' })
    const other = connect()
    await signIn(other, '1002', 'first-1')
    await other.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'my-own-77' })
    const [mine, theirs] = await Promise.all([
      manager.value('visit.create', visit()),
      other.value(
        'visit.create',
        visit({ customer: { new: { name: '李四', phones: [] } }, machines: [phone('C3')] }),
      ),
    ])
    const by = async (id = '') => [
      (await manager.value('order.get', { id })).createdBy,
      ...(await manager.value('order.log', { id })).log.map(({ who }) => who),
    ]
    expect(await by(mine.orders[0]?.id)).toEqual(['王店长', '王店长'])
    expect(await by(theirs.orders[0]?.id)).toEqual(['小李', '小李'])
  })

  it('tells every window what to read again, only after the commit', async () => {
    const { manager, connect } = await startShop()
    const other = connect()
    await manager.value('visit.create', visit())
    expect(other.events.flatMap((event) => (event.type === 'changed' ? event.tags : []))).toContain(
      'workOrder',
    )
  })
})

describe('without the right', () => {
  it('nothing but setting up is answered before there is a shop', async () => {
    const { connect } = await startCore()
    const nobody = connect()
    expect(await nobody.refusal('order.list', {})).toEqual({ refusal: 'notSetUp' })
    expect((await nobody.value('shop.get', {})).shop).toBe(null)
  })

  it('nobody signed in, a password still to be changed, a role that is missing: each says so', async () => {
    const { manager, connect } = await startShop()
    await manager.value('staff.add', { staffNo: '1002', name: '小李', roles: ['clerk'], password: 'first-1' })
    const other = connect()
    expect(await other.refusal('order.list', {})).toEqual({ refusal: 'notSignedIn' })
    await signIn(other, '1002', 'first-1')
    expect(await other.refusal('order.list', {})).toEqual({ refusal: 'passwordMustChange' })
    await other.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'my-own-77' })
    expect(
      await other.refusal('staff.add', { staffNo: '1003', name: '小王', roles: ['clerk'], password: 'x234' }),
    ).toEqual({
      refusal: 'notAllowed',
      needs: ['manager'],
    })
  })
})

/** Every table's row count, but for what reading and signing in changes. */
const snapshot = (dir: string): Record<string, number> => {
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  const tables = db
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not in ('opened', 'number_series')`,
    )
    .pluck()
    .all() as string[]
  const counts = Object.fromEntries(
    tables.map((name) => [name, db.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
  db.close()
  return counts
}
