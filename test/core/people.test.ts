// Signing in, passwords, the list of people.
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { PASSWORD, START, signIn, startCore, startShop, visit } from '#test/support/core.ts'

describe('signing in', () => {
  it('STF-1 a first password must be changed, and never to the staff number', async () => {
    const { manager, connect } = await startShop()
    await manager.value('staff.add', {
      staffNo: '20260001',
      name: '小李',
      roles: ['clerk'],
      password: '20260001',
    })
    const other = connect()
    const { mustChangePassword } = await signIn(other, '20260001', '20260001')
    expect(mustChangePassword).toBe(true)
    const change = (newPassword: string) =>
      other.refusal('session.changePassword', { oldPassword: '20260001', newPassword })
    expect([
      await change('20260001'),
      await change('a20260001'),
      await change('short'),
      await change('11111111'),
    ]).toEqual([
      { refusal: 'weakPassword', field: 'newPassword', reason: 'same' },
      { refusal: 'weakPassword', field: 'newPassword', reason: 'isStaffNo' },
      { refusal: 'weakPassword', field: 'newPassword', reason: 'tooShort' },
      { refusal: 'weakPassword', field: 'newPassword', reason: 'tooSimple' },
    ])
    await other.value('session.changePassword', { oldPassword: '20260001', newPassword: 'kaoshang-88' })
    expect((await signIn(connect(), '20260001', 'kaoshang-88')).mustChangePassword).toBe(false)
  })

  it('STF-1 five wrong passwords pause for a minute that doubles, ten lock until a manager resets', async () => {
    const { manager, connect, clock } = await startShop()
    const person = await manager.value('staff.add', {
      staffNo: '1002',
      name: '小李',
      roles: ['clerk'],
      password: 'first-1',
    })
    const door = connect()
    const wrong = () => door.refusal('session.login', { staffNo: '1002', password: 'nope' })
    const answers = []
    for (let i = 0; i < 5; i += 1) answers.push(await wrong())
    expect(answers).toEqual([
      { refusal: 'wrongPassword', triesLeft: 4 },
      { refusal: 'wrongPassword', triesLeft: 3 },
      { refusal: 'wrongPassword', triesLeft: 2 },
      { refusal: 'wrongPassword', triesLeft: 1 },
      { refusal: 'locked', seconds: 60 },
    ])
    expect(await door.refusal('session.login', { staffNo: '1002', password: 'first-1' })).toEqual({
      refusal: 'locked',
      seconds: 60,
    })
    for (const seconds of [60, 120, 240, 480]) {
      clock.now += seconds * 1000
      await wrong()
    }
    clock.now += 960_000
    expect(await wrong()).toEqual({ refusal: 'lockedUntilReset' })
    clock.now += 86_400_000
    expect(await door.refusal('session.login', { staffNo: '1002', password: 'first-1' })).toEqual({
      refusal: 'lockedUntilReset',
    })
    await manager.value('staff.resetPassword', { id: person.id, password: 'again-1' })
    expect((await signIn(door, '1002', 'again-1')).mustChangePassword).toBe(true)
  })

  it('STF-1 a wrong try is counted durably before the password is looked at', async () => {
    const shop = await startShop()
    await shop.connect().refusal('session.login', { staffNo: '1001', password: 'nope' })
    const again = await shop.restart()
    expect(await again.connect().refusal('session.login', { staffNo: '1001', password: 'nope' })).toEqual({
      refusal: 'wrongPassword',
      triesLeft: 3,
    })
  })

  it('an unknown number answers like a wrong password', async () => {
    const { connect } = await startShop()
    expect(await connect().refusal('session.login', { staffNo: '9999', password: 'x' })).toEqual({
      refusal: 'wrongPassword',
      triesLeft: 4,
    })
  })

  it('a session comes back by its token after a restart, and not after signing out', async () => {
    const shop = await startShop()
    const token = shop.manager.token() ?? ''
    const again = await shop.restart()
    const window = again.connect(token)
    expect((await window.value('session.current', {})).person?.name).toBe('王店长')
    await window.value('session.logout', {})
    expect((await again.connect(token).value('session.current', {})).person).toBe(null)
  })
})

it('STF-1 a manager who forgot the password gets a new first one at the computer itself, and it is audited', async () => {
  const { core, dir } = await startShop()
  await core.drain()
  const { resetPasswordOffline } = await import('#core/staff/reset-offline.ts')
  const ask = { dataDir: dir, password: 'again-77', version: 'test', now: () => START }
  await expect(resetPasswordOffline({ ...ask, staffNo: '9' })).rejects.toThrow('nobody')
  expect(await resetPasswordOffline({ ...ask, staffNo: '1001' })).toBe('王店长')
  const again = await startCore(dir)
  expect((await signIn(again.connect(), '1001', 'again-77')).mustChangePassword).toBe(true)
  await again.core.drain()
  expect(checkFolder(dir, START).filter((check) => !check.ok)).toEqual([])
})

it('STF-2 an auditor looks at everything and changes nothing', async () => {
  const { manager, connect } = await startShop()
  await manager.value('staff.add', { staffNo: '9', name: '审计', roles: ['auditor'], password: 'first-1' })
  const auditor = connect()
  await signIn(auditor, '9', 'first-1')
  await auditor.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'shenji-77' })
  expect((await auditor.value('system.verify', {})).checks.every((check) => check.ok)).toBe(true)
  const { orders } = await manager.value('visit.create', visit())
  expect(await auditor.refusal('order.remark', { id: orders[0]?.id ?? '', text: 'x' })).toMatchObject({
    refusal: 'notAllowed',
  })
})

describe('the list of people', () => {
  it('STF-2 the last manager stays one, an auditor holds no other role, nobody drops their own rights', async () => {
    const { manager, staffId } = await startShop()
    expect(await manager.refusal('staff.change', { id: staffId, active: false })).toEqual({
      refusal: 'lastManager',
    })
    expect(await manager.refusal('staff.change', { id: staffId, roles: ['clerk'] })).toEqual({
      refusal: 'ownRoles',
    })
    expect(
      await manager.refusal('staff.add', {
        staffNo: '2',
        name: '审计',
        roles: ['auditor', 'clerk'],
        password: 'abcd1',
      }),
    ).toEqual({
      refusal: 'auditorAlone',
      field: 'roles',
    })
  })

  it('somebody who left is signed out at once and cannot come back', async () => {
    const { manager, connect } = await startShop()
    const person = await manager.value('staff.add', {
      staffNo: '1002',
      name: '小李',
      roles: ['clerk'],
      password: 'first-1',
    })
    const other = connect()
    await signIn(other, '1002', 'first-1')
    await manager.value('staff.change', { id: person.id, active: false })
    expect(other.events.at(-1)).toEqual({ type: 'changed', tags: ['staff'] })
    expect(other.events).toContainEqual({ type: 'signedOut', reason: 'deactivated' })
    expect(await other.refusal('order.list', {})).toEqual({ refusal: 'notSignedIn' })
    expect(await connect().refusal('session.login', { staffNo: '1002', password: 'first-1' })).toEqual({
      refusal: 'wrongPassword',
      triesLeft: 4,
    })
  })

  it('a staff number is one person’s', async () => {
    const { manager } = await startShop()
    expect(
      await manager.refusal('staff.add', {
        staffNo: '1001',
        name: '别人',
        roles: ['clerk'],
        password: PASSWORD,
      }),
    ).toEqual({
      refusal: 'staffNoTaken',
      field: 'staffNo',
      name: '王店长',
    })
  })
})
