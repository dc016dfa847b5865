// Paying in the real window: three actions at the pick-up, part payment on account with a second person's yes, change,
// and taking it back. By keyboard alone.
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { scan } from './support/intake.ts'
import { CASHIER, NO_CASHIER, labour, moneyOf, openByNumber, readyToPay, showSlip } from './support/money.ts'
import { MANAGER, forgetDemo, openDesk, passwordOf } from './support/orders.ts'
import { OWNER, sign } from './support/pickup.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

const withDesk = async (staffNo: string, body: (window: Page) => Promise<void>) => {
  const desk = await openDesk('zh-CN', staffNo)
  try {
    await body(desk.window)
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
}
const as = (window: Page, staffNo: string) =>
  value(window, 'session.login', { staffNo, password: passwordOf(staffNo) })

test('SET-2 SET-12 CLS-3 pick-up and payment are three actions: the slip, one digit, Ctrl+Enter', async () => {
  test.setTimeout(120_000)
  await withDesk(OWNER, async (window) => {
    const { order, number } = await readyToPay(window, '欧阳明月', [labour(386.5)])
    // 1: the slip, wherever one is.
    await window.keyboard.press('F12')
    await showSlip(window, number)
    const methods = window.getByRole('listbox', { name: '收款方式' })
    await expect(methods).toBeFocused()
    await expect(window.locator('[data-pay=due]')).toHaveText('¥386.50')
    // 2: how it is paid. The customer signs meanwhile.
    await window.keyboard.press('2')
    await sign(window)
    // 3.
    await window.keyboard.press('Control+Enter')
    const done = window.locator('.pickup-done')
    await expect(done).toContainText('已收 ¥386.50')
    const money = await moneyOf(window, order.id)
    const { receipts } = await value(window, 'settlement.ofOrder', { id: order.id })
    await expect(done).toContainText(receipts[0]?.number ?? 'none')
    expect([money, (await value(window, 'order.get', { id: order.id })).state]).toEqual([
      {
        dueFen: 0,
        settled: 'paid',
        collectedFen: 38_650,
        owesFen: 0,
        depositFen: 0,
        receipts: [['settlement', ['wechat', 38_650, null]]],
      },
      'pendingClose',
    ])
    // The hand-over is taken back, the money is not.
    await expect(done.getByRole('button', { name: '只撤销交机' })).toBeVisible()
    await window.keyboard.press('Escape')
    await window.locator('#content').focus()
    await window.keyboard.press('Control+z')
    await expect(done).toHaveCount(0)
    expect([
      (await value(window, 'order.get', { id: order.id })).state,
      (await moneyOf(window, order.id)).settled,
    ]).toEqual(['readyForPickup', 'paid'])
  })
})

test('SET-4 nothing due is two actions; a shop that wants every order settled gets that in the same key', async () => {
  test.setTimeout(120_000)
  await withDesk(OWNER, async (window) => {
    const free = await readyToPay(window, '司马青', [{ ...labour(100), payer: 'maker' }])
    await showSlip(window, free.number)
    await sign(window)
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.pickup-done')).toBeVisible()
    expect((await moneyOf(window, free.order.id)).settled).toBe('no')
    await as(window, MANAGER)
    await value(window, 'shop.changeSettings', { skipZeroSettlement: false })
    await as(window, OWNER)
    const next = await readyToPay(window, '司徒兰', [{ ...labour(100), payer: 'maker' }])
    await showSlip(window, next.number)
    await expect(window.locator('.pickup-pay')).toBeVisible()
    await sign(window)
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.pickup-done')).toContainText('司徒兰')
    expect([
      (await moneyOf(window, next.order.id)).settled,
      (await value(window, 'order.get', { id: next.order.id })).state,
    ]).toEqual(['paid', 'pendingClose'])
  })
})

test('SET-2 SET-6 cash with change and small change left off, for two machines; a held key pays once', async () => {
  test.setTimeout(120_000)
  await withDesk(OWNER, async (window) => {
    const { keyboard } = window
    const { orders, number } = await readyToPay(window, '诸葛亮', [labour(120)], [labour(80.87)])
    await showSlip(window, number)
    await expect(window.getByRole('listbox', { name: '收款方式' })).toBeFocused()
    // A payment code only says which purse; the clerk changes to cash.
    await expect(async () => {
      // Torn apart by a busy machine, its Enter has led on.
      await window.getByRole('listbox', { name: '收款方式' }).focus()
      await scan(window, '134567890123456789')
      await expect(window.getByRole('option', { name: '微信' })).toHaveAttribute('aria-selected', 'true', {
        timeout: 1000,
      })
    }).toPass()
    await expect(window.locator('.pickup-chosen')).toHaveCount(2)
    await keyboard.press('1')
    await keyboard.press('7')
    await expect(window.locator('[data-pay=due]')).toHaveText('¥200.00')
    await keyboard.press('Enter')
    await expect(window.getByRole('textbox', { name: '现金金额' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(window.getByRole('textbox', { name: '客户给了' })).toBeFocused()
    await keyboard.type('300')
    await expect(window.locator('[data-pay=change]')).toHaveText('¥100.00')
    await sign(window)
    await keyboard.down('Control')
    for (let times = 0; times < 4; times += 1) await keyboard.down('Enter')
    await keyboard.up('Enter')
    await keyboard.up('Control')
    await expect(window.locator('.pickup-done')).toContainText('找零 ¥100.00')
    const sums = []
    for (const { id } of orders) sums.push(await moneyOf(window, id))
    const receipts = [['settlement', ['cash', 20_000, 30_000]]]
    expect(sums.map((one) => [one.settled, one.collectedFen, one.receipts])).toEqual([
      ['paid', 12_000, receipts],
      ['paid', 8_000, receipts],
    ])
  })
})

test('SET-2 90,700.00 due, 700.00 paid: the rest goes on account when a second person says yes', async () => {
  test.setTimeout(120_000)
  await withDesk(CASHIER, async (window) => {
    const { keyboard } = window
    await as(window, OWNER)
    const { order } = await readyToPay(window, '前海贸易', [labour(90_700)])
    await as(window, CASHIER)
    await openByNumber(window, order.number)
    await keyboard.press('Control+0')
    await expect(window.locator('.money-facts')).toContainText('¥90,700.00')
    await keyboard.press('Alt+0')
    const methods = window.getByRole('listbox', { name: '收款方式' })
    await expect(methods).toBeFocused()
    await keyboard.press('Control+Enter')
    await expect(window.locator('.pay-problem')).toContainText('请按数字选收款方式')
    await keyboard.press('1')
    await keyboard.press('Enter')
    const amount = window.getByRole('textbox', { name: '现金金额' })
    await expect(amount).toBeFocused()
    await keyboard.type('700')
    await keyboard.press('Alt+6')
    await expect(window.locator('[data-pay=onAccount]')).toHaveText('¥90,000.00')
    await window.getByRole('textbox', { name: '约定付款日' }).fill('+30')
    await keyboard.press('Control+Enter')
    const sheet = window.getByRole('dialog')
    await expect(sheet).toContainText('¥90,000.00')
    // Back, and nothing typed is lost.
    await keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(amount).toHaveValue('700.00')
    expect((await moneyOf(window, order.id)).settled).toBe('no')
    await keyboard.press('Control+Enter')
    await expect(sheet.getByRole('listbox', { name: '谁批准' })).toBeFocused()
    const managers = (await value(window, 'staff.list', {})).people.filter(
      ({ active, roles }) => active && roles.includes('manager'),
    )
    await keyboard.press(String(managers.findIndex(({ staffNo }) => staffNo === MANAGER) + 1))
    await keyboard.press('Enter')
    await keyboard.type('not-the-password')
    await keyboard.press('Enter')
    await expect(sheet.locator('.problem-line')).toBeVisible()
    await expect(sheet.locator('input')).toHaveValue('')
    await keyboard.type(passwordOf(MANAGER))
    await keyboard.press('Enter')
    await expect(sheet).toBeHidden()
    await expect(window.locator('.money-done')).toContainText('¥700.00')
    expect(await moneyOf(window, order.id)).toEqual({
      dueFen: 0,
      settled: 'onAccount',
      collectedFen: 70_000,
      owesFen: 9_000_000,
      depositFen: 0,
      receipts: [['settlement', ['cash', 70_000, null]]],
    })
    const { settlements } = await value(window, 'settlement.ofOrder', { id: order.id })
    const approver = managers.find(({ staffNo }) => staffNo === MANAGER)?.name ?? ''
    await expect(window.locator('.money-group').first()).toContainText(`${approver} 批准`)
    expect(settlements.map(({ approvedBy, onAccountFen }) => [approvedBy, onAccountFen])).toEqual([
      [approver, 9_000_000],
    ])
  })
})

test('SET-6 SET-7 a deposit is taken, used by the settlement, and comes back when that is reversed', async () => {
  test.setTimeout(120_000)
  await withDesk(CASHIER, async (window) => {
    const { keyboard } = window
    const approve = async () => {
      const sheet = window.getByRole('dialog')
      await expect(sheet.getByRole('option').first()).toBeVisible()
      await expect(sheet.getByRole('listbox', { name: '谁批准' })).toBeFocused()
      await keyboard.press('1')
      await keyboard.press('Enter')
      await keyboard.type(passwordOf(OWNER))
      await keyboard.press('Control+Enter')
      await expect(sheet).toBeHidden()
    }
    await as(window, OWNER)
    const { order } = await readyToPay(window, '东方朔', [labour(500)])
    await as(window, CASHIER)
    await openByNumber(window, order.number)
    await keyboard.press('Control+0')
    await expect(window.locator('.money-facts')).toContainText('¥500.00')
    await keyboard.press('Alt+8')
    await expect(window.getByRole('textbox', { name: '金额' })).toBeFocused()
    await keyboard.type('200')
    await keyboard.press('Enter')
    await keyboard.press('3')
    await keyboard.press('Control+Enter')
    await expect(window.locator('[data-fact=deposit]')).toHaveText('¥200.00')
    await keyboard.press('Alt+0')
    await expect(window.locator('[data-pay=due]')).toHaveText('¥300.00')
    await keyboard.press('4')
    await keyboard.press('Control+Enter')
    await expect(window.locator('.money-done')).toContainText('¥300.00')
    // The verb of the table leads here too.
    await keyboard.press('Control+Shift+Z')
    await keyboard.type('金额算错')
    await keyboard.press('Control+Enter')
    await approve()
    await expect(window.locator('[data-fact=deposit]')).toHaveText('¥500.00')
    await keyboard.press('Alt+9')
    await expect(window.getByRole('textbox', { name: '金额' })).toHaveValue('500.00')
    await keyboard.press('Enter')
    await keyboard.press('1')
    await window.getByRole('textbox', { name: '原因' }).fill('客户不修了')
    await keyboard.press('Control+Enter')
    await approve()
    await expect(window.locator('[data-fact=deposit]')).toHaveCount(0)
    const { receipts, ...money } = await moneyOf(window, order.id)
    expect([money, receipts.map(([kind]) => kind).toSorted()]).toEqual([
      { dueFen: 50_000, settled: 'no', collectedFen: 0, owesFen: 0, depositFen: 0 },
      ['deposit', 'refund', 'settlement'],
    ])
  })
})

test('SET-12 without the right to take money the window says who does, and goes on once it is paid', async () => {
  test.setTimeout(120_000)
  await withDesk(NO_CASHIER, async (window) => {
    await as(window, OWNER)
    const { order, number } = await readyToPay(window, '上官云', [labour(60)])
    await as(window, NO_CASHIER)
    await showSlip(window, number)
    await expect(window.locator('.pickup-cashier')).toContainText('交收银台')
    await expect(window.locator('.pickup-due')).toContainText('¥60.00')
    await sign(window)
    await window.keyboard.press('Control+Enter')
    expect((await value(window, 'order.get', { id: order.id })).state).toBe('readyForPickup')
    await as(window, OWNER)
    await value(window, 'settlement.settle', {
      orders: [{ id: order.id }],
      payments: [{ method: 'card', amountFen: 6_000 }],
    })
    await as(window, NO_CASHIER)
    await expect(window.locator('.pickup-cashier')).toHaveCount(0)
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.pickup-done')).toBeVisible()
  })
})
