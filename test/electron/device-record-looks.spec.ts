// How the record of a machine looks: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { printerWithPast } from './support/printers.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the record of a machine looks right in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang, '1001')
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, name)
      expect
        .soft({ name, problems: await axeProblems(window), sideways: await sideways(window) })
        .toEqual({ name, problems: [], sideways: 0 })
    }
    try {
      const { order, customerName } = await printerWithPast(window)
      await key('F11')
      await window.getByRole('button', { name: order.number }).click()
      await expect(window.locator('.verb-next')).toBeVisible()
      await key('Control+2')
      await expect(window.locator('.device-block').first()).toBeVisible()
      await look('device-record-order')
      await key('Control+Shift+J')
      await window.keyboard.type('120')
      await key('Control+Enter')
      await expect(window.locator('.device-problem').first()).not.toBeEmpty()
      await look('device-record-reading')
      await key('Escape')
      await window.emulateMedia({ colorScheme: 'dark' })
      await look('device-record-dark')
      await window.emulateMedia({ colorScheme: 'light' })
      await key('Control+F11')
      await window.locator('.customer-find input').fill(customerName)
      await expect(window.locator('.customer-hits .vlist-row').first()).toContainText(customerName)
      await key('ArrowDown')
      await key('Enter')
      await window.locator('.customer-grid .vlist-row', { hasText: 'LaserJet' }).first().click()
      await look('device-record-customer')
      await key('Control+h')
      await expect(window.locator('.device-record:visible').last()).toBeVisible()
      await look('device-record-drawer')
      expect(desk.errors).toEqual([])
    } finally {
      await desk.close()
    }
  })
}
