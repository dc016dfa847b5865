// The verbs of an order in the real window, by keyboard alone: dispatch, receive, complete, notify; what is refused
// says why; and two people on one order.
import { expect, test } from './support/app.ts'
import { CLERK, forgetDemo, openDesk, passwordOf, stepTo, takeIn } from './support/orders.ts'
import type { OrdersDesk } from './support/orders.ts'
import { axeProblems, picture } from './support/screens.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

/** Runs the counter alone: manager, clerk, dispatcher and cashier. */
const BOSS = '1001'

const withDesk = async (work: (desk: OrdersDesk) => Promise<void>) => {
  const desk = await openDesk('zh-CN', BOSS)
  try {
    await work(desk)
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
}

/** A new order as a work tab, its repair order on paper when asked. */
const openOrder = async (desk: OrdersDesk, printed: boolean) => {
  const { window } = desk
  const taken = await takeIn(window)
  if (printed) await value(window, 'print.pdf', { paper: 'repairOrder', subjectId: taken.order.id })
  await window.keyboard.press('F11')
  await window.getByRole('button', { name: taken.order.number }).click()
  await expect(window.locator('.order-head-number:visible')).toHaveText(taken.order.number)
  await expect(window.locator('.verb-next')).toBeVisible()
  return taken.order
}

const stateOf = async ({ window }: OrdersDesk, id: string) => (await value(window, 'order.get', { id })).label

test('DSP-2 DSP-3 CLS-1 SRV-1 CLS-2 from dispatch to the notice with nothing but keys', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const type = (text: string) => window.keyboard.type(text)
    const panel = window.locator('.verb-panel')
    await value(window, 'shop.changeSettings', { printer: 'Front' })
    const order = await openOrder(desk, false)

    await key('Control+Enter')
    const people = window.getByRole('listbox', { name: '技术员' })
    await expect(people).toBeFocused()
    // Nobody chosen: nothing is sent.
    await key('Control+Enter')
    await expect(panel.getByText('这一项要填')).toBeVisible()
    await expect(people).toBeFocused()
    await key('1')
    await key('ArrowDown')
    await key('Space')
    await expect(people.getByText('协助')).toBeVisible()
    await key('Enter')
    await type('资料不能丢')
    expect(await axeProblems(window)).toEqual([])
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    await expect(window.locator('.order-head .status-tag').first()).toHaveText('待接收')

    // Not printed yet: the paper first, then the job, by one digit.
    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '怎么接收' })).toBeFocused()
    await key('1')
    await expect(panel).toBeHidden({ timeout: 20_000 })
    await expect(window.locator('.order-head .status-tag').first()).toHaveText('处理中')
    await expect.poll(() => desk.cups.calls().length).toBe(2)

    await key('Control+Enter')
    const code = window.getByRole('listbox', { name: '故障代码' })
    await expect(code).toBeFocused()
    await key('Control+Enter')
    await expect(panel.getByText('这一项要填').first()).toBeVisible()
    await type('zb')
    await key('Enter')
    await type('主板供电短路')
    await key('Enter')
    await type('wxzb')
    await key('Enter')
    await expect(window.getByRole('listbox', { name: '处理结果' })).toBeFocused()
    await key('Enter')
    await type('90')
    await key('Control+d')
    await type('主板维修')
    await key('Enter')
    // No price: the maker pays what the contract says.
    await key('Enter')
    await type('60')
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    await expect(window.locator('.order-head .status-tag').first()).toHaveText('修好待通知')

    const { records } = await value(window, 'service.records', { id: order.id })
    expect(
      records.map(({ faultCode, actualFault, action, result, minutes, lines }) => ({
        faultCode,
        actualFault,
        action,
        result,
        minutes,
        lines: lines.map(({ kind, text, payer, warrantyDays }) => ({ kind, text, payer, warrantyDays })),
      })),
    ).toEqual([
      {
        faultCode: 'mainboard',
        actualFault: '主板供电短路',
        action: '维修主板',
        result: 'repaired',
        minutes: 90,
        lines: [{ kind: 'labour', text: '主板维修', payer: 'maker', warrantyDays: 60 }],
      },
    ])

    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '结果' })).toBeFocused()
    await key('1')
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    await expect(window.locator('.order-head .status-tag').first()).toHaveText('待取机')
    expect((await value(window, 'contact.ofOrder', { id: order.id })).t2).not.toBeNull()
  })
})

test('WO-1 WO-7 verbs are found by their letters, a refused one says why, and what was typed stays after Esc', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const type = (text: string) => window.keyboard.type(text)
    const panel = window.locator('.verb-panel')
    const order = await openOrder(desk, true)
    await key('m')
    await expect(window.getByRole('listbox', { name: '全部操作' })).toBeFocused()
    await expect(panel.locator('.letter-initials', { hasText: /^gq$/ })).toBeVisible({ timeout: 10_000 })
    await type('bwg')
    await expect(panel.locator('.verb-why')).toContainText('先')
    await key('Escape')
    await type('gq')
    await key('Enter')
    await expect(panel.getByRole('textbox', { name: '原因' })).toBeFocused()
    await type('等客户备份资料')
    await key('Escape')
    await expect(panel).toBeHidden()
    await key('m')
    await type('gq')
    await key('Enter')
    await expect(panel.getByRole('textbox', { name: '原因' })).toHaveValue('等客户备份资料')
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    await expect(window.locator('.order-next')).toContainText('挂起原因：等客户备份资料')
    expect(await stateOf(desk, order.id)).toBe('suspended')
    await key('Control+Enter')
    await expect(panel).toBeVisible()
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    expect(await stateOf(desk, order.id)).toBe('pendingDispatch')
  })
})

test('WO-8 two people on one order: the second sees who did what, and decides', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const panel = window.locator('.verb-panel')
    const order = await openOrder(desk, true)
    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '技术员' })).toBeFocused()
    await key('1')

    const { technicians } = await value(window, 'dispatch.candidates', { id: order.id })
    await value(window, 'session.login', { staffNo: CLERK, password: passwordOf(CLERK) })
    await value(window, 'service.suspend', { id: order.id, reason: '客户要求先等一等' })
    await value(window, 'session.login', { staffNo: BOSS, password: passwordOf(BOSS) })

    await key('Control+Enter')
    const meeting = panel.locator('.verb-meanwhile')
    await expect(meeting).toContainText('黄嘉欣')
    await expect(meeting).toContainText('挂起')
    await expect(meeting).toContainText('客户要求先等一等')
    expect(await axeProblems(window)).toEqual([])
    await expect(meeting.getByRole('listbox')).toBeFocused()
    expect(await stateOf(desk, order.id)).toBe('suspended')
    // All the same: the table has the last word.
    await key('2')
    await expect(panel.getByRole('alert').filter({ hasText: '恢复' }).first()).toBeVisible()
    await value(window, 'service.resume', { id: order.id })
    await key('Control+Enter')
    await expect(meeting).toBeVisible()
    await key('2')
    await expect(panel).toBeHidden()
    const { primary } = await value(window, 'order.get', { id: order.id })
    expect(primary?.staffId).toBe(technicians[0]?.staffId)
  })
})

test('DSP-5 several orders are marked in the list and dispatched at once, with one print run', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    await value(window, 'shop.changeSettings', { printer: 'Front' })
    const { orders } = await takeIn(window)
    await key('F11')
    await expect(window.locator('.orders-grid')).toBeFocused()
    for (const { number } of orders) {
      await stepTo(window, number)
      await key('Space')
    }
    await expect(window.getByText('已选 2 张')).toBeVisible()
    await key('a')
    await expect(window.getByRole('listbox', { name: '技术员' })).toBeFocused()
    await key('2')
    const who = await window.locator('.verb-person-name').nth(1).textContent()
    expect(await axeProblems(window)).toEqual([])
    await picture(window, 'zh-CN', 'verbs-bulk')
    await key('Control+Enter')
    await expect(window.locator('.orders-bulk')).toBeHidden()
    await expect(window.locator('.orders-grid')).toBeFocused()
    await expect.poll(() => desk.cups.calls().length).toBe(2)
    const after = await Promise.all(orders.map(({ id }) => value(window, 'order.get', { id })))
    expect(after.map(({ state, primary }) => [state, primary?.name])).toEqual([
      ['pendingReceive', who],
      ['pendingReceive', who],
    ])
  })
})

test('DSP-7 a machine goes to a vendor when its slip is on paper, stands in the list of vendors and comes back by scan', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const type = (text: string) => window.keyboard.type(text)
    const panel = window.locator('.verb-panel')
    await value(window, 'shop.changeSettings', { printer: 'Front' })
    await value(window, 'directory.addPartner', {
      name: '赛格芯片维修',
      phone: '0755-83001234',
      repairVendor: true,
      categories: ['笔记本电脑'],
      usualDays: 5,
      contact: '',
      address: '',
      remark: '',
    })
    const order = await openOrder(desk, true)
    await key('Control+Enter')
    await expect(panel).toBeVisible()
    await key('Alt+3')
    const vendors = window.getByRole('listbox', { name: '送修厂商' })
    await expect(vendors).toBeFocused()
    await vendors.getByText('赛格芯片维修').click()
    await vendors.focus()
    await key('Enter')
    await expect(window.getByLabel('预计返回日')).toBeFocused()
    await expect(window.getByLabel('预计返回日')).toHaveValue('+5')
    await key('Enter')
    await type('180')
    await picture(window, 'zh-CN', 'verbs-vendor')
    expect(await axeProblems(window)).toEqual([])
    await key('Control+Enter')
    await expect(panel).toBeHidden({ timeout: 20_000 })
    await expect.poll(() => stateOf(desk, order.id)).toBe('atVendor')

    await key('F11')
    await key('Alt+9')
    const row = window.locator('.vendor-jobs .vlist-row').filter({ hasText: order.number })
    await expect(row).toContainText('赛格芯片维修')
    await picture(window, 'zh-CN', 'verbs-vendor-jobs')
    expect(await axeProblems(window)).toEqual([])
    await row.getByRole('button', { name: order.number }).click()
    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '厂商修得怎样' })).toBeFocused()
    await key('1')
    await key('Enter')
    await type('200')
    await key('Enter')
    await type('SZ01-999')
    await key('Control+Enter')
    await expect(panel.locator('.verb-field-bad')).toBeVisible()
    await window.getByLabel('扫机器标签或单号').fill(order.number)
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    expect(await stateOf(desk, order.id)).toBe('inService')
  })
})

test('INT-1 a customer who telephones: brought or visited, and what was chosen stands on the order', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const type = (text: string) => window.keyboard.type(text)
    await takeIn(window)
    await key('F2')
    await type('oymy')
    await expect(window.locator('.candidate').first()).toBeVisible()
    await key('Enter')
    await key('Alt+8')
    await expect(window.getByRole('button', { name: '电话报修' })).toBeVisible()
    await key('0')
    await expect(window.getByRole('listbox', { name: '怎么修' })).toBeVisible()
    await picture(window, 'zh-CN', 'verbs-by-phone')
    expect(await axeProblems(window)).toEqual([])
    await key('1')
    await window.getByLabel('序列号', { exact: true }).fill('PF9TEL01')
    await window.getByRole('listbox', { name: '怎么修' }).focus()
    await key('2')
    await key('Enter')
    await type('开机蓝屏，')
    await key('Control+Enter')
    await expect(window.locator('.saved-strip')).toBeVisible()
    const { orders } = await value(window, 'order.list', { view: 'today', text: 'PF9TEL01' })
    const made = await value(window, 'order.get', { id: orders[0]?.id ?? '' })
    expect([made.service, made.label, made.machinePlace]).toEqual([
      'onSite',
      'waitingContact',
      'withCustomer',
    ])
  })
})

test('INT-12 a machine within its repair warranty is taken in as a comeback with one key', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const { orders } = await value(window, 'order.list', { view: 'all', state: 'closed', limit: 200 })
    const details = await Promise.all(orders.map(({ id }) => value(window, 'order.get', { id })))
    const asked = await Promise.all(
      details.map(async ({ customer, device }) => ({
        customer,
        device,
        found: (await value(window, 'order.comebacks', { customerId: customer.id, deviceId: device.id }))
          .orders,
      })),
    )
    const back = asked.find(({ found }) => found[0]?.sameMachine === true)
    if (!back) throw new Error('the demo shop has no machine within its repair warranty')
    const [closed] = back.found
    await key('F2')
    await window.keyboard.type(back.customer.phones[0]?.display.replaceAll(/\D/g, '').slice(-4) ?? '')
    await expect(window.locator('.candidate').first()).toBeVisible()
    await key('Enter')
    const which = window.getByRole('listbox', { name: '是哪一台' })
    await expect(which).toBeFocused()
    await which.getByRole('option').filter({ hasText: back.device.model }).first().click()
    const strip = window.locator('.intake-comeback')
    await expect(strip).toContainText(closed?.number ?? '')
    await expect(strip).toContainText(closed?.technician ?? '')
    await key('Alt+7')
    await expect(strip).toContainText('不是返修')
    await picture(window, 'zh-CN', 'verbs-comeback')
    expect(await axeProblems(window)).toEqual([])
    await window.keyboard.type('故障又来了，')
    await key('Control+Enter')
    await expect(window.locator('.saved-strip')).toBeVisible()
    const { orders: today } = await value(window, 'order.list', { view: 'today', text: '故障又来了' })
    const made = await value(window, 'order.get', { id: today[0]?.id ?? '' })
    expect(made.comeback).toMatchObject({ id: closed?.id, number: closed?.number })
  })
})
