// The record of a machine in the real window, by keyboard: its meter on an order and on the customer's screen, the
// reading of a report, and what repairs put into it. Pictures of each in test/electron/device-record-looks.spec.ts.
import { START_READING, printerWithPast } from './support/printers.ts'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { axeProblems } from './support/screens.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

test('PRT-14 a reading by keys: typed, asked for a reason where it runs backwards, corrected, and on the report', async () => {
  const desk = await openDesk('zh-CN', '1001')
  const { window } = desk
  const key = (keys: string) => window.keyboard.press(keys)
  const type = (text: string) => window.keyboard.type(text)
  try {
    const { order, deviceId } = await printerWithPast(window)
    const readings = async () =>
      (await value(window, 'meter.ofDevice', { deviceId })).readings.map((one) => [one.value, one.reason])
    await key('F11')
    await window.getByRole('button', { name: order.number }).click()
    await expect(window.locator('.verb-next')).toBeVisible()
    await key('Control+2')
    await expect(window.getByRole('region', { name: '计数器' })).toBeVisible()

    await key('Control+Shift+J')
    await expect(window.getByLabel('读数', { exact: true })).toBeFocused()
    await type('1２00')
    await key('Control+Enter')
    // It ran backwards: the reason is where the cursor stands now.
    await expect(window.getByRole('alert').filter({ hasText: '对不上' })).toBeVisible()
    await expect(window.getByLabel('原因', { exact: true })).toBeFocused()
    await type('换了主板')
    await key('Enter')
    await expect(window.getByRole('button', { name: /登记读数/ })).toBeFocused()
    expect((await readings())[0]).toEqual([1200, '换了主板'])

    await window.getByRole('button', { name: '更正读数 1,200' }).focus()
    await key('Enter')
    await expect(window.getByLabel('读数', { exact: true })).toBeFocused()
    await type('1300')
    await key('Enter')
    await key('Enter')
    await expect(window.getByText('请写明原因')).toBeVisible()
    await type('看错一位')
    await key('Enter')
    await expect(window.getByText('已更正', { exact: true })).toBeVisible()
    expect((await readings()).map(([shown]) => shown)).toEqual([1300, 1200, START_READING, 38_000])
    expect(await axeProblems(window)).toEqual([])
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})

test('PRT-6 PRT-14 the record of a machine on the customer’s screen, by one key', async () => {
  const desk = await openDesk('zh-CN', '1001')
  const { window } = desk
  const key = (keys: string) => window.keyboard.press(keys)
  try {
    const { customerName, first } = await printerWithPast(window)
    await key('Control+F11')
    await expect(window.getByRole('textbox', { name: '查找客户', exact: true })).toBeFocused()
    await window.keyboard.type(customerName)
    await expect(window.locator('.customer-hits .vlist-row').first()).toContainText(customerName)
    await key('ArrowDown')
    await key('Enter')
    await expect(window.locator('.customer-machines')).toContainText('LaserJet')
    await window.locator('.customer-grid .vlist-row', { hasText: 'LaserJet' }).first().click()
    await key('Control+h')
    const parts = window.getByRole('region', { name: '机器里的备件' })
    await expect(parts).toContainText('粉盒')
    await expect(parts).toContainText(first.number)
    await expect(window.getByRole('region', { name: '计数器' })).toContainText('粉盒')
    await key('Control+Shift+J')
    await expect(window.getByLabel('读数', { exact: true })).toBeFocused()
    // One level back each time: the form, then the record.
    await key('Escape')
    await expect(window.getByRole('button', { name: /登记读数/ })).toBeFocused()
    await key('Escape')
    await expect(parts).toBeHidden()
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})
