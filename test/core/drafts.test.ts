// Unfinished forms.
import { expect, it } from 'vitest'
import { signIn, startShop, visit } from '#test/support/core.ts'

const DRAFT = '019a2a7e-1111-7000-8000-000000000001'

const save = (body: object, title = '张三 笔记本') =>
  ({ id: DRAFT, form: 'intake', title, body: body as never, schemaVersion: 1 }) as const

it('INT-11 an unfinished intake survives a crash and is offered again, to its owner alone', async () => {
  const shop = await startShop()
  await shop.manager.value('draft.save', save({ fault: '开不' }))
  await shop.manager.value('draft.save', save({ fault: '开不了机' }))
  const again = await shop.restart()
  const manager = again.connect(shop.manager.token() ?? '')
  expect((await manager.value('draft.list', {})).drafts).toMatchObject([
    { id: DRAFT, title: '张三 笔记本', body: { fault: '开不了机' } },
  ])
  await manager.value('staff.add', { staffNo: '1002', name: '小李', roles: ['clerk'], password: 'first-1' })
  const other = again.connect()
  await signIn(other, '1002', 'first-1')
  await other.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'my-own-77' })
  expect((await other.value('draft.list', {})).drafts).toEqual([])
  expect(await other.refusal('draft.save', save({ fault: 'x' }))).toEqual({ refusal: 'draftOfAnother' })
})

it('INT-11 the draft goes with the commit that made orders of it, and stays when the intake is refused', async () => {
  const { manager } = await startShop()
  await manager.value('draft.save', save({}))
  await manager.refusal(
    'visit.create',
    visit({ draftId: DRAFT, customer: { new: { name: 'x', phones: ['1'] } } }),
  )
  expect((await manager.value('draft.list', {})).drafts).toHaveLength(1)
  await manager.value('visit.create', visit({ draftId: DRAFT }))
  expect((await manager.value('draft.list', {})).drafts).toEqual([])
})
