// The order list, one order and one customer in the real window: by keyboard, with the core behind it and printers
// that write down what they were given, in both languages.
import { expect, test } from './support/app.ts'
import {
  CLERK,
  MANAGER,
  auditOf,
  forgetDemo,
  openDesk,
  passwordOf,
  stepTo,
  takeIn,
} from './support/orders.ts'
import type { OrdersDesk } from './support/orders.ts'
import { axeProblems, picture } from './support/screens.ts'
import { corePid, value } from './support/shell.ts'

// Each test has a program, a core and data of its own; a busy computer takes its time.
test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

/** Clerk and manager in one: amending is the clerk's. */
const BOSS = '1001'

const at = (desk: OrdersDesk) => ({
  rows: desk.window.locator('.orders-grid .vlist-body .vlist-row'),
  current: desk.window.locator('.orders-grid .vlist-current'),
  grid: desk.window.locator('.orders-grid'),
  key: (keys: string) => desk.window.keyboard.press(keys),
  type: (text: string) => desk.window.keyboard.type(text),
})

/** Runs with a desk of its own and takes it down again; the window may not have logged an error. */
const withDesk = async (work: (desk: OrdersDesk) => Promise<void>, staffNo = MANAGER) => {
  const desk = await openDesk('zh-CN', staffNo)
  try {
    await work(desk)
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
}

/** The order of a new visit as a work tab. */
const openOrder = async (desk: OrdersDesk) => {
  const taken = await takeIn(desk.window)
  await desk.window.keyboard.press('F11')
  await desk.window.getByRole('button', { name: taken.order.number }).click()
  await expect(desk.window.locator('.order-head-number:visible')).toHaveText(taken.order.number)
  return taken
}

test('WO-5 saved views, star and importance by keyboard, and the list stands as it was left', async () => {
  await withDesk(async (desk) => {
    const { rows, current, grid, key, type } = at(desk)
    const { window } = desk
    const { order } = await takeIn(window)
    await key('F11')
    await expect(grid).toBeFocused()
    await stepTo(window, order.number)
    await key('Control+b')
    await expect(current.getByRole('button', { name: '星标' })).toHaveAttribute('aria-pressed', 'true')
    await key('Control+i')
    await expect(current.getByRole('button', { name: '重要' })).toHaveAttribute('aria-pressed', 'true')

    await key('Alt+4')
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText(order.number)
    await key('Alt+5')
    await expect(window.getByRole('button', { name: /重要 \d/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(rows.filter({ hasText: order.number })).toHaveCount(1)
    await key('Alt+4')
    await expect(rows).toHaveCount(1)
    await grid.focus()
    await key('Control+b')
    await expect(window.getByText('还没有星标的单子')).toBeVisible()

    await key('Alt+1')
    await key('Control+f')
    await type('欧阳明月')
    await expect(rows).toHaveCount(2)
    await key('Enter')
    await key('End')
    await key('Enter')
    await expect(window.locator('.order-head-number:visible')).toHaveText(order.number)
    await key('F11')
    await expect(rows).toHaveCount(2)
    await expect(current).toContainText(order.number)
    await expect(grid).toBeFocused()
  })
})

test('WO-8 several orders stand open as tabs, and Esc goes back one level at a time', async () => {
  await withDesk(async (desk) => {
    const { rows, grid, key } = at(desk)
    const { window } = desk
    const tabs = window.locator('.work-tab')
    await key('F11')
    await expect(rows.first()).toBeVisible()
    for (const moves of [0, 1, 1]) {
      for (let i = 0; i < moves; i += 1) await key('ArrowDown')
      await key('Enter')
      await expect(window.locator('.order-head-number:visible')).toBeVisible()
      await key('F11')
      await expect(grid).toBeFocused()
    }
    await expect(tabs).toHaveCount(4)
    await key('Control+Tab')
    await expect(window.locator('.order-head-number:visible')).toBeVisible()
    await key('Escape')
    await key('Escape')
    await expect(grid).toBeVisible()
    await key('Escape')
    await expect(grid).toBeHidden()
  })
})

test('INT-15 two people amend one order: both versions are shown, one chooses, nothing is lost', async () => {
  await withDesk(async (desk) => {
    const { key, type } = at(desk)
    const { window } = desk
    const { order } = await openOrder(desk)
    await key('Control+e')
    const fault = window.getByLabel('故障现象')
    await expect(fault).toBeFocused()
    await fault.fill('完全不通电')
    await window.getByLabel('外观状况').fill('有进水痕迹')

    await value(window, 'session.login', { staffNo: CLERK, password: passwordOf(CLERK) })
    await value(window, 'order.amend', {
      id: order.id,
      ver: 1,
      changes: { reportedFault: '通电后蓝屏', limitFen: 50_000 },
    })
    await value(window, 'session.login', { staffNo: BOSS, password: passwordOf(BOSS) })
    await expect(fault).toHaveValue('完全不通电')

    await key('Control+Enter')
    const conflict = window.locator('.conflict')
    await expect(conflict).toContainText('黄嘉欣')
    await expect(conflict.getByRole('row', { name: /故障现象/ })).toContainText(/通电后蓝屏.*完全不通电/)
    await expect(conflict.getByRole('row', { name: /维修限额/ })).toContainText('¥500.00')
    await picture(window, 'zh-CN', 'order-conflict')
    expect(await axeProblems(window)).toEqual([])

    // Nothing is saved before one has chosen.
    await key('Control+Enter')
    await expect(conflict.getByRole('listbox')).toBeFocused()
    await type('2')
    await key('Control+Enter')
    await expect(conflict).toBeHidden()
    const { reportedFault, condition, limitFen, ver } = await value(window, 'order.get', { id: order.id })
    expect({ reportedFault, condition, limitFen, ver }).toEqual({
      reportedFault: '完全不通电',
      condition: '有进水痕迹',
      limitFen: 50_000,
      ver: 3,
    })

    await key('Control+8')
    const line = window.locator('.log-line').first()
    await expect(line).toContainText('更正登记')
    await expect(line).toContainText(/故障现象\s*通电后蓝屏\s*→\s*完全不通电/)
    await picture(window, 'zh-CN', 'order-log-amended')
  }, BOSS)
})

test('INT-4 INT-15 an amendment that needs an accepted quote says so at its field, and Esc never throws away at once', async () => {
  await withDesk(async (desk) => {
    const { key, type } = at(desk)
    const { window } = desk
    const { order } = await openOrder(desk)
    await key('Control+e')
    await window.getByRole('listbox', { name: '收费类别' }).focus()
    await type('2')
    await window.getByLabel('改收费类别的原因（必填）').fill('进水，人为损坏')
    await key('Control+Enter')
    await expect(window.locator('.amend-problem').filter({ hasText: '客户同意的报价' })).toBeVisible()
    await expect(window.getByRole('listbox', { name: '收费类别' })).toBeFocused()
    await picture(window, 'zh-CN', 'order-amend-refused')
    expect(await axeProblems(window)).toEqual([])
    await key('Escape')
    await expect(window.getByText('有改动没有保存')).toBeVisible()
    await key('Escape')
    await expect(window.locator('.amend-form')).toBeHidden()
    expect((await value(window, 'order.get', { id: order.id })).ver).toBe(1)
  }, BOSS)
})

test('INT-15 PRN-3 corrected after printing: papers are outdated, offered, reprinted and logged', async () => {
  await withDesk(async (desk) => {
    const { key } = at(desk)
    const { window, cups } = desk
    await value(window, 'shop.changeSettings', { printer: 'Front' })
    const { order, visitId } = await openOrder(desk)
    await value(window, 'print.print', {
      sheets: [
        { paper: 'repairOrder', subjectId: order.id, copy: 'customer' },
        { paper: 'pickupSlip', subjectId: visitId },
      ],
    })
    await expect.poll(() => cups.calls().length).toBe(2)
    await expect
      .poll(async () => (await value(window, 'order.get', { id: order.id })).printedAt)
      .not.toBeNull()

    const drawer = window.locator('.side-drawer')
    await window.getByRole('button', { name: '更正 客户' }).click()
    await expect(drawer.getByLabel('姓名')).toBeFocused()
    await drawer.getByRole('textbox', { name: '电话 1' }).fill('13800138128')
    await key('Control+Enter')
    await expect(drawer).toBeHidden()
    await expect(window.locator('.order-phones')).toContainText('138 0013 8128')
    await expect(window.locator('.order-head-facts')).toContainText('深圳市前海联合贸易有限公司')
    await expect(window.locator('.section-alarm')).toHaveText('需补打')

    await key('Control+7')
    await expect(window.locator('.papers-outdated')).toBeVisible()
    await picture(window, 'zh-CN', 'order-outdated')
    expect(await axeProblems(window)).toEqual([])
    await window.getByRole('button', { name: '补打 2 张' }).click()
    await expect(window.locator('.paper-page')).toBeVisible({ timeout: 20_000 })
    await key('Control+p')
    await expect.poll(() => cups.calls().length).toBe(4)
    await expect(window.locator('.papers-outdated')).toBeHidden()
    const first = window.locator('.print-log tbody tr').filter({ hasText: '补打第 1 次' })
    await expect(first).toHaveCount(2)
    await expect(first.first()).toContainText('陈建华')
    await expect(first.first()).toContainText('Front')
    await expect(window.locator('.print-log')).not.toContainText('排队中')
    await picture(window, 'zh-CN', 'order-reprinted')

    await key('Control+8')
    await expect(window.locator('.log')).toContainText('补打 维修单 客户联（第 1 次）')
    await expect(window.locator('.log')).toContainText('更正客户')
    await expect(window.locator('.log')).toContainText(/138 0013 8127.*→.*138 0013 8128/)
  }, BOSS)
})

test('WO-4 a remark is written with Ctrl+Enter, once, and WO-2 stands in the log with who and where', async () => {
  await withDesk(async (desk) => {
    const { key, type } = at(desk)
    const { window } = desk
    await openOrder(desk)
    await key('Control+8')
    await window.getByLabel('写备注').focus()
    await type('客户说资料很重要')
    await key('Enter')
    await type('请先备份')
    await key('Control+Enter')
    await key('Control+Enter')
    await expect(window.getByLabel('写备注')).toHaveValue('')
    const lines = window.locator('.log-line').filter({ hasText: '请先备份' })
    await expect(lines).toHaveCount(1)
    await expect(lines).toContainText(/周明\s*SZ01-1/)
    await expect(window.locator('.log-line')).toHaveCount(2)
  })
})

test('INT-9 the passcode is shown with a reason that stands in the log, and is gone when one looks elsewhere', async () => {
  await withDesk(async (desk) => {
    const { key, type } = at(desk)
    const { window } = desk
    const { order } = await openOrder(desk)
    await expect(window.locator('body')).not.toContainText('mingyue-2468')
    await window.getByRole('button', { name: '查看开机密码' }).click()
    await expect(window.getByLabel('为什么要看（会记入审计）')).toBeFocused()
    await key('Enter')
    await expect(window.locator('.passcode-shown')).toBeHidden()
    await type('技术员要进系统')
    await key('Enter')
    await expect(window.locator('.passcode-text')).toHaveText('mingyue-2468')
    await picture(window, 'zh-CN', 'order-passcode')
    expect(await axeProblems(window)).toEqual([])
    await key('Control+8')
    await expect(window.locator('.log-line').first()).toContainText(/查看开机密码\s*技术员要进系统/)
    await key('Control+1')
    await expect(window.locator('body')).not.toContainText('mingyue-2468')
    expect(await auditOf(desk.dataFolder, 'order.passcodeRevealed')).toEqual([
      { object_id: order.id, details: JSON.stringify({ reason: '技术员要进系统' }) },
    ])
  })
})

test('a customer is found, corrected, and a machine of theirs taken in again with one key', async () => {
  await withDesk(async (desk) => {
    const { key, type } = at(desk)
    const { window } = desk
    const { customerId } = await takeIn(window)
    await value(window, 'customer.recordRefusedFee', {
      customer: { existing: customerId },
      deviceText: '平板电脑 华为 MatePad',
      feeFen: 68_000,
      remark: '换屏嫌贵',
    })
    await key('Control+F11')
    await expect(window.getByLabel('查找客户', { exact: true })).toBeFocused()
    await type('oymy')
    await expect(window.locator('.customer-hits .vlist-body .vlist-row')).toHaveCount(1)
    await key('Enter')
    await key('Enter')
    await expect(window.locator('.customer-head h1')).toHaveText('欧阳明月')
    await expect(window.locator('.customer-refused-fees')).toContainText('¥680.00')
    await picture(window, 'zh-CN', 'customer-refused-fee')

    await key('Control+e')
    const drawer = window.locator('.side-drawer')
    await drawer.getByRole('textbox', { name: '电话 1' }).fill('12')
    await key('Control+Enter')
    await expect(drawer.getByText('电话号码看不懂').first()).toBeVisible()
    await picture(window, 'zh-CN', 'customer-drawer-refused')
    expect(await axeProblems(window)).toEqual([])
    await drawer.getByRole('textbox', { name: '电话 1' }).fill('13800138127')
    await drawer.getByLabel('单位').fill('前海联合')
    await key('Control+Enter')
    await expect(window.locator('.customer-company')).toHaveText('前海联合')

    const grid = window.locator('.customer-grid')
    await grid.focus()
    await key('Home')
    await key('Enter')
    await drawer.getByLabel('型号').fill('ThinkPad T14s')
    await key('Control+Enter')
    await expect(grid).toContainText('ThinkPad T14s')
    await expect(grid).toContainText('PF3K8XYZ1')
    await grid.focus()
    await key('Home')
    await key('ArrowDown')
    await key('Enter')
    await expect(window.locator('.order-head-number:visible')).toBeVisible()
    await key('Control+F11')
    await grid.focus()
    await key('F2')
    await expect(grid).toBeHidden()
    // Who corrects a number sees it in full.
  }, BOSS)
})

test('a killed core leaves the list where it is, and the list follows what changes afterwards', async () => {
  const desk = await openDesk()
  try {
    const { window } = desk
    const { rows, key } = at(desk)
    await key('F11')
    await expect(rows.first()).toBeVisible()
    const before = await rows.count()
    process.kill(corePid(desk), 'SIGKILL')
    await value(window, 'session.current')
    expect(await rows.count()).toBe(before)
    const { orders } = await value(window, 'order.list', { limit: 1 })
    await value(window, 'order.star', { id: orders[0]?.id ?? '', starred: true })
    await expect(rows.first().getByRole('button', { name: '星标' })).toHaveAttribute('aria-pressed', 'true')
  } finally {
    await desk.close()
  }
})
