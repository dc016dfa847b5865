// What people write comes back as they wrote it.
import { expect, it } from 'vitest'
import { machine, startShop, visit } from '#test/support/core.ts'

it.each([
  ['full-width digits', '张三１２３'],
  ['traditional characters', '臺灣維修號碼龜'],
  ['rare hanzi of the later planes', '䶮𬭊𬭎𠮷'],
  ['a Tibetan and a Uighur name', 'བཀྲ་ཤིས ئەركىن'],
  ['emoji of several code points', '👩‍👩‍👧‍👦🇨🇳'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', `'; drop table work_order; --`],
  ['template syntax', '{{customer.name}} ${name} %s'],
  ['a backslash and quotes', `a\\b"c'd\`e`],
  ['__proto__', '__proto__'],
])('a customer whose name holds %s is stored, read back and found exactly', async (_what, name) => {
  const { manager } = await startShop()
  const { customerId, orders } = await manager.value(
    'visit.create',
    visit({ customer: { new: { name, phones: [] } } }),
  )
  expect((await manager.value('customer.get', { id: customerId })).name).toBe(name)
  expect((await manager.value('order.list', { view: 'all' })).orders[0]?.customerName).toBe(name)
  expect((await manager.value('order.get', { id: orders[0]?.id ?? '' })).customer.name).toBe(name)
})

it('texts as long as they may be, with their lines, come back to the character; one more is refused by name', async () => {
  const { manager } = await startShop()
  const longest = '开机黑屏，𬭊屏有划痕；\n'.repeat(200).slice(0, 1999).trimEnd()
  const reportedFault = `${longest}${'完'.repeat(2000 - [...longest].length)}`
  const condition = '角'.repeat(500)
  const { orders } = await manager.value(
    'visit.create',
    visit({ machines: [machine({ reportedFault, condition })] }),
  )
  expect(await manager.value('order.get', { id: orders[0]?.id ?? '' })).toMatchObject({
    reportedFault,
    condition,
  })
  expect(
    await manager.badField(
      'visit.create',
      visit({ machines: [machine({ reportedFault: `${reportedFault}！` })] }),
    ),
  ).toBe('machines.0.reportedFault')
})

it('a draft’s body and a passcode come back as they were', async () => {
  const { manager } = await startShop()
  const id = '0190f5fe-7c00-7a00-8000-0000000000d1'
  const body = { 名: '张三', list: [null, true, 1.5, '\u202e', 'a\0b'], nested: { '': [] } }
  await manager.value('draft.save', { id, form: 'intake', title: '张三', body, schemaVersion: 1 })
  expect((await manager.value('draft.list', {})).drafts[0]?.body).toEqual(body)
  const passcode = ' 图案 1-2-3 🔒 '
  const { orders } = await manager.value('visit.create', visit({ machines: [machine({ passcode })] }))
  const order = orders[0]?.id ?? ''
  expect(await manager.value('order.revealPasscode', { id: order, reason: '检测' })).toEqual({ passcode })
})
