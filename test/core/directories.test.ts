// Branches, trading partners and model warnings: kept, corrected, never deleted.
import { expect, it } from 'vitest'
import { startShop } from '#test/support/core.ts'

const BRANCH = {
  code: 'GZ02',
  name: '广州站',
  level: 'mainStation' as const,
  phone: '020-83001234',
  address: '天河路 1 号',
  serves: true,
  technicians: ['老陈', '小周'],
}
const PARTNER = {
  name: '天河芯片维修',
  contact: '陈工',
  phone: '13900139000',
  address: '天河路 2 号',
  repairVendor: true,
  categories: ['手机', '平板'],
  usualDays: 5,
  remark: '只收周三',
}

it('DSP-8 a branch is known by its code, with its level, whether it serves us, and its technicians', async () => {
  const { manager, clock } = await startShop()
  const branch = await manager.value('directory.addBranch', BRANCH)
  expect(branch).toEqual({ ...BRANCH, id: branch.id, active: true, createdAt: clock.now })
  expect([
    await manager.refusal('directory.addBranch', { ...BRANCH, name: '另一家' }),
    await manager.refusal('directory.addBranch', { ...BRANCH, code: 'sz01' }),
    await manager.refusal('directory.changeBranch', {
      id: '0190f5fe-7c00-7a00-8000-000000000000',
      changes: { serves: false },
    }),
  ]).toEqual([
    { refusal: 'branchCodeTaken', field: 'code', name: '广州站' },
    { refusal: 'ownBranchCode', field: 'code' },
    { refusal: 'unknownEntry', field: 'id' },
  ])
  const other = await manager.value('directory.addBranch', { ...BRANCH, code: 'AA01', name: '深圳仓' })
  const gone = await manager.value('directory.changeBranch', {
    id: other.id,
    changes: { serves: false, active: false },
  })
  expect(await manager.value('directory.branches', {})).toEqual({
    branches: [branch, { ...other, serves: false, active: false }],
  })
  expect(gone).toEqual({ ...other, serves: false, active: false })
})

it('DSP-7 a repair vendor is a trading partner with that flag, what it repairs and how long it takes', async () => {
  const { manager, clock } = await startShop()
  const partner = await manager.value('directory.addPartner', PARTNER)
  expect(partner).toEqual({ ...PARTNER, id: partner.id, active: true, createdAt: clock.now })
  expect(await manager.refusal('directory.addPartner', PARTNER)).toEqual({
    refusal: 'partnerNameTaken',
    field: 'name',
    name: PARTNER.name,
  })
  const change = (changes: object) => manager.ask('directory.changePartner', { id: partner.id, changes })
  await change({ active: false })
  // Out of use, its name is free; back in use it is not.
  const second = await manager.value('directory.addPartner', { ...PARTNER, repairVendor: false })
  expect(await change({ active: true })).toMatchObject({
    refusal: { refusal: 'partnerNameTaken', field: 'changes.name' },
  })
  await change({ active: true, name: '老店', usualDays: null, categories: [] })
  const { partners } = await manager.value('directory.partners', {})
  expect(partners).toEqual([second, { ...partner, name: '老店', usualDays: null, categories: [] }])
  expect((await manager.value('system.verify', {})).checks.filter((check) => !check.ok)).toEqual([])
})

it('INT-13 a warning is found by brand and model whatever the letters, and by the whole brand', async () => {
  const { manager } = await startShop()
  const add = (brand: string, model: string, text: string) =>
    manager.value('directory.addWarning', { brand, model, text })
  const hinge = await add('联想', 'ThinkPad T480', '屏轴易断，先拍照')
  const brandWide = await add('联想', '', '要问有没有 BIOS 密码')
  await add('华为', 'P60', '后盖易碎')
  const textsFor = async (brand: string, model: string) =>
    (await manager.value('directory.warningsFor', { brand, model })).warnings.map(({ text }) => text)
  expect([
    await textsFor('联想', 'thinkpad t480'),
    await textsFor(' 联想 ', 'ＴｈｉｎｋＰａｄＴ４８０'),
    await textsFor('联想', 'X1'),
    await textsFor('联想', ''),
    await textsFor('小米', 'ThinkPad T480'),
    await textsFor('', ''),
  ]).toEqual([
    [brandWide.text, hinge.text],
    [brandWide.text, hinge.text],
    [brandWide.text],
    [brandWide.text],
    [],
    [],
  ])
  await manager.value('directory.changeWarning', { id: brandWide.id, changes: { active: false } })
  expect(await textsFor('联想', 'X1')).toEqual([])
})

it('STF-2 directories are the manager’s and the dispatcher’s; others read them', async () => {
  const { manager, connect } = await startShop()
  await manager.value('staff.add', { staffNo: '2', name: '小李', roles: ['clerk'], password: 'first-1' })
  const clerk = connect()
  await clerk.value('session.login', { staffNo: '2', password: 'first-1' })
  await clerk.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'kaoshang-88' })
  expect([
    (await clerk.refusal('directory.addBranch', BRANCH))['refusal'],
    (await clerk.refusal('directory.addPartner', PARTNER))['refusal'],
    (await clerk.refusal('directory.addWarning', { brand: 'A', model: '', text: 'x' }))['refusal'],
    await clerk.value('directory.branches', {}),
  ]).toEqual(['notAllowed', 'notAllowed', 'notAllowed', { branches: [] }])
})
