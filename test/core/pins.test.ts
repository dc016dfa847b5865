// PINs: the quick switch at a counter where the password was used lately, and nowhere else (rule STF-1).
import { describe, expect, it } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import { PASSWORD, signIn, startShop, visit } from '#test/support/core.ts'
import { hire } from '#test/support/hire.ts'

const PIN = '582946'
const DAY_MS = 86_400_000

/** A shop and 小李, a clerk with a PIN, who used the password on this counter just now. */
const shopWithPin = async () => {
  const shop = await startShop()
  const li = await hire(shop, { staffNo: '1002', name: '小李', roles: ['clerk'] })
  await li.value('session.setPin', { password: PASSWORD, pin: PIN })
  return { ...shop, li }
}
const withPin = { staffNo: '1002', pin: PIN }

describe('setting a PIN', () => {
  it('STF-1 the PINs that anybody would try first are refused, and so is a wrong password', async () => {
    const { li } = await shopWithPin()
    const set = (pin: string) => li.refusal('session.setPin', { password: PASSWORD, pin })
    expect([
      await set('1111'),
      await set('1234'),
      await set('4321'),
      await set('890123'),
      await set('1002'),
      await set('10029'),
      await li.refusal('session.setPin', { password: 'nope', pin: '7391' }),
    ]).toEqual([
      ...Array.from({ length: 6 }, () => ({ refusal: 'weakPin', field: 'pin' })),
      { refusal: 'wrongPassword', triesLeft: 4 },
    ])
    expect([
      await li.badField('session.setPin', { password: PASSWORD, pin: '739' }),
      await li.badField('session.setPin', { password: PASSWORD, pin: '73a1' }),
    ]).toEqual(['pin', 'pin'])
  })

  it('STF-1 it is kept as a salted hash, and taken away again leaves none', async () => {
    const { li, dir } = await shopWithPin()
    const kept = () => {
      const db = openDriver(`${dir}/counter.db`, { readonly: true })
      const row = db.prepare(`select pin_hash, pin_salt from staff where staff_no = '1002'`).get() as {
        pin_hash: Buffer | null
        pin_salt: Buffer | null
      }
      db.close()
      return [row.pin_hash?.length ?? 0, row.pin_salt?.length ?? 0]
    }
    expect(kept()).toEqual([32, 16])
    await li.value('session.setPin', { password: PASSWORD, pin: null })
    expect(kept()).toEqual([0, 0])
    expect(await li.refusal('session.loginWithPin', withPin)).toEqual({ refusal: 'passwordNeeded' })
  })

  it('STF-1 a first password is changed before anything else, a PIN included', async () => {
    const { manager, connect } = await startShop()
    await manager.value('staff.add', { staffNo: '1002', name: '小李', roles: ['clerk'], password: 'first-1' })
    const li = connect()
    await signIn(li, '1002', 'first-1')
    expect(await li.refusal('session.setPin', { password: 'first-1', pin: PIN })).toEqual({
      refusal: 'passwordMustChange',
    })
  })
})

describe('signing in with a PIN', () => {
  it('STF-1 a PIN works on the counter where the password was used, for thirty days, and the list says so', async () => {
    const { connect, clock, manager } = await shopWithPin()
    const here = connect()
    const there = connect(undefined, 'SZ01-2')
    const listed = async (connection: typeof here) =>
      (await connection.value('session.people', {})).people.map(({ name, pin }) => [name, pin])
    expect([await listed(here), await listed(there)]).toEqual([
      [
        ['王店长', false],
        ['小李', true],
      ],
      [
        ['王店长', false],
        ['小李', false],
      ],
    ])
    expect((await here.value('session.loginWithPin', withPin)).name).toBe('小李')
    expect([
      await there.refusal('session.loginWithPin', withPin),
      await manager.refusal('session.loginWithPin', { staffNo: '1001', pin: PIN }),
    ]).toEqual([{ refusal: 'passwordNeeded' }, { refusal: 'passwordNeeded' }])

    clock.now += 30 * DAY_MS - 1
    await here.value('session.loginWithPin', withPin)
    clock.now += 1
    expect([await here.refusal('session.loginWithPin', withPin), await listed(here)]).toEqual([
      { refusal: 'passwordNeeded' },
      [
        ['王店长', false],
        ['小李', false],
      ],
    ])
    await signIn(here, '1002')
    await here.value('session.loginWithPin', withPin)
  })

  it('STF-1 wrong PINs count with wrong passwords, durably and before they are looked at', async () => {
    const shop = await shopWithPin()
    const wrong = { staffNo: '1002', pin: '999000' }
    const door = shop.connect()
    expect([
      await door.refusal('session.loginWithPin', wrong),
      await door.refusal('session.login', { staffNo: '1002', password: 'nope' }),
    ]).toEqual([
      { refusal: 'wrongPassword', triesLeft: 4 },
      { refusal: 'wrongPassword', triesLeft: 3 },
    ])
    const again = await shop.restart()
    const after = again.connect()
    const answers = []
    for (let i = 0; i < 3; i += 1) answers.push(await after.refusal('session.loginWithPin', wrong))
    expect([...answers, await after.refusal('session.loginWithPin', withPin)]).toEqual([
      { refusal: 'wrongPassword', triesLeft: 2 },
      { refusal: 'wrongPassword', triesLeft: 1 },
      { refusal: 'locked', seconds: 60 },
      { refusal: 'locked', seconds: 60 },
    ])
    again.clock.now += 60_000
    expect((await after.value('session.loginWithPin', withPin)).staffNo).toBe('1002')
  })

  it('STF-1 resetting the password takes the PIN and the trust away; a new own password ends it elsewhere', async () => {
    const { manager, connect, li } = await shopWithPin()
    const there = connect(undefined, 'SZ01-2')
    await signIn(there, '1002')
    await there.value('session.loginWithPin', withPin)
    await li.value('session.changePassword', { oldPassword: PASSWORD, newPassword: 'another-77' })
    expect(await there.refusal('session.loginWithPin', withPin)).toEqual({ refusal: 'passwordNeeded' })
    await li.value('session.loginWithPin', withPin)

    await manager.value('staff.resetPassword', { id: li.staffId, password: 'again-1' })
    const reset = await manager.value('staff.list', {})
    expect(reset.people.map(({ staffNo, hasPin }) => [staffNo, hasPin])).toEqual([
      ['1001', false],
      ['1002', false],
    ])
    await signIn(there, '1002', 'again-1')
    expect(await there.refusal('session.loginWithPin', withPin)).toEqual({ refusal: 'passwordNeeded' })
  })

  it('STF-1 who left comes back by the password only', async () => {
    const { manager, connect, li } = await shopWithPin()
    await manager.value('staff.change', { id: li.staffId, active: false })
    const door = connect()
    expect(await door.refusal('session.loginWithPin', withPin)).toEqual({
      refusal: 'wrongPassword',
      triesLeft: 4,
    })
    await manager.value('staff.change', { id: li.staffId, active: true })
    expect(await door.refusal('session.loginWithPin', withPin)).toEqual({ refusal: 'passwordNeeded' })
  })

  it('STF-5 people who change by PIN on one connection, and beside it, each act in their own name', async () => {
    const shop = await shopWithPin()
    const counter = shop.connect()
    const order = (await shop.manager.value('visit.create', visit())).orders[0]?.id ?? ''
    await counter.value('session.loginWithPin', withPin)
    await counter.value('order.remark', { id: order, text: '小李写的' })
    await shop.manager.value('order.remark', { id: order, text: '店长写的' })
    await signIn(counter, '1001')
    await counter.value('order.remark', { id: order, text: '换成店长' })
    await counter.value('session.loginWithPin', withPin)
    await counter.value('order.remark', { id: order, text: '又是小李' })
    const { log } = await shop.manager.value('order.log', { id: order })
    expect(log.filter(({ remark }) => remark).map(({ who, remark }) => [who, remark])).toEqual([
      ['小李', '小李写的'],
      ['王店长', '店长写的'],
      ['王店长', '换成店长'],
      ['小李', '又是小李'],
    ])
  })
})

it('skills, areas, working hours and telephone are kept as given, and a wrong span is refused', async () => {
  const { manager, staffId } = await startShop()
  const given = {
    skills: ['笔记本', '联想'],
    areas: ['福田区'],
    hours: [{ days: [1, 2, 3, 4, 5], from: 540, until: 1080 }],
    phone: '138 0013 8000',
  }
  expect(await manager.value('staff.change', { id: staffId, ...given })).toMatchObject(given)
  const { people } = await manager.value('staff.list', {})
  expect(people[0]).toMatchObject(given)
  expect(
    await manager.badField('staff.change', {
      id: staffId,
      hours: [{ days: [1], from: 1080, until: 540 }],
    }),
  ).toBe('hours.0.until')
})
