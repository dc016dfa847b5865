// The pick-up in the real window: a slip scanned anywhere, things counted by digit, signed, taken back.
import { formatNumber, parseNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { expect, test } from './support/app.ts'
import { scan } from './support/intake.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { OWNER, readyVisit, sign } from './support/pickup.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

const barcodeOf = (visitNumber: string) =>
  formatNumber(parseNumber(visitNumber) as NumberParts, 'visit').digits

test('CLS-3 a slip scanned on any screen, counted and signed, hands over; the rest gets a new slip', async () => {
  test.setTimeout(120_000)
  const desk = await openDesk('zh-CN', OWNER)
  const { window } = desk
  try {
    const { panel } = await readyVisit(window, 1)
    const [first] = panel.orders
    await scan(window, barcodeOf(panel.visitNumber))
    await expect(window.locator('.pickup-machine')).toHaveCount(2)
    await expect(window.locator('.pickup-chosen')).toHaveCount(1)
    // Not counted yet: the core says which things, nothing happens.
    await sign(window)
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.pickup-proof .problem-line')).toContainText('电源适配器')
    const things = window.locator('.pickup-chosen [role=listbox]')
    await things.focus()
    for (const digit of ['2', '3', '4', '5']) await window.keyboard.press(digit)
    await expect(window.locator('.pickup-missing')).toBeEmpty()
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.pickup-done')).toContainText('已交 1 台给 欧阳明月')
    await expect(window.locator('.pickup-done')).toContainText('还有 1 台未取')
    const order = await value(window, 'order.get', { id: first?.id ?? '' })
    expect([order.state, order.machinePlace]).toEqual(['pendingClose', 'withCustomer'])
    await window.keyboard.press('Control+p')
    await expect(window.locator('.paper-page').first()).toBeVisible({ timeout: 20_000 })
    await window.keyboard.press('Escape')
  } finally {
    await desk.close()
  }
})

test('a hand-over is taken back with Ctrl+Z and the machines are ready again', async () => {
  test.setTimeout(120_000)
  const desk = await openDesk('zh-CN', OWNER)
  const { window } = desk
  try {
    const { orders } = await readyVisit(window)
    // From the order: F9 chooses it alone.
    const [first] = orders
    await window.keyboard.press('Control+k')
    await window.keyboard.type(first?.number ?? '')
    await expect(window.locator('[role=option]').first()).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(window.locator('.order-head-number:visible')).toBeVisible()
    await window.keyboard.press('F9')
    await expect(window.locator('.pickup-chosen')).toHaveCount(1)
    await window.keyboard.press('Control+g')
    await window
      .locator('.pickup-slip input')
      .fill((await value(window, 'handOver.panel', { orderId: first?.id ?? '' })).slipCode)
    await window.getByRole('listbox', { name: '签字' }).focus()
    await window.keyboard.press('2')
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.pickup-done')).toBeVisible()
    await window.keyboard.press('Escape')
    await window.locator('#content').focus()
    await window.keyboard.press('Control+z')
    await expect(window.locator('.pickup-done')).toHaveCount(0)
    expect((await value(window, 'order.get', { id: first?.id ?? '' })).state).toBe('readyForPickup')
  } finally {
    await desk.close()
  }
})
